package de.notbetrieb.newsroom;

import de.notbetrieb.platform.Json;
import de.notbetrieb.situation.SituationPart;
import de.notbetrieb.town.file.Schema;
import java.util.List;

/** The schema of the whole town file, all parts of it. */
public final class TownFileSchema {
  private TownFileSchema() {}

  /** Canonical JSON. */
  public static String json() {
    return Json.write(Schema.of(List.of(SituationPart.class, NewsroomPart.class)));
  }
}
