package de.notbetrieb.publishing.place;

import de.notbetrieb.edition.EditionHead;
import de.notbetrieb.edition.EditionPackage;
import de.notbetrieb.edition.EditionStamp;
import de.notbetrieb.platform.Damage;
import de.notbetrieb.platform.Minisign;
import de.notbetrieb.platform.Sha256;
import de.notbetrieb.platform.Sha256Sums;
import de.notbetrieb.platform.Slug;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * One look at an edition from outside: its list is signed by the town, it is the list that was
 * released under that number, and the files are those of the list.
 */
final class ReadBack {
  private static final int MOST_FINDINGS = 12;
  private static final int MOST_REPEATS = 3;
  private static final String INDEX = "index.html";

  private final Fetch fetch;
  private final Slug town;
  private final Minisign.PublicKey key;
  private final Releasing releases;
  private final OffsetDateTime now;
  private final List<Finding> findings = new ArrayList<>();
  private int compared;
  private Optional<Sha256> listSeen = Optional.empty();

  ReadBack(Fetch fetch, Slug town, Minisign.PublicKey key, Releasing releases, OffsetDateTime now) {
    this.fetch = fetch;
    this.town = town;
    this.key = key;
    this.releases = releases;
    this.now = now;
  }

  /** Which files are compared besides those that every look compares. */
  @FunctionalInterface
  interface Choice {
    List<String> of(List<String> paths);
  }

  /** A folder that answers as our own edge does. */
  Sighting folder(URI address, Choice choice) {
    return edition(base(address), choice);
  }

  /** A bucket, whose first page says in which folder the edition lies. */
  Sighting bucket(URI address, String townName, Choice choice) {
    URI base = base(address);
    return switch (fetch.get(base.resolve(Pointer.FILE))) {
      case Fetch.Answer.Not(Finding why) -> silent(why);
      case Fetch.Answer.Got(byte[] page) -> {
        Optional<String> folder = Pointer.folder(page);
        compared++;
        if (folder.isEmpty()) {
          yield seen(Sighting.Verdict.NOTHING, Optional.empty(), Finding.What.NO_EDITION);
        }
        if (!Arrays.equals(page, new Pointer(townName, folder.get()).page())) {
          findings.add(Finding.of(Finding.What.CHANGED_FILE, Pointer.FILE));
        }
        yield edition(base.resolve(folder.get() + "/"), choice);
      }
    };
  }

  /** One file of which we know the bytes. */
  Sighting file(URI address, Sha256 expected, int number) {
    return switch (fetch.get(address)) {
      case Fetch.Answer.Not(Finding why) -> silent(why);
      case Fetch.Answer.Got(byte[] bytes) -> {
        compared++;
        if (Sha256.of(bytes).equals(expected)) {
          yield sighting(Sighting.Verdict.GENUINE, Optional.of(number));
        }
        findings.add(Finding.of(Finding.What.CHANGED_FILE, String.valueOf(address.getPath())));
        yield sighting(Sighting.Verdict.CONTRADICTS, Optional.empty());
      }
    };
  }

  /** What changed from one edition to the next during the look is looked at again. */
  private Sighting edition(URI base, Choice choice) {
    Sighting sighting = once(base, choice);
    for (int again = 0; again < MOST_REPEATS && !listSeen.equals(list(base)); again++) {
      findings.clear();
      sighting = once(base, choice);
    }
    return sighting;
  }

  /** The hash of the list that stands there now; only asked when something was wrong. */
  private Optional<Sha256> list(URI base) {
    if (findings.isEmpty()) {
      return listSeen;
    }
    return fetch.get(base.resolve(Sha256Sums.FILE_NAME)) instanceof Fetch.Answer.Got(byte[] now)
        ? Optional.of(Sha256.of(now))
        : listSeen;
  }

  private Sighting once(URI base, Choice choice) {
    byte[] list;
    switch (fetch.get(base.resolve(Sha256Sums.FILE_NAME))) {
      case Fetch.Answer.Not(Finding why) -> {
        return silent(why);
      }
      case Fetch.Answer.Got(byte[] bytes) -> list = bytes;
    }
    compared++;
    listSeen = Optional.of(Sha256.of(list));
    Optional<EditionStamp> stamp = stamp(base, list);
    if (stamp.isEmpty()) {
      return sighting(Sighting.Verdict.CONTRADICTS, Optional.empty());
    }
    int number = stamp.get().number();
    Optional<Sha256> released = releases.sums(number);
    if (!stamp.get().town().equals(town)) {
      findings.add(Finding.of(Finding.What.OTHER_TOWN, stamp.get().town().value()));
    } else if (released.isEmpty()) {
      findings.add(Finding.of(Finding.What.NEWER, String.valueOf(number)));
    } else if (!released.get().equals(Sha256.of(list))) {
      findings.add(Finding.of(Finding.What.TWIN, String.valueOf(number)));
    }
    files(base, list, choice);
    return sighting(
        findings.isEmpty() ? Sighting.Verdict.GENUINE : Sighting.Verdict.CONTRADICTS,
        Optional.of(number));
  }

  /** What the signature says; empty, and found, when it is not the town's. */
  private Optional<EditionStamp> stamp(URI base, byte[] list) {
    return switch (fetch.get(base.resolve(EditionPackage.SIGNATURE))) {
      case Fetch.Answer.Not(Finding why) -> {
        findings.add(Finding.of(Finding.What.MISSING_FILE, EditionPackage.SIGNATURE));
        yield Optional.empty();
      }
      case Fetch.Answer.Got(byte[] signature) -> {
        compared++;
        try {
          String text = new String(signature, StandardCharsets.UTF_8);
          String comment = key.check(EditionPackage.SIGNATURE, list, text);
          yield Optional.of(EditionStamp.parse(EditionPackage.SIGNATURE, comment));
        } catch (Damage e) {
          findings.add(Finding.of(Finding.What.OTHER_SIGNATURE, key.id()));
          yield Optional.empty();
        }
      }
    };
  }

  private void files(URI base, byte[] list, Choice choice) {
    Sha256Sums sums =
        Sha256Sums.parse(Sha256Sums.FILE_NAME, new String(list, StandardCharsets.UTF_8));
    List<String> always = List.of(EditionHead.FILE_NAME, INDEX);
    List<String> others =
        sums.lines().stream().map(Sha256Sums.Line::path).filter(p -> !always.contains(p)).toList();
    List<String> paths = new ArrayList<>(always);
    paths.addAll(choice.of(others));
    for (String path : paths) {
      Optional<Finding> wrong = sums.of(path).flatMap(hash -> wrong(base, path, hash));
      if (wrong.isPresent() && findings.size() == MOST_FINDINGS) {
        findings.add(Finding.of(Finding.What.MORE_FILES));
        return;
      }
      wrong.ifPresent(findings::add);
    }
  }

  private Optional<Finding> wrong(URI base, String path, String hash) {
    return switch (fetch.get(base.resolve(path))) {
      case Fetch.Answer.Not(Finding _) -> Optional.of(Finding.of(Finding.What.MISSING_FILE, path));
      case Fetch.Answer.Got(byte[] bytes) -> {
        compared++;
        yield Sha256.of(bytes).hex().equals(hash)
            ? Optional.empty()
            : Optional.of(Finding.of(Finding.What.CHANGED_FILE, path));
      }
    };
  }

  private Sighting silent(Finding why) {
    boolean answers = why.what() == Finding.What.NOT_FOUND;
    findings.add(why);
    return sighting(
        answers ? Sighting.Verdict.NOTHING : Sighting.Verdict.UNREACHABLE, Optional.empty());
  }

  private Sighting seen(Sighting.Verdict verdict, Optional<Integer> edition, Finding.What what) {
    findings.add(Finding.of(what));
    return sighting(verdict, edition);
  }

  private Sighting sighting(Sighting.Verdict verdict, Optional<Integer> edition) {
    return new Sighting(verdict, edition, findings, compared, now);
  }

  private static URI base(URI address) {
    String text = address.toString();
    return URI.create(text.endsWith("/") ? text : text + "/");
  }
}
