package de.notbetrieb.publishing;

import de.notbetrieb.newsroom.Translations;
import de.notbetrieb.platform.Language;
import de.notbetrieb.platform.Slug;
import de.notbetrieb.platform.Text;
import de.notbetrieb.town.Need;
import de.notbetrieb.town.Service;
import de.notbetrieb.town.SystemAsset;
import de.notbetrieb.town.Town;
import de.notbetrieb.town.file.TownFile;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A made-up town of any size in eleven languages: the services of the template again and again,
 * each with a name of its own, and a system that a single one of them needs.
 */
final class ManyServices {
  static final Slug TOWN = Slug.of("grossstadt");
  static final Slug EVERYBODYS = Slug.of("netz");
  static final Slug ONE_SERVICES = Slug.of("einzelplatz");

  private ManyServices() {}

  static Town of(int size) {
    Town template = template();
    InTheTownsLanguages words = new InTheTownsLanguages(template.languages(), Translations.none());
    List<Service> services = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      Service one = template.services().get(i % template.services().size());
      int copy = i / template.services().size();
      Need need = Need.required(i == size / 2 ? ONE_SERVICES : EVERYBODYS);
      services.add(named(one, words.of(one.name()), copy, i == size / 2, need));
    }
    List<SystemAsset> systems = new ArrayList<>(template.systems());
    systems.add(
        new SystemAsset(
            ONE_SERVICES,
            List.of(),
            "Einzelplatz",
            SystemAsset.Kind.APPLICATION,
            Optional.empty(),
            Optional.empty(),
            List.of(),
            Optional.empty()));
    return new Town(
        template.town(),
        template.languages(),
        template.offices(),
        template.units(),
        template.contacts(),
        systems,
        template.lifeSituations(),
        services,
        template.fallbacks(),
        template.partners(),
        template.places(),
        template.holidays(),
        template.policy());
  }

  private static Town template() {
    String codes =
        Arrays.stream(Language.values()).map(Language::code).collect(Collectors.joining(", "));
    String file =
        """
        template: usual-german-town
        languages: [%s]
        town:
          id: %s
          name: Stadt Großstadt
          publicAddress: https://grossstadt.example
          responsible: Hauptamt
        holidays:
          state: bw
        """
            .formatted(codes, TOWN);
    return TownFile.read("town.yaml", file.getBytes(StandardCharsets.UTF_8)).town().orElseThrow();
  }

  private static Service named(Service s, Text name, int copy, boolean alone, Need need) {
    Text own = name;
    for (Language language : Language.values()) {
      String words = own.orGerman(language) + " " + (copy + 1);
      own = copy == 0 ? own : own.with(language, words);
    }
    return new Service(
        copy == 0 ? s.id() : Slug.of(s.id() + "-" + (copy + 1)),
        List.of(),
        own,
        s.lifeSituation(),
        s.leikaKey(),
        s.words(),
        s.unit(),
        s.offices(),
        s.waysIn(),
        alone ? List.of(need) : s.needs(),
        s.steps(),
        s.sentences(),
        s.papers(),
        s.fee(),
        s.payment(),
        s.cutOffs(),
        s.deadline(),
        s.competent(),
        s.substitute(),
        s.variations(),
        s.staffNote(),
        s.audience());
  }
}
