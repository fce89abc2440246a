package de.notbetrieb.channel;

import de.notbetrieb.edition.Edition;
import de.notbetrieb.edition.PublicFile;
import de.notbetrieb.edition.PublicService;
import java.util.List;
import java.util.function.Consumer;

/**
 * One way in which an edition is told. What is told of a single service, below {@code
 * dienste/<slug>/} of each language, is rendered for that service alone.
 */
public interface Channel {
  /**
   * Its files but those of single services, in no particular order; no two channels write the same
   * path.
   */
  List<PublicFile> render(Edition edition);

  /** The same, handed on one by one: a large town's site is more than fits into memory at once. */
  default void render(Edition edition, Consumer<PublicFile> out) {
    render(edition).forEach(out);
  }

  /**
   * Its files that tell of one service.
   *
   * @param about what may be told there: {@link Edition#about}
   */
  default void renderService(Edition about, PublicService service, Consumer<PublicFile> out) {}

  /** All of its files. */
  default void renderAll(Edition edition, Consumer<PublicFile> out) {
    render(edition, out);
    edition.services().forEach(service -> renderService(edition.about(service), service, out));
  }
}
