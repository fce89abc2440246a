package de.notbetrieb.town.web;

import java.util.List;
import java.util.Optional;

/**
 * The town file goes out and comes in.
 *
 * @param offices of the present facts, in numbers: what the file would hold
 * @param errors why the file is not taken, each with its place
 * @param warnings what one should look at
 * @param plan what taking it would do; absent: nothing was sent, or it is wrong
 * @param taken whether one has just been taken
 */
public record TownFilePage(
    int offices,
    int contacts,
    int services,
    int systems,
    List<String> errors,
    List<String> warnings,
    Optional<Planned> plan,
    boolean taken) {
  public TownFilePage {
    errors = List.copyOf(errors);
    warnings = List.copyOf(warnings);
  }

  /**
   * What a file would do, waiting for a yes.
   *
   * @param content the file itself, packed, because nothing is kept until somebody agrees
   * @param seen the plan's mark: another one means that something has changed since
   * @param groups what happens, by what happens
   * @param changes how many records the town would write
   * @param situation whether the file has a part that is not taken here
   * @param moved whether this is not the plan that was agreed to
   */
  public record Planned(
      String name,
      String content,
      String seen,
      boolean prune,
      List<Group> groups,
      int changes,
      boolean situation,
      boolean moved) {
    public Planned {
      groups = List.copyOf(groups);
    }
  }

  /**
   * Records with the same fate.
   *
   * @param title key of its heading
   */
  public record Group(String title, List<String> lines) {
    public Group {
      lines = List.copyOf(lines);
    }
  }
}
