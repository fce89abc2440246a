package de.notbetrieb.newsroom;

import de.notbetrieb.platform.Slug;
import de.notbetrieb.town.RandomRecords;
import de.notbetrieb.town.RandomTowns;
import de.notbetrieb.town.Service;
import de.notbetrieb.town.Town;
import java.util.List;
import java.util.Optional;

/** What a random town says; the same for the same seed. */
public final class RandomNewsrooms {
  private final RandomRecords records;

  public RandomNewsrooms(RandomRecords records) {
    this.records = records;
  }

  public Newsroom of(Town town) {
    List<Slug> services = town.services().stream().map(Service::id).toList();
    List<Slug> answers = RandomTowns.ids("answer", 4);
    records.rule("Update.services", () -> records.some(services, 3));
    records.rule("Notice.answer", () -> Optional.of(records.one(answers)));
    return new Newsroom(
        Optional.of(records.fill(Masthead.class)),
        each("Notice", Notice.class, RandomTowns.ids("notice", 4)),
        each("Normality", Normality.class, RandomTowns.ids("normality", 3)),
        each("Update", Update.class, RandomTowns.ids("update", 5)),
        each("Answer", Answer.class, answers));
  }

  private <R extends Record> List<R> each(String name, Class<R> type, List<Slug> ids) {
    return ids.stream()
        .map(
            id -> {
              records.rule(name + ".id", () -> id);
              return records.fill(type);
            })
        .toList();
  }
}
