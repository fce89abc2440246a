package de.notbetrieb.access;

import java.util.EnumSet;
import java.util.Set;

/** What somebody does here, and so what they may. An administrator is not a reader by that. */
public enum Role {
  READER(EnumSet.of(Right.READ)),
  DESK(EnumSet.of(Right.READ)),
  EDITOR(EnumSet.of(Right.READ, Right.WRITE, Right.REQUEST)),
  RELEASER(EnumSet.of(Right.READ, Right.RELEASE, Right.WITHDRAW)),
  SYSTEMS(EnumSet.of(Right.READ, Right.SET_SYSTEMS)),
  CRISIS(EnumSet.of(Right.READ, Right.SET_SYSTEMS, Right.WRITE, Right.REQUEST)),
  ADMINISTRATOR(EnumSet.of(Right.ADMINISTER));

  private final Set<Right> rights;

  Role(Set<Right> rights) {
    this.rights = rights;
  }

  public boolean allows(Right right) {
    return rights.contains(right);
  }
}
