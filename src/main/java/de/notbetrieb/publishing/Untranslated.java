package de.notbetrieb.publishing;

import de.notbetrieb.edition.Edition;
import de.notbetrieb.edition.PublicStand.Area;
import de.notbetrieb.platform.Language;
import de.notbetrieb.platform.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** What an edition says, sentence by sentence, so that it can be seen which language lacks what. */
public final class Untranslated {
  private final List<Said> all = new ArrayList<>();

  /**
   * A sentence where it stands first.
   *
   * @param place the same as long as the thing has the same kind of words
   * @param title in German, of the thing that it is said about
   */
  public record Said(Area area, String place, String title, Text text) {}

  private Untranslated() {}

  /** Every sentence once, in the order of the pages. */
  public static List<Said> of(Edition edition) {
    Map<String, Said> byGerman = new LinkedHashMap<>();
    everywhere(edition).forEach(said -> byGerman.putIfAbsent(said.text().de(), said));
    return List.copyOf(byGerman.values());
  }

  /** What stands in each place. */
  static Map<String, Text> byPlace(Edition edition) {
    return everywhere(edition).stream()
        .collect(Collectors.toMap(Said::place, Said::text, (first, _) -> first));
  }

  private static List<Said> everywhere(Edition edition) {
    Untranslated all = new Untranslated();
    all.add(Area.FIRST_WORDS, "", edition.headline().de(), each -> each.of(edition.headline()));
    all.add(Area.FIRST_WORDS, "lead", edition.headline().de(), each -> each.of(edition.lead()));
    edition
        .notices()
        .forEach(n -> all.add(Area.NOTICES, n.slug().value(), n.title().de(), each -> each.of(n)));
    edition
        .runningNormally()
        .forEach(n -> all.add(Area.NORMALITY, Difference.id(n), n.what().de(), each -> each.of(n)));
    edition
        .updates()
        .forEach(u -> all.add(Area.UPDATES, u.slug().value(), u.title().de(), each -> each.of(u)));
    edition
        .answers()
        .forEach(
            a -> all.add(Area.ANSWERS, a.slug().value(), a.question().de(), each -> each.of(a)));
    edition
        .services()
        .forEach(s -> all.add(Area.SERVICES, s.slug().value(), s.name().de(), each -> each.of(s)));
    edition
        .lifeSituations()
        .forEach(
            one ->
                all.add(
                    Area.SERVICES, "topic-" + one.slug(), one.name().de(), each -> each.of(one)));
    edition
        .contacts()
        .forEach(c -> all.add(Area.CONTACTS, c.slug().value(), c.label().de(), each -> each.of(c)));
    edition
        .units()
        .forEach(
            one ->
                all.add(
                    Area.CONTACTS, "unit-" + one.slug(), one.name().de(), each -> each.of(one)));
    edition
        .offices()
        .forEach(o -> all.add(Area.OFFICES, o.slug().value(), o.name().de(), each -> each.of(o)));
    return all.all;
  }

  /** Those that nobody reads in that language. */
  public static List<Said> in(Language language, List<Said> all) {
    return all.stream().filter(one -> one.text().in(language).isEmpty()).toList();
  }

  private void add(Area area, String id, String title, Consumer<EachText> visit) {
    List<Text> texts = new ArrayList<>();
    visit.accept(
        new EachText(
            text -> {
              texts.add(text);
              return text;
            }));
    for (int i = 0; i < texts.size(); i++) {
      all.add(new Said(area, area + "/" + id + "/" + i, title, texts.get(i)));
    }
  }
}
