package de.notbetrieb.publishing;

import de.notbetrieb.edition.Edition;
import de.notbetrieb.journal.Actor;
import de.notbetrieb.journal.Journal;
import de.notbetrieb.journal.RequestId;
import de.notbetrieb.journal.Writing;
import de.notbetrieb.platform.Minisign;
import de.notbetrieb.platform.Refused;
import de.notbetrieb.platform.Slug;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An edition on its way out: staged, signed, committed, given its place. Whatever instant it is cut
 * off at, the next start completes or discards it. Whoever calls holds the {@link StoreLock}.
 */
final class Publication {
  private static final Logger LOG = LoggerFactory.getLogger(Publication.class);

  private final Journal journal;
  private final Slug town;
  private final Sealing sealing;

  Publication(Journal journal, Path towns, Slug town) {
    this.journal = journal;
    this.town = town;
    this.sealing = new Sealing(towns, town.value());
  }

  /**
   * Renders the frozen revision with the next number, stages it, commits, gives it its place.
   *
   * @param also what else belongs to the same commit
   */
  int seal(
      RequestId form,
      Request request,
      Actor releaser,
      Optional<String> alone,
      Minisign.KeyPair key,
      Consumer<Writing> also) {
    Composer.Place place = new Releases(journal.read(town)).next();
    Edition edition =
        Request.numbered(
            request.edition(), place.number(), place.previous().map(hash -> hash.hex()));
    if (!Request.contentDigest(edition).equals(request.contentDigest())) {
      throw Refused.conflict("publishing.stale", request.id());
    }
    Package content = Package.of(edition);
    Release release =
        new Release(
            place.number(),
            content.sumsHash(),
            request.id(),
            request.author(),
            releaser,
            alone,
            Optional.empty());
    phase(place.number(), "stage");
    Path staged = sealing.stage(content);
    phase(place.number(), "sign");
    sealing.sign(staged, content, key);
    phase(place.number(), "commit");
    try {
      journal.write(
          town,
          releaser,
          form,
          change -> {
            new Releases(change).requireReleasable(request);
            change.put(Release.KIND, Release.id(release.number()), release, 0);
            change.put(Request.KIND, request.id(), request.in(Request.State.RELEASED));
            also.accept(change);
          });
    } catch (Refused e) {
      sealing.discard(staged);
      throw e;
    }
    phase(place.number(), "rename");
    sealing.place(staged, place.number());
    phase(place.number(), "done");
    return place.number();
  }

  /** For whoever watches a publication that hangs, and for those who kill it. */
  static void phase(int number, String phase) {
    LOG.debug("edition {}: {}", number, phase);
  }
}
