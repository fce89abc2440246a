package de.notbetrieb.publishing;

import de.notbetrieb.edition.Edition;
import de.notbetrieb.edition.PublicAnswer;
import de.notbetrieb.edition.PublicNotice;
import de.notbetrieb.edition.PublicService;
import de.notbetrieb.edition.PublicStand.Area;
import de.notbetrieb.edition.PublicUpdate;
import de.notbetrieb.platform.Slug;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Leaves single things as they are public now; what leans on something held back lets go of it. */
final class HoldingBack {
  private final Optional<Edition> live;
  private final Set<String> held;

  /**
   * @param held keys of the difference between what is public and what would be
   */
  HoldingBack(Optional<Edition> live, Set<String> held) {
    this.live = live;
    this.held = Set.copyOf(held);
  }

  /** Services are the composer's to hold back: their words stand in more than one place. */
  Set<Slug> services() {
    return held.stream()
        .filter(key -> key.startsWith(Area.SERVICES + "/"))
        .map(key -> Slug.of(key.substring(key.indexOf('/') + 1)))
        .collect(Collectors.toSet());
  }

  Edition apply(Edition next) {
    Edition words = live.filter(_ -> held.contains(Area.FIRST_WORDS + "/")).orElse(next);
    List<PublicAnswer> answers = part(next, Area.ANSWERS, Edition::answers, a -> a.slug().value());
    Set<Slug> known = answers.stream().map(PublicAnswer::slug).collect(Collectors.toSet());
    Set<Slug> services =
        next.services().stream().map(PublicService::slug).collect(Collectors.toSet());
    return new Edition(
        next.number(),
        next.purpose(),
        next.asOf(),
        next.confirmedAt(),
        next.nextWordDue(),
        next.previous(),
        next.town(),
        next.languages(),
        words.headline(),
        words.lead(),
        part(next, Area.CONTACTS, Edition::contacts, c -> c.slug().value()),
        part(next, Area.OFFICES, Edition::offices, o -> o.slug().value()),
        next.units(),
        next.lifeSituations(),
        next.services(),
        part(next, Area.NOTICES, Edition::notices, n -> n.slug().value()).stream()
            .map(n -> leaning(n, known))
            .toList(),
        part(next, Area.NORMALITY, Edition::runningNormally, Difference::id),
        part(next, Area.UPDATES, Edition::updates, u -> u.slug().value()).stream()
            .map(u -> leaning(u, services))
            .toList(),
        answers,
        next.course());
  }

  private <T> List<T> part(
      Edition next, Area area, Function<Edition, List<T>> part, Function<T, String> id) {
    Map<String, T> before = new LinkedHashMap<>();
    live.ifPresent(edition -> part.apply(edition).forEach(one -> before.put(id.apply(one), one)));
    List<T> result = new ArrayList<>();
    List<String> present = part.apply(next).stream().map(id).toList();
    for (T one : part.apply(next)) {
      if (!held.contains(area + "/" + id.apply(one))) {
        result.add(one);
      } else if (before.containsKey(id.apply(one))) {
        result.add(before.get(id.apply(one)));
      }
    }
    List<String> order = List.copyOf(before.keySet());
    before.forEach(
        (key, gone) -> {
          if (!present.contains(key) && held.contains(area + "/" + key)) {
            result.add(Math.min(order.indexOf(key), result.size()), gone);
          }
        });
    return result;
  }

  private static PublicNotice leaning(PublicNotice notice, Set<Slug> answers) {
    return new PublicNotice(
        notice.slug(),
        notice.kind(),
        notice.title(),
        notice.body(),
        notice.answer().filter(answers::contains),
        notice.lastDay());
  }

  private static PublicUpdate leaning(PublicUpdate update, Set<Slug> services) {
    return new PublicUpdate(
        update.slug(),
        update.at(),
        update.title(),
        update.body(),
        update.services().stream().filter(services::contains).toList());
  }
}
