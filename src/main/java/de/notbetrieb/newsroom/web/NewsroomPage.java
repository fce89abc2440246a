package de.notbetrieb.newsroom.web;

import de.notbetrieb.newsroom.Update;
import java.util.List;

/** What the town has to say. */
public record NewsroomPage(List<Update> updates, boolean mayWrite) {
  public NewsroomPage {
    updates = List.copyOf(updates);
  }
}
