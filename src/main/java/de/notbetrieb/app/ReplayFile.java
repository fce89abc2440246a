package de.notbetrieb.app;

import de.notbetrieb.newsroom.Answer;
import de.notbetrieb.newsroom.Normality;
import de.notbetrieb.newsroom.Notice;
import de.notbetrieb.newsroom.ReadTownFile;
import de.notbetrieb.newsroom.Update;
import de.notbetrieb.platform.Slug;
import de.notbetrieb.platform.Text;
import de.notbetrieb.situation.SituationPart;
import de.notbetrieb.town.Languages;
import de.notbetrieb.town.Town;
import de.notbetrieb.town.file.Binder;
import de.notbetrieb.town.file.Located;
import de.notbetrieb.town.file.Located.Mapping;
import de.notbetrieb.town.file.Located.Position;
import de.notbetrieb.town.file.Located.Scalar;
import de.notbetrieb.town.file.Located.Sequence;
import de.notbetrieb.town.file.Problem;
import de.notbetrieb.town.file.TownFile;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A course of events that was written down: a town, and what it said at each Stand. Format: {@code
 * docs/formats/replay-file.md}.
 */
record ReplayFile(Optional<ReadTownFile> town, List<Stand> stands, List<Problem> problems) {
  private static final List<String> KEYS = List.of("townFile", "languages", "stands");

  ReplayFile {
    stands = List.copyOf(stands);
    problems = List.copyOf(problems);
  }

  /** What becomes so and what is said at one Stand, and where the file says it. */
  record Stand(Position at, SituationPart situation, Said said) {}

  /**
   * What a Stand says beside the situation; its component names are the file's keys.
   *
   * @param at when its content is true
   * @param released when the second person releases it; ten minutes later if nothing is said
   * @param unchanged why one person confirms what is public; then nothing else is said
   */
  public record Said(
      OffsetDateTime at,
      Optional<OffsetDateTime> released,
      Optional<OffsetDateTime> nextWordDue,
      Optional<String> unchanged,
      Optional<Text> headline,
      Optional<Text> lead,
      List<Notice> notices,
      List<Normality> runningNormally,
      List<Update> updates,
      List<Answer> answers,
      Optional<Ended> ended) {
    OffsetDateTime releasedAt() {
      return released.orElseGet(() -> at.plusMinutes(10));
    }
  }

  /**
   * What no longer holds from a Stand on, by its ids.
   *
   * @param expectations the services whose expectation is no longer said
   */
  public record Ended(
      List<Slug> fallbacks,
      List<Slug> overrides,
      List<Slug> expectations,
      List<Slug> notices,
      List<Slug> runningNormally,
      List<Slug> answers) {
    static final Ended NOTHING =
        new Ended(List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
  }

  static ReplayFile read(Path file) {
    List<Problem> problems = new ArrayList<>();
    Optional<Mapping> root = TownFile.tree(file, problems);
    if (root.isEmpty()) {
      return new ReplayFile(Optional.empty(), List.of(), problems);
    }
    for (String key : root.get().values().keySet()) {
      if (!KEYS.contains(key)) {
        Position at = root.get().keys().getOrDefault(key, root.get().at());
        problems.add(Problem.error(at, "key-unknown", key));
      }
    }
    Optional<ReadTownFile> town = town(file, root.get(), problems);
    List<Stand> stands = new ArrayList<>();
    Optional<Town> facts = town.flatMap(ReadTownFile::town);
    if (facts.isPresent()) {
      for (Mapping stand : stands(root.get(), problems)) {
        stand(stand, facts.get(), problems).ifPresent(stands::add);
      }
      new ReplayOrder(problems).check(stands);
    }
    return new ReplayFile(town, stands, problems);
  }

  /** The town lies in a file beside; what that one says of the situation is passed over. */
  private static Optional<ReadTownFile> town(Path file, Mapping root, List<Problem> problems) {
    if (!(root.get("townFile").orElse(null) instanceof Scalar name) || name.absent()) {
      problems.add(Problem.error(root.at(), "key-missing", "townFile"));
      return Optional.empty();
    }
    TownFile read = TownFile.read(file.resolveSibling(name.text()));
    Optional<Languages> spoken =
        root.get("languages").isEmpty()
            ? Optional.empty()
            : new Binder(problems).bind(root.only(List.of("languages")), Languages.class);
    Optional<Town> facts =
        read.town().map(one -> spoken.map(some -> one.speaking(some.languages())).orElse(one));
    ReadTownFile town = ReadTownFile.of(new TownFile(facts, Optional.empty(), read.problems()));
    problems.addAll(town.problems().stream().filter(Problem::isError).toList());
    return Optional.of(town);
  }

  private static List<Mapping> stands(Mapping root, List<Problem> problems) {
    Optional<Located> listed = root.get("stands");
    if (listed.isEmpty() || !(listed.get() instanceof Sequence list) || list.items().isEmpty()) {
      problems.add(Problem.error(root.at(), "key-missing", "stands"));
      return List.of();
    }
    List<Mapping> stands = new ArrayList<>();
    for (Located item : list.items()) {
      if (item instanceof Mapping stand) {
        stands.add(stand);
      } else {
        problems.add(Problem.error(item.at(), "keys-and-values"));
      }
    }
    return stands;
  }

  private static Optional<Stand> stand(Mapping stand, Town town, List<Problem> problems) {
    Optional<SituationPart> situation = SituationPart.read(stand, town, problems);
    Optional<Said> said = new Binder(problems).bind(stand.without(SituationPart.KEYS), Said.class);
    boolean says =
        stand.values().keySet().stream()
            .anyMatch(key -> !List.of("at", "released", "nextWordDue", "unchanged").contains(key));
    if (said.flatMap(Said::unchanged).isPresent() && says) {
      problems.add(Problem.error(stand.at(), "unchanged-says-more"));
    }
    return situation.flatMap(part -> said.map(words -> new Stand(stand.at(), part, words)));
  }

  long errors() {
    return problems.stream().filter(Problem::isError).count();
  }
}
