package de.notbetrieb.publishing;

import de.notbetrieb.edition.Edition;
import de.notbetrieb.edition.PublicStand.Area;
import de.notbetrieb.edition.RunningNormally;
import de.notbetrieb.edition.ServiceState;
import de.notbetrieb.platform.Sha256;
import de.notbetrieb.platform.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What would change for residents, in the words that they read. */
public record Difference(List<Item> items) {
  public Difference {
    items = List.copyOf(items);
  }

  /**
   * One thing that residents see differently. Empty before: new. Empty after: gone.
   *
   * @param id what it is called inside, in its area
   */
  public record Item(
      Area area, String id, String title, Optional<Seen> before, Optional<Seen> after) {
    /** Names it among all. */
    public String key() {
      return area + "/" + id;
    }

    /**
     * Whether it can stay as it is public now. Others lean on ways in, offices and services: those
     * neither disappear nor come back by that.
     */
    public boolean isHoldable() {
      return switch (area) {
        case FIRST_WORDS, OFFICES, CONTACTS -> kind() == Kind.CHANGED;
        case SERVICES -> kind() != Kind.REMOVED;
        case NOTICES, UPDATES, ANSWERS, NORMALITY -> true;
      };
    }

    public Kind kind() {
      if (before.isEmpty()) {
        return Kind.ADDED;
      }
      return after.isEmpty() ? Kind.REMOVED : Kind.CHANGED;
    }
  }

  /** As residents see it. */
  public record Seen(Optional<ServiceState> state, String words) {
    Seen under(String title) {
      return new Seen(state, lines(title, words));
    }
  }

  /** What happens to it. */
  public enum Kind {
    ADDED,
    CHANGED,
    REMOVED
  }

  public long count(Kind kind) {
    return items.stream().filter(item -> item.kind() == kind).count();
  }

  /** In German, which is what binds. */
  public static Difference of(Optional<Edition> live, Edition next) {
    List<Item> items = new ArrayList<>();
    compare(
        items,
        Area.FIRST_WORDS,
        live,
        next,
        e -> List.of(e),
        e -> "",
        e -> "",
        Difference::firstWords);
    compare(
        items,
        Area.SERVICES,
        live,
        next,
        Edition::services,
        s -> s.slug().value(),
        s -> s.name().de(),
        s ->
            new Seen(
                Optional.of(s.state()),
                lines(
                    s.instruction().de(),
                    text(s.reason()),
                    text(s.until()),
                    text(s.expected()),
                    each(s.steps(), step -> step.name().de() + ": " + text(step.instruction())),
                    each(s.papers(), Text::de),
                    text(s.fee()),
                    each(s.cutOffs(), Text::de),
                    each(s.differences(), d -> d.whom().de() + ": " + d.sentence().de()))));
    compare(
        items,
        Area.OFFICES,
        live,
        next,
        Edition::offices,
        o -> o.slug().value(),
        o -> o.name().de(),
        o ->
            plain(
                o.state() + "", text(o.note()), text(o.until()), each(o.regularHours(), Text::de)));
    compare(
        items,
        Area.CONTACTS,
        live,
        next,
        Edition::contacts,
        c -> c.slug().value(),
        c -> c.label().de(),
        c -> plain(c.value(), c.state() + "", text(c.note()), text(c.capacity())));
    compare(
        items,
        Area.NOTICES,
        live,
        next,
        Edition::notices,
        n -> n.slug().value(),
        n -> n.title().de(),
        n -> plain(n.body().de()));
    compare(
        items,
        Area.UPDATES,
        live,
        next,
        Edition::updates,
        u -> u.slug().value(),
        u -> u.title().de(),
        u -> plain(each(u.body(), Text::de)));
    compare(
        items,
        Area.ANSWERS,
        live,
        next,
        Edition::answers,
        a -> a.slug().value(),
        a -> a.question().de(),
        a -> plain(each(a.body(), Text::de)));
    compare(
        items,
        Area.NORMALITY,
        live,
        next,
        Edition::runningNormally,
        Difference::id,
        n -> n.what().de(),
        n -> plain(n.source().de()));
    return new Difference(items);
  }

  /** What runs normally has no id of its own. */
  static String id(RunningNormally one) {
    return Sha256.of(one.what().de()).hex().substring(0, 12);
  }

  private static Seen firstWords(Edition edition) {
    return plain(
        edition.headline().de(),
        edition.lead().de(),
        edition.nextWordDue().map(due -> "Nächste Nachricht: " + due).orElse(""));
  }

  private static <T> void compare(
      List<Item> items,
      Area area,
      Optional<Edition> live,
      Edition next,
      Function<Edition, List<T>> part,
      Function<T, String> id,
      Function<T, String> title,
      Function<T, Seen> seen) {
    Map<String, T> before = new LinkedHashMap<>();
    live.ifPresent(e -> part.apply(e).forEach(one -> before.put(id.apply(one), one)));
    for (T one : part.apply(next)) {
      Optional<T> then = Optional.ofNullable(before.remove(id.apply(one)));
      boolean renamed = then.filter(t -> !title.apply(t).equals(title.apply(one))).isPresent();
      Function<T, Seen> words = renamed ? t -> seen.apply(t).under(title.apply(t)) : seen;
      if (renamed || !then.map(seen).equals(Optional.of(seen.apply(one)))) {
        items.add(
            new Item(
                area,
                id.apply(one),
                title.apply(one),
                then.map(words),
                Optional.of(words.apply(one))));
      }
    }
    before.forEach(
        (key, gone) ->
            items.add(
                new Item(
                    area,
                    key,
                    title.apply(gone),
                    Optional.of(seen.apply(gone)),
                    Optional.empty())));
  }

  private static String text(Optional<Text> text) {
    return text.map(Text::de).orElse("");
  }

  private static <T> String each(List<T> all, Function<T, String> words) {
    return String.join("\n", all.stream().map(words).toList());
  }

  private static Seen plain(String... lines) {
    return new Seen(Optional.empty(), lines(lines));
  }

  private static String lines(String... lines) {
    return String.join("\n", java.util.Arrays.stream(lines).filter(l -> !l.isBlank()).toList());
  }
}
