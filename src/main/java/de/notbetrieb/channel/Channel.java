package de.notbetrieb.channel;

import de.notbetrieb.edition.Edition;
import de.notbetrieb.edition.PublicFile;
import java.util.List;
import java.util.function.Consumer;

/** One way in which an edition is told. */
public interface Channel {
  /** Its files, in no particular order; no two channels write the same path. */
  List<PublicFile> render(Edition edition);

  /** The same, handed on one by one: a large town's site is more than fits into memory at once. */
  default void render(Edition edition, Consumer<PublicFile> out) {
    render(edition).forEach(out);
  }
}
