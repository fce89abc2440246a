package de.notbetrieb.publishing;

import de.notbetrieb.edition.Edition;
import de.notbetrieb.journal.Reading;
import de.notbetrieb.journal.Stored;
import de.notbetrieb.platform.Refused;
import de.notbetrieb.platform.Sha256;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A town's releases as the journal holds them: which numbers are given, and what they say. */
final class Releases {
  private final Reading reading;

  Releases(Reading reading) {
    this.reading = reading;
  }

  /** By number. */
  List<Release> all() {
    return reading.all(Release.KIND).stream()
        .map(Stored::value)
        .sorted(Comparator.comparingInt(Release::number))
        .toList();
  }

  /** Those that were not taken back, by number. */
  List<Release> standing() {
    return all().stream().filter(release -> release.withdrawn().isEmpty()).toList();
  }

  /** The highest number that was not taken back. */
  Optional<Release> live() {
    return standing().stream().reduce((_, later) -> later);
  }

  /** What it says; empty: nothing is public. */
  Optional<Edition> liveEdition() {
    return live().map(this::edition);
  }

  Optional<Release> find(int number) {
    return reading.find(Release.KIND, Release.id(number)).map(Stored::value);
  }

  boolean isStanding(int number) {
    return find(number).filter(release -> release.withdrawn().isEmpty()).isPresent();
  }

  /** The edition that was released under a number. */
  Edition edition(Release release) {
    Optional<String> previous = find(release.number() - 1).map(before -> before.sums().hex());
    Edition sealed = request(release.request()).edition();
    return sealed.placed(release.number(), previous, sealed.course());
  }

  /** The place after the highest number ever given, withdrawn or not. */
  Composer.Place next() {
    return all().stream()
        .reduce((_, later) -> later)
        .map(newest -> new Composer.Place(newest.number() + 1, Optional.of(newest.sums())))
        .orElse(new Composer.Place(1, Optional.empty()));
  }

  Request request(String id) {
    return reading
        .find(Request.KIND, id)
        .orElseThrow(() -> Refused.notFound("publishing.no-request", id))
        .value();
  }

  /** The number that a request was released under. */
  Optional<Integer> numberOf(String request) {
    return all().stream()
        .filter(release -> release.request().equals(request))
        .map(Release::number)
        .findFirst();
  }

  /** Open, and it changes for residents what its reviewers saw it change. */
  void requireReleasable(Request request) {
    if (request(request.id()).state() != Request.State.OPEN) {
      throw Refused.conflict("publishing.not-open", request.id());
    }
    if (next().number() != request.edition().number() && !isAsReviewed(request)) {
      throw Refused.conflict("publishing.stale", request.id());
    }
  }

  /** What was released since says nothing else than what was public then, or than the request. */
  private boolean isAsReviewed(Request request) {
    Optional<Sha256> now = live().map(this::edition).map(Request::wordsDigest);
    Optional<Sha256> then =
        find(request.edition().number() - 1).map(this::edition).map(Request::wordsDigest);
    return now.isPresent()
        && (now.equals(then) || now.get().equals(Request.wordsDigest(request.edition())));
  }
}
