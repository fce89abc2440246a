package de.notbetrieb.publishing;

import de.notbetrieb.edition.EditionHead;
import de.notbetrieb.edition.EditionStore;
import de.notbetrieb.edition.Purpose;
import de.notbetrieb.edition.WithdrawalNote;
import de.notbetrieb.journal.Actor;
import de.notbetrieb.journal.Writing;
import de.notbetrieb.platform.Json;
import de.notbetrieb.platform.Minisign;
import de.notbetrieb.platform.Refused;
import de.notbetrieb.platform.Slug;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;

/** One act of taking back: which editions go, with which notes, and whether its correction is one. */
final class Withdrawing {
  private final Releases releases;
  private final EditionStore store;
  private final Slug town;
  private final Purpose purpose;

  Withdrawing(Releases releases, Path towns, Slug town, Purpose purpose) {
    this.releases = releases;
    this.store = new EditionStore(towns, town);
    this.town = town;
    this.purpose = purpose;
  }

  /** The edition that is named, and those that hold the same words. */
  List<Release> affected(Withdrawal.Order order) {
    Release named =
        releases
            .find(order.number())
            .orElseThrow(
                () -> Refused.notFound("publishing.no-edition", String.valueOf(order.number())));
    if (named.withdrawn().isPresent()) {
      throw Refused.conflict("publishing.withdrawn-already", String.valueOf(order.number()));
    }
    if (order.words().isPresent() && !says(named, order.words().get())) {
      throw Refused.invalid("words", "publishing.words-not-there", String.valueOf(order.number()));
    }
    return releases.standing().stream()
        .filter(
            one -> one.equals(named) || order.words().filter(words -> says(one, words)).isPresent())
        .toList();
  }

  /** The request that corrects: releasable, and without the words. */
  Request correction(String id, Withdrawal.Order order) {
    Request request = releases.request(id);
    releases.requireReleasable(request);
    if (order.words().filter(words -> contains(Json.write(request.edition()), words)).isPresent()) {
      throw Refused.invalid("correction", "publishing.correction-says-it-too");
    }
    return request;
  }

  List<Withdrawal> notes(
      List<Release> affected,
      Withdrawal.Order order,
      Actor by,
      Minisign.KeyPair key,
      OffsetDateTime now) {
    return affected.stream()
        .map(one -> new WithdrawalNote(town, one.number(), now, one.sums().hex(), purpose))
        .map(note -> Withdrawal.of(note, order.reason(), by, key))
        .toList();
  }

  /** In the same commit: the note, and that the number is taken back. */
  static void put(Writing change, Withdrawal withdrawal) {
    Release release =
        new Releases(change)
            .find(withdrawal.number())
            .orElseThrow(() -> Refused.notFound("publishing.no-edition", withdrawal.id()));
    if (release.withdrawn().isPresent()) {
      throw Refused.conflict("publishing.withdrawn-already", String.valueOf(withdrawal.number()));
    }
    change.put(Withdrawal.KIND, withdrawal.id(), withdrawal);
    change.put(Release.KIND, Release.id(release.number()), release.withdrawn(withdrawal.reason()));
  }

  /** Everything public of an edition stands in its edition.json. */
  private boolean says(Release release, String words) {
    try {
      return contains(
          Files.readString(store.edition(release.number()).resolve(EditionHead.FILE_NAME)), words);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean contains(String json, String words) {
    String inBrackets = Json.write(List.of(words));
    return json.contains(inBrackets.substring(2, inBrackets.length() - 2));
  }
}
