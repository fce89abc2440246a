package de.notbetrieb.newsroom;

import de.notbetrieb.journal.Writing;
import de.notbetrieb.situation.SituationPart;
import de.notbetrieb.town.Town;
import de.notbetrieb.town.file.Binder;
import de.notbetrieb.town.file.Located.Mapping;
import de.notbetrieb.town.file.Problem;
import de.notbetrieb.town.file.TownFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A town file with all its parts, and every mistake in any of them. It stands here because this is
 * the lowest room that knows every part.
 */
public record ReadTownFile(
    Optional<Town> town,
    Optional<SituationPart> situation,
    Optional<NewsroomPart> newsroom,
    List<Problem> problems) {
  public ReadTownFile {
    problems = List.copyOf(problems);
  }

  public static ReadTownFile of(Path path) {
    return of(TownFile.read(path));
  }

  public static ReadTownFile of(TownFile file) {
    List<Problem> problems = new ArrayList<>(file.problems());
    Optional<SituationPart> situation = Optional.empty();
    Optional<NewsroomPart> newsroom = Optional.empty();
    if (file.situation().isPresent() && file.situation().get() instanceof Mapping part) {
      situation = file.town().flatMap(town -> SituationPart.read(part, town, problems));
      newsroom = new Binder(problems).bind(part.without(SituationPart.KEYS), NewsroomPart.class);
    }
    return new ReadTownFile(file.town(), situation, newsroom, problems);
  }

  public long errors() {
    return problems.stream().filter(Problem::isError).count();
  }

  /** Writes down what is so and what is said. */
  public void recordSituation(Writing change) {
    situation.ifPresent(part -> part.record(change));
    newsroom.ifPresent(part -> part.record(change));
  }
}
