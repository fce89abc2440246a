package de.notbetrieb.newsroom.web;

import java.util.List;

/** What the town has to say, kind by kind. */
public record NewsroomPage(List<Group> groups, boolean mayWrite) {
  public NewsroomPage {
    groups = List.copyOf(groups);
  }

  /**
   * Everything of one kind.
   *
   * @param key of its words
   * @param add where a new one is written; empty when there is only one
   */
  public record Group(String key, String add, List<Line> lines) {
    public Group {
      lines = List.copyOf(lines);
    }
  }

  /** One thing; {@code ready} to enter the next edition. */
  public record Line(String path, String title, boolean ready) {}
}
