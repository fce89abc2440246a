package de.notbetrieb.edge;

import de.notbetrieb.edition.EditionPackage;
import de.notbetrieb.edition.EditionStore;
import de.notbetrieb.edition.TownKeys;
import de.notbetrieb.edition.WithdrawalNote;
import de.notbetrieb.platform.Damage;
import de.notbetrieb.platform.Minisign;
import de.notbetrieb.platform.Sha256;
import de.notbetrieb.platform.Sha256Sums;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Follows the store of one town. What was verified once stays known, whatever happens to the store
 * afterwards; so the served number never falls, unless a signed note withdraws it.
 */
final class TownFollower {
  private static final int RECHECK_POLLS = 30;

  private final EditionStore store;
  private final Optional<Minisign.PublicKey> given;
  private final Pins pins;
  private final TownLog log;
  private final NavigableMap<Integer, Known> known = new TreeMap<>();
  private final Map<Integer, String> problems = new TreeMap<>();
  private final Map<Integer, Patience> patience = new TreeMap<>();
  private Optional<Site> live = Optional.empty();

  /** What the last look read, so that going live does not read it again. */
  private Optional<Site> read = Optional.empty();

  /** What lies in the store. */
  private List<Integer> held = List.of();

  private String storeProblem = "";
  private int polls;

  /** A verified number; the list's hash and what it names as its predecessor. */
  private record Known(Sites.Past past, Optional<String> previous) {}

  /** How long a number that failed is left alone: 1, 2, 4 ... 32 polls. */
  private record Patience(int until, int polls) {}

  TownFollower(EditionStore store, Optional<Minisign.PublicKey> given, Pins pins, TownLog log) {
    this.store = store;
    this.given = given;
    this.pins = pins;
    this.log = log;
  }

  /** Looks once; returns what is to be served, if anything ever was. */
  Optional<Sites.Town> poll() {
    polls++;
    Optional<TownKeys> keys = keys();
    if (keys.isPresent()) {
      try {
        look(keys.get());
      } catch (UncheckedIOException e) {
        storeProblem = "the store cannot be read";
      }
    }
    return keys.flatMap(used -> live.map(site -> town(used, site)));
  }

  /** A town of which every edition was taken back: its numbers still answer that they are gone. */
  Optional<Sites.Silent> silent() {
    List<Sites.Past> past = known.values().stream().map(Known::past).toList();
    boolean nothingLeft = live.isEmpty() && past.stream().anyMatch(Sites.Past::isWithdrawn);
    return nothingLeft
        ? Optional.of(new Sites.Silent(store, pins.of(store.town()).map(Pins.Pin::host), past))
        : Optional.empty();
  }

  private Sites.Town town(TownKeys keys, Site site) {
    List<String> all = new ArrayList<>();
    if (!storeProblem.isEmpty()) {
      all.add(storeProblem);
    }
    log.problem().ifPresent(all::add);
    problems.forEach((number, problem) -> all.add("edition " + number + ": " + problem));
    List<Sites.Past> past =
        known.values().stream().map(Known::past).filter(one -> isHeld(one, site)).toList();
    return new Sites.Town(store, keys.current(), site, past, log.served(keys), List.copyOf(all));
  }

  /**
   * A mirror clears away what is too old; then nobody is told that it can be read here. When the
   * whole store is away it may come back.
   */
  private boolean isHeld(Sites.Past past, Site site) {
    int number = past.number();
    return held.isEmpty() || past.isWithdrawn() || number == site.number() || held.contains(number);
  }

  /** The town's keys, if they lead on from the pinned one. */
  private Optional<TownKeys> keys() {
    Optional<Minisign.PublicKey> pinned = given.or(() -> pins.of(store.town()).map(Pins.Pin::key));
    storeProblem = "";
    try {
      TownKeys there = store.keys();
      if (pinned.isEmpty() || there.includes(pinned.get())) {
        return Optional.of(there);
      }
      storeProblem = "the store holds another key than the pinned one";
    } catch (Damage | UncheckedIOException e) {
      storeProblem = "the store or its key is missing or damaged";
    }
    return pinned.map(TownKeys::only);
  }

  private void look(TownKeys keys) {
    log.look(keys);
    held = store.numbers();
    for (int number : held.reversed()) {
      Known before = known.get(number);
      if (before != null && before.past().isWithdrawn()) {
        continue;
      }
      if (store.isWithdrawn(number)) {
        withdraw(number, keys);
      } else if (before != null) {
        recheck(number, keys, before);
      } else if (!isWaiting(number)) {
        discover(number, keys);
      }
    }
    goLive(keys);
    live.ifPresent(
        site -> problems.keySet().removeIf(one -> one < site.number() && !held.contains(one)));
    read = Optional.empty();
  }

  private boolean isWaiting(int number) {
    Patience until = patience.get(number);
    return until != null && polls < until.until();
  }

  private void withdraw(int number, TownKeys keys) {
    if (isWaiting(number)) {
      return;
    }
    try {
      WithdrawalNote note = store.withdrawal(number, keys);
      Sites.Past past =
          new Sites.Past(number, note.time(), note.sha256Sums(), note.purpose(), true);
      known.put(number, new Known(past, Optional.empty()));
      problems.remove(number);
    } catch (Damage e) {
      complain(number, e);
    }
  }

  private void discover(int number, TownKeys keys) {
    try {
      boolean newer = live.isEmpty() || number > live.get().number();
      EditionPackage edition = store.readUnread(number, keys.of(number));
      if (newer && noneLiveAbove(number)) {
        read = Optional.of(Site.load(edition, live));
      }
      String sums = edition.sums().sha256();
      if (isOddOne(number, sums, edition.head().previous())) {
        keepEvidence(number, sums, "it is not the edition that its neighbours or the pin name");
        return;
      }
      if (!isInLog(edition, keys, sums)) {
        return;
      }
      Sites.Past past =
          new Sites.Past(number, edition.stamp().time(), sums, edition.stamp().purpose(), false);
      known.put(number, new Known(past, edition.head().previous()));
      problems.remove(number);
      patience.remove(number);
    } catch (Damage e) {
      complain(number, e);
    }
  }

  private boolean isInLog(EditionPackage edition, TownKeys keys, String sums) {
    if (log.isWaitedFor(edition.number())) {
      boolean served =
          pins.of(store.town())
              .filter(pin -> pin.number() == edition.number() && pin.sums().equals(sums))
              .isPresent();
      if (served || log.isRemembered(edition, keys.of(edition.number()))) {
        return true;
      }
      refuse(edition.number(), "waits for the edition log, which does not reach it");
      return false;
    }
    try {
      log.require(edition, keys.of(edition.number()));
      return true;
    } catch (Damage e) {
      keepEvidence(edition.number(), sums, "expected " + e.expected() + ", found " + e.found());
      return false;
    }
  }

  private boolean noneLiveAbove(int number) {
    return known.tailMap(number, false).values().stream()
        .allMatch(higher -> higher.past().isWithdrawn());
  }

  /** Whether another edition of this number is known, pinned, or named by its neighbours. */
  private boolean isOddOne(int number, String sums, Optional<String> previous) {
    Optional<Pins.Pin> pin = pins.of(store.town());
    Known above = known.get(number + 1);
    Known below = known.get(number - 1);
    return pin.filter(p -> p.number() == number && !p.sums().equals(sums)).isPresent()
        || (above != null && above.previous().filter(named -> !named.equals(sums)).isPresent())
        || (below != null
            && previous.filter(named -> !named.equals(below.past().sums())).isPresent());
  }

  /** A number that was verified: has somebody put another one in its place? */
  private void recheck(int number, TownKeys keys, Known before) {
    boolean isLive = live.isPresent() && live.get().number() == number;
    if (!isLive && polls % RECHECK_POLLS != 0) {
      return;
    }
    Path folder = store.edition(number);
    try {
      byte[] list = Files.readAllBytes(folder.resolve(Sha256Sums.FILE_NAME));
      String sums = Sha256.of(list).hex();
      if (sums.equals(before.past().sums())) {
        problems.remove(number);
        return;
      }
      String signature =
          Files.readString(folder.resolve(EditionPackage.SIGNATURE), StandardCharsets.UTF_8);
      keys.of(number).check(EditionPackage.SIGNATURE, list, signature);
      keepEvidence(number, sums, "a twin with the same number and another content");
    } catch (Damage e) {
      complain(number, e);
    } catch (IOException e) {
      problems.put(number, "its files are gone; it is served from memory");
    }
  }

  private void keepEvidence(int number, String sums, String why) {
    String hindrance = Evidence.keep(store.edition(number), store.evidence(), number, sums);
    refuse(number, "refused: " + why + hindrance);
  }

  private void complain(int number, Damage damage) {
    String file =
        damage.file().replace(store.edition(number).toString(), "").replaceAll("^[/\\\\]", "");
    refuse(number, file + ": expected " + damage.expected() + ", found " + damage.found());
  }

  private void refuse(int number, String problem) {
    problems.put(number, problem);
    Patience before = patience.get(number);
    int wait = before == null ? 1 : Math.min(before.polls() * 2, 32);
    patience.put(number, new Patience(polls + wait, wait));
  }

  private void goLive(TownKeys keys) {
    for (Known candidate : known.descendingMap().values()) {
      Sites.Past past = candidate.past();
      if (past.isWithdrawn()) {
        continue;
      }
      if (live.isPresent() && live.get().sums().equals(past.sums())) {
        return;
      }
      if (!log.isWitnessed(past.number(), keys.of(past.number()))) {
        problems.put(past.number(), "waits for the word of enough witnesses");
        continue;
      }
      problems.remove(past.number(), "waits for the word of enough witnesses");
      if (!isWaiting(past.number()) && load(past, keys)) {
        return;
      }
      if (live.isPresent() && live.get().number() > past.number() && !isTakenBack(live.get())) {
        return;
      }
    }
    if (live.isPresent() && isTakenBack(live.get())) {
      live = Optional.empty();
    }
  }

  private boolean isTakenBack(Site site) {
    Known now = known.get(site.number());
    return now != null && now.past().isWithdrawn();
  }

  private Site site(Sites.Past past, TownKeys keys) {
    Optional<Site> again = read.filter(site -> site.sums().equals(past.sums()));
    return again.orElseGet(
        () -> Site.load(store.readUnread(past.number(), keys.of(past.number())), live));
  }

  private boolean load(Sites.Past past, TownKeys keys) {
    if (live.isPresent() && live.get().number() > past.number() && !isTakenBack(live.get())) {
      return false;
    }
    try {
      Site next = site(past, keys);
      if (!next.sums().equals(past.sums())) {
        keepEvidence(past.number(), next.sums(), "a twin with the same number");
        return false;
      }
      if (pins.isTaken(next.host(), store.town())) {
        refuse(past.number(), "its host " + next.host() + " belongs to another town");
        return false;
      }
      live = Optional.of(next);
      pins.keep(
          store.town(), new Pins.Pin(keys.current(), next.host(), past.number(), past.sums()));
      return true;
    } catch (Damage e) {
      complain(past.number(), e);
      return false;
    }
  }
}
