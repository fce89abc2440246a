package de.notbetrieb.situation;

import de.notbetrieb.edition.ServiceState;
import de.notbetrieb.journal.Reading;
import de.notbetrieb.journal.Stored;
import de.notbetrieb.journal.Writing;
import de.notbetrieb.platform.Refused;
import de.notbetrieb.platform.Slug;
import de.notbetrieb.platform.Text;
import de.notbetrieb.town.Town;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One word on several services: all of them say it, or none. Without a word, each of them says
 * again what follows from the systems.
 *
 * @param seen each service, and the entry of the word on it that its author saw, 0 if there was
 *     none
 */
public record SharedWord(SequencedMap<Slug, Long> seen, Optional<Word> word) {

  /**
   * What is said.
   *
   * @param reason why, for staff; never public
   */
  public record Word(ServiceState state, Text sentence, String reason) {
    /** The same, said of one service. */
    public Override on(Slug service) {
      return new Override(
          service,
          Optional.empty(),
          state,
          sentence,
          reason,
          Optional.empty(),
          Optional.empty(),
          Optional.empty());
    }
  }

  /**
   * Whether it can be said of these services.
   *
   * @throws Refused naming what is wrong
   */
  public void requireSound(Town town) {
    if (seen.isEmpty()) {
      throw Refused.invalid("service", "situation.no-service-chosen");
    }
    overrides().forEach(override -> Situations.requireSound(town, override));
  }

  /** What would be so if it were said. */
  public Situation after(Situation before) {
    Set<String> ended =
        word.isPresent()
            ? Set.of()
            : seen.keySet().stream().map(Slug::value).collect(Collectors.toSet());
    return before.withOverrides(overrides(), ended);
  }

  /** The services on which somebody else has said something since. */
  public List<Slug> movedOn(Reading now) {
    return seen.entrySet().stream()
        .filter(one -> entry(now, one.getKey()) != one.getValue())
        .map(Map.Entry::getKey)
        .toList();
  }

  /** The entry of the word that stands on a service, 0 if there is none. */
  public static long entry(Reading reading, Slug service) {
    return reading.find(Override.KIND, service.value()).map(Stored::entry).orElse(0L);
  }

  /**
   * Says it of all of them.
   *
   * @throws Refused if one of them was changed meanwhile; then nothing is said
   */
  public void write(Writing writing, Town town) {
    requireSound(town);
    if (word.isPresent()) {
      overrides().forEach(one -> write(writing, town, one));
      return;
    }
    seen.forEach(
        (service, entry) ->
            writing
                .find(Override.KIND, service.value())
                .ifPresent(stored -> Situations.removeOverride(writing, stored.value(), entry)));
  }

  private void write(Writing writing, Town town, Override one) {
    Optional<Override> before = writing.find(Override.KIND, one.recordId()).map(Stored::value);
    Situations.override(writing, town, one.over(before), seen.getOrDefault(one.service(), 0L));
  }

  private List<Override> overrides() {
    return word.stream().flatMap(said -> seen.keySet().stream().map(said::on)).toList();
  }
}
