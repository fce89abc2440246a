package de.notbetrieb.app;

import static org.assertj.core.api.Assertions.assertThat;

import de.notbetrieb.Commands;
import de.notbetrieb.channel.StateChange;
import de.notbetrieb.edition.Edition;
import de.notbetrieb.edition.PublicService;
import de.notbetrieb.edition.PublicService.Outcome;
import de.notbetrieb.edition.PublicStand;
import de.notbetrieb.edition.ServiceState;
import de.notbetrieb.journal.Reading;
import de.notbetrieb.journal.Stored;
import de.notbetrieb.platform.Slug;
import de.notbetrieb.publishing.Release;
import de.notbetrieb.publishing.Request;
import de.notbetrieb.situation.SystemStatus;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A course of events becomes one edition for each Stand, which strangers can check. */
class ReplayTest {
  private static final Path WEEK = Path.of("src/test/resources/replay/musterstadt.yaml");
  private static final Path MOESSINGEN = Path.of("demo/moessingen-2023.yaml");
  private static final Pattern SHOWN =
      Pattern.compile("<time datetime=\"([^\"]+)\">.*?class=\"s s-([A-Z]+)\"", Pattern.DOTALL);

  @TempDir Path folder;
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();

  @Test
  void aWeekBecomesFourEditionsWhosePagesAgreeWithTheJournal() throws IOException {
    Path data = folder.resolve("woche");
    assertThat(run("replay", WEEK.toString(), "--data", data.toString())).isZero();

    check(data, "musterstadt", 4);
    try (Installation installation = open(data)) {
      Edition live = installation.editions().live(Slug.of("musterstadt")).orElseThrow();
      PublicService moving = live.services().getFirst();
      assertThat(moving.history().reversed())
          .extracting(PublicService.StateSince::state)
          .containsExactly(ServiceState.UNAVAILABLE, ServiceState.AVAILABLE, ServiceState.LIMITED);
      assertThat(moving.expectations().getFirst().ended().orElseThrow().outcome())
          .isEqualTo(Outcome.BACK_AS_SAID);
      assertThat(live.course()).extracting(PublicStand::isUnchanged).startsWith(true, true, false);
      Reading reading = installation.journal().read(Slug.of("musterstadt"));
      Stored<SystemStatus> net = reading.find(SystemStatus.KIND, "netz").orElseThrow();
      assertThat(net.happened().toOffset()).isEqualTo("2026-11-06T08:00:00+01:00");
      assertThat(net.recorded().toOffset()).isEqualTo("2026-11-06T08:50:00+01:00");
    }
  }

  @Test
  @Tag("long")
  void moessingenBecomesNineteenEditionsWhosePagesAgreeWithTheJournal() throws IOException {
    Path data = folder.resolve("moessingen");
    assertThat(run("replay", MOESSINGEN.toString(), "--data", data.toString())).isZero();
    check(data, "moessingen", 19);
    try (Installation installation = open(data)) {
      PublicService card =
          installation.editions().live(Slug.of("moessingen")).orElseThrow().services().stream()
              .filter(one -> one.slug().value().equals("personalausweis"))
              .findFirst()
              .orElseThrow();
      assertThat(card.expectations().reversed())
          .extracting(one -> one.ended().orElseThrow().outcome())
          .as("it slips twice before it comes")
          .containsExactly(
              Outcome.REPLACED, Outcome.REPLACED, Outcome.REPLACED, Outcome.BACK_AS_SAID);
    }
  }

  @Test
  void mistakesAreNamedWithTheirPlaceAndNothingIsLeftBehind() throws IOException {
    String week =
        Files.readString(WEEK)
            .replace(
                "../towns/musterstadt.yaml",
                Path.of("src/test/resources/towns/musterstadt.yaml").toAbsolutePath().toString())
            .replace("system: netz, state: up", "system: nezt, state: up")
            .replace("2026-11-06T09:30", "2026-11-06T08:30")
            .replace("unchanged: Niemand sonst im Haus.", "unchanged: Allein.\n    lead: Mehr.");
    Path file = Files.writeString(folder.resolve("woche.yaml"), week);
    Path data = folder.resolve("nichts");

    assertThat(run("replay", file.toString(), "--data", data.toString())).isEqualTo(Main.WRONG);
    assertThat(words())
        .contains("woche.yaml:29:18: „nezt“ (bei situation.systems) gibt es nicht.")
        .contains("Meinten Sie „netz“?")
        .contains("Ein Stand mit „unchanged“ sagt sonst nichts.")
        .contains("Die Freigabe liegt nicht nach dem Stand")
        .contains("Nichts wurde geändert.");
    assertThat(data).doesNotExist();
  }

  @Test
  void aStandThatPeopleCouldNotPublishStopsItAndNothingIsLeftBehind() throws IOException {
    String week =
        Files.readString(WEEK)
            .replace(
                "../towns/musterstadt.yaml",
                Path.of("src/test/resources/towns/musterstadt.yaml").toAbsolutePath().toString())
            .replace("Wir suchen die Ursache.", "Alle Fristen werden verlängert.");
    Path file = Files.writeString(folder.resolve("woche.yaml"), week);

    assertThat(run("replay", file.toString(), "--data", folder.resolve("x").toString()))
        .isEqualTo(Main.WRONG);
    assertThat(words()).contains("woche.yaml:4: Stand 2026-11-02T09:00+01:00:");
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left.toList()).containsExactly(file);
    }
  }

  @Test
  void aDirectoryThatHoldsSomethingIsRefused() throws IOException {
    Files.writeString(folder.resolve("da.txt"), "da");
    assertThat(run("replay", WEEK.toString(), "--data", folder.toString())).isEqualTo(Main.WRONG);
    assertThat(words()).contains("liegen schon Daten");
  }

  private void check(Path data, String town, int editions) throws IOException {
    assertThat(run("verify", "--data", data.toString())).as(words()).isZero();
    Path store = data.resolve("towns").resolve(town);
    try (Stream<Path> numbers = Files.list(store.resolve("editions"))) {
      assertThat(numbers.map(one -> Integer.parseInt(one.getFileName().toString())).sorted())
          .containsExactlyElementsOf(IntStream.rangeClosed(1, editions).boxed().toList());
    }
    for (int number = 1; number <= editions; number++) {
      asTheTextSays(store.resolve("editions/" + number), store.resolve("keys/minisign.pub"));
    }
    try (Installation installation = open(data)) {
      agree(installation, Slug.of(town), store.resolve("editions/" + editions));
    }
  }

  /** Does in a copy what PRUEFEN.txt asks a stranger to do. */
  private void asTheTextSays(Path edition, Path key) throws IOException {
    String text = Files.readString(edition.resolve("PRUEFEN.txt"));
    List<String> commands =
        text.lines()
            .filter(line -> line.matches("  (minisign|sha256sum|sh) .*"))
            .distinct()
            .toList();
    assertThat(commands).hasSizeGreaterThanOrEqualTo(2);
    String script =
        "set -e; cd \"$1\"; cp \"$2\" \"$3/minisign.pub\"; cp -al . \"$3/edition\"; cd \"$3/edition\";"
            + " cp ../minisign.pub .; : > ../zeugen.txt; "
            + String.join("; ", commands)
            + "; rm -r \"$3/edition\"";
    String answer =
        Commands.run(
            new byte[0],
            "bash",
            "-c",
            script,
            "check",
            edition.toString(),
            key.toString(),
            folder.toString());
    assertThat(answer).contains("Signature and comment signature verified");
    assertThat(text)
        .contains(
            answer
                .lines()
                .filter(l -> l.startsWith("Trusted comment: "))
                .findFirst()
                .orElseThrow()
                .replace("Trusted comment: ", ""));
  }

  /** What each service's page prints against what the journal says was released when. */
  private static void agree(Installation installation, Slug town, Path newest) throws IOException {
    Reading reading = installation.journal().read(town);
    List<Edition> released =
        reading.all(Release.KIND).stream()
            .map(Stored::value)
            .sorted(Comparator.comparingInt(Release::number))
            .map(release -> reading.find(Request.KIND, release.request()).orElseThrow())
            .map(request -> request.value().edition())
            .toList();
    int told = 0;
    for (PublicService service : released.getLast().services()) {
      List<String> expected = new ArrayList<>();
      Optional<ServiceState> before = Optional.empty();
      for (Edition edition : released) {
        ServiceState state = stateIn(edition, service.slug());
        if (!before.equals(Optional.of(state))) {
          expected.add(edition.asOf() + " " + state);
        }
        before = Optional.of(state);
      }
      assertThat(StateChange.history(service)).hasSameSizeAs(expected);
      String page = Files.readString(newest.resolve("dienste/" + service.slug() + "/index.html"));
      List<String> printed = new ArrayList<>();
      int begin = page.indexOf("<ol class=\"history\">");
      if (begin >= 0) {
        Matcher lines = SHOWN.matcher(page.substring(begin, page.indexOf("</ol>", begin)));
        while (lines.find()) {
          printed.add(lines.group(1) + " " + lines.group(2));
        }
        told++;
      }
      assertThat(printed).isEqualTo(expected.size() < 2 ? List.of() : expected);
    }
    assertThat(told).isPositive();
  }

  private static ServiceState stateIn(Edition edition, Slug service) {
    return edition.services().stream()
        .filter(one -> one.slug().equals(service))
        .findFirst()
        .orElseThrow()
        .state();
  }

  private static Installation open(Path data) {
    return Installation.open(Options.parse(List.of("--data", data.toString())));
  }

  private int run(String... arguments) {
    PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
    return Main.run(List.of(arguments), out, out);
  }

  private String words() {
    return said.toString(StandardCharsets.UTF_8);
  }
}
