package de.notbetrieb.staff;

import de.notbetrieb.edition.ServiceState;
import de.notbetrieb.platform.Language;
import de.notbetrieb.situation.Derivation;
import de.notbetrieb.situation.Situation;
import de.notbetrieb.situation.SystemState;
import de.notbetrieb.situation.SystemStatus;
import de.notbetrieb.town.SystemAsset;
import de.notbetrieb.town.Town;
import de.notbetrieb.town.file.NewTown;
import de.notbetrieb.town.file.TownFile;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What the template knows before anybody has answered anything: what can fail, how people come. */
record UsualTown(
    List<FirstStartPage.Choice> foundations, List<FirstStartPage.Choice> programs, Town town) {
  /** Any answers do: only the template's own entries are looked at. */
  private static final NewTown ANYWHERE =
      new NewTown("Musterstadt", "bw", "-", "-", "030 23125000", "", "a@musterstadt.example", "");

  /** With fewer services than these on it, a system is asked about further down. */
  private static final int MANY_SERVICES = 5;

  private static final class Holder {
    private static final UsualTown USUAL =
        of(
            TownFile.read("template", ANYWHERE.yaml().getBytes(StandardCharsets.UTF_8))
                .town()
                .orElseThrow());
  }

  static UsualTown get() {
    return Holder.USUAL;
  }

  private static UsualTown of(Town town) {
    List<FirstStartPage.Choice> all =
        town.systems().stream()
            .map(system -> choice(town, system))
            .sorted(Comparator.comparingLong(FirstStartPage.Choice::services).reversed())
            .toList();
    return new UsualTown(
        all.stream().filter(UsualTown::isFoundation).toList(),
        all.stream().filter(choice -> !isFoundation(choice)).toList(),
        town);
  }

  private static boolean isFoundation(FirstStartPage.Choice choice) {
    return choice.services() >= MANY_SERVICES;
  }

  private static FirstStartPage.Choice choice(Town town, SystemAsset system) {
    SystemStatus down =
        new SystemStatus(
            system.id(),
            SystemState.DOWN,
            Optional.empty(),
            Instant.EPOCH.atOffset(ZoneOffset.UTC),
            Optional.empty());
    Situation without =
        new Situation(
            town,
            Optional.empty(),
            List.of(down),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of());
    long services =
        Derivation.of(without).services().values().stream()
            .filter(service -> service.state() != ServiceState.AVAILABLE)
            .count();
    return new FirstStartPage.Choice(system.id().value(), system.name(), services);
  }

  List<FirstStartPage.Choice> waysIn(Language language) {
    return town.contacts().stream()
        .map(
            contact ->
                new FirstStartPage.Choice(
                    contact.id().value(), contact.label().orGerman(language), 0))
        .toList();
  }
}
