package de.notbetrieb.publishing;

import de.notbetrieb.edition.Edition;
import de.notbetrieb.edition.ReleaseNote;
import de.notbetrieb.journal.Actor;
import de.notbetrieb.journal.Journal;
import de.notbetrieb.journal.RequestId;
import de.notbetrieb.journal.Writing;
import de.notbetrieb.platform.Minisign;
import de.notbetrieb.platform.Refused;
import de.notbetrieb.platform.Sha256;
import de.notbetrieb.platform.Slug;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
  private final Map<Slug, Sha256> rendered;
  private final Sealing sealing;
  private final LogStore log;

  /**
   * @param rendered the hash of the list of each town's newest package that this program has rendered
   *     since it started
   */
  Publication(Journal journal, Path towns, Slug town, Map<Slug, Sha256> rendered) {
    this.journal = journal;
    this.town = town;
    this.rendered = rendered;
    this.sealing = new Sealing(towns, town.value());
    this.log = new LogStore(towns, town.value());
  }

  /**
   * Renders the frozen revision with the next number, stages it, commits, gives it its place.
   *
   * @param takenBack what goes in the same act
   * @param also what else belongs to the same commit
   */
  int seal(
      RequestId form,
      Request request,
      Actor releaser,
      Optional<String> alone,
      Minisign.KeyPair key,
      List<Release> takenBack,
      Consumer<Writing> also) {
    Releases releases = new Releases(journal.read(town));
    Composer.Place place = releases.next();
    Edition edition = Course.next(releases, takenBack, request.edition());
    if (!request.hasContentOf(edition)) {
      throw Refused.conflict("publishing.stale", request.id());
    }
    Staged staged = staged(edition, request, releaser, alone, key, releases);
    phase(place.number(), "commit");
    try {
      journal.write(
          town,
          releaser,
          form,
          change -> {
            new Releases(change).requireReleasable(request);
            change.put(Release.KIND, Release.id(place.number()), staged.release(), 0);
            staged.logged().forEach(entry -> change.put(LogEntry.KIND, entry.id(), entry, 0));
            change.put(Request.KIND, request.id(), request.released(edition));
            also.accept(change);
          });
    } catch (Refused e) {
      sealing.discard(staged.content().folder());
      throw e;
    }
    rendered.put(town, staged.content().sumsHash());
    finish(place.number(), staged, key.publicKey());
    return place.number();
  }

  /**
   * An edition that is complete on disk, and committed nowhere yet.
   *
   * @param entries the log with it
   * @param before how many entries the log had
   */
  private record Staged(Package content, Release release, LogEntries entries, int before) {
    List<LogEntry> logged() {
      return entries.all().subList(before, entries.size());
    }
  }

  private Staged staged(
      Edition edition,
      Request request,
      Actor releaser,
      Optional<String> alone,
      Minisign.KeyPair key,
      Releases releases) {
    int number = edition.number();
    try {
      phase(number, "stage");
      StoredFiles newest = sealing.newest();
      Package content = sealing.stage(edition, newest, renderedHere(newest, releases));
      try {
        Release release =
            new Release(
                number,
                content.sumsHash(),
                request.id(),
                request.author(),
                releaser,
                alone,
                Optional.empty());
        LogEntries before = LogEntries.of(journal.read(town));
        log.requireNotAhead(before);
        phase(number, "sign");
        LogEntries entries = logged(before, release, edition, key);
        log.prove(content.folder(), entries);
        sealing.sign(content, key);
        return new Staged(content, release, entries, before.size());
      } catch (RuntimeException e) {
        sealing.discard(content.folder());
        throw e;
      }
    } catch (UncheckedIOException e) {
      LOG.error("edition {} could not be written; nothing was released", number, e);
      throw Refused.unavailable("publishing.unwritable", e);
    }
  }

  /** From here on it is released: what is left is done now, or as soon as the disk can. */
  private void finish(int number, Staged staged, Minisign.PublicKey key) {
    try {
      phase(number, "log");
      log.writeKey(staged.entries(), key);
      writeLog(staged.entries(), staged.before());
      phase(number, "rename");
      sealing.place(staged.content().folder(), number);
      phase(number, "done");
    } catch (UncheckedIOException e) {
      LOG.error("edition {} is released, but could not be given its place", number, e);
      throw Refused.unfinished("publishing.not-placed", e);
    }
  }

  /** What the newest files say, if this program rendered them: another one may do it otherwise. */
  private Optional<Edition> renderedHere(StoredFiles newest, Releases releases) {
    return Optional.ofNullable(rendered.get(town))
        .filter(newest::are)
        .flatMap(
            list -> releases.standing().stream().filter(r -> r.sums().equals(list)).findFirst())
        .map(releases::edition);
  }

  /** The release in the log, after those that went out before there was one. */
  private LogEntries logged(
      LogEntries before, Release release, Edition edition, Minisign.KeyPair key) {
    List<Release> releases =
        new ArrayList<>(
            new Releases(journal.read(town)).all().stream().skip(before.size()).toList());
    releases.add(release);
    String origin =
        before.origin().orElseGet(() -> ReleaseNote.originOf(edition.town().publicAddress()));
    return before.with(releases, origin, edition.purpose(), key);
  }

  /** Before the edition has its place: whoever sees it finds the log that speaks of it. */
  private void writeLog(LogEntries entries, int before) {
    log.write(entries);
    Releases releases = new Releases(journal.read(town));
    entries.all().stream()
        .skip(before)
        .limit(entries.size() - before - 1L)
        .filter(entry -> releases.isStanding(entry.number()))
        .forEach(entry -> log.writeProofs(entries, entry));
  }

  /** For whoever watches a publication that hangs, and for those who kill it. */
  static void phase(int number, String phase) {
    LOG.debug("edition {}: {}", number, phase);
  }
}
