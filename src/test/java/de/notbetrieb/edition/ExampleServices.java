package de.notbetrieb.edition;

import static de.notbetrieb.edition.Examples.slug;

import de.notbetrieb.platform.Text;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The services of the example Mössingen: one with everything, one in each state. */
final class ExampleServices {
  private ExampleServices() {}

  static List<PublicService> all() {
    return List.of(
        identityCard(),
        new ExampleService("abholen", "ausweis", ServiceState.AVAILABLE)
            .named(
                Text.of("Fertigen Ausweis abholen", "Collect a finished ID card"),
                Text.of(
                    "Im Bürgerbüro, ohne Termin, wenn Sie unseren Brief haben.",
                    "At the citizens' office, without appointment, if you have our letter."))
            .build(),
        moving(),
        new ExampleService("geburt", "geburt", ServiceState.LIMITED)
            .named(
                Text.of("Geburt anzeigen", "Report a birth"),
                Text.of("Wir nehmen die Anzeige an und bescheinigen das. Urkunden gibt es später."))
            .build(),
        new ExampleService("wohngeld", "geld", ServiceState.UNKNOWN)
            .named(
                Text.of("Wohngeld beantragen", "Apply for housing benefit"),
                Text.of(
                    "Antrag auf Papier abgeben, damit der Monat zählt.",
                    "Hand in the form on paper so that the month counts."))
            .build(),
        new ExampleService("karte", "geld", ServiceState.UNAVAILABLE)
            .named(
                Text.of("Karte zahlen im Rathaus", "Pay by card"),
                Text.of("Bitte bar zahlen.", "Please pay in cash."))
            .build(),
        car());
  }

  private static PublicService identityCard() {
    ExampleService made =
        new ExampleService("perso", "ausweis", ServiceState.ELSEWHERE)
            .named(
                Text.of("Personalausweis oder Pass beantragen", "Apply for an ID card or passport"),
                Text.of(
                    "Nur bei wichtigem Grund, zum Beispiel einer Reise. Rufen Sie zuerst an.",
                    "Only for an important reason, such as a journey. Call us first."));
    made.reason = Optional.of(Text.of("wegen der IT-Störung", "because of the IT outage"));
    made.until = Optional.of(Text.of("bis unser Melderegister wieder läuft"));
    made.expected = Optional.of(Text.of("Wochen, nicht Tage", "weeks, not days"));
    made.expectations =
        List.of(
            new PublicService.Expected(
                Text.of("Wochen, nicht Tage", "weeks, not days"),
                Examples.AS_OF.minusHours(1),
                Optional.of(Text.of("Krisenstab", "crisis team")),
                Optional.of(LocalDate.of(2023, 12, 5)),
                Optional.of(LocalDate.of(2024, 1, 31)),
                Optional.empty(),
                Optional.empty()),
            new PublicService.Expected(
                Text.of("einige Tage", "some days"),
                Examples.AS_OF.minusDays(3),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(
                    new PublicService.Ended(PublicService.Outcome.REPLACED, Examples.AS_OF))));
    made.steps =
        List.of(
            new PublicService.PublicStep(
                slug("antrag"),
                Text.of("Beantragen", "Apply"),
                ServiceState.ELSEWHERE,
                Optional.of(Text.of("im Rathaus Ofterdingen", "at Ofterdingen town hall"))),
            new PublicService.PublicStep(
                slug("abholung"),
                Text.of("Abholen", "Collect"),
                ServiceState.AVAILABLE,
                Optional.empty()));
    made.papers =
        List.of(
            Text.of("alter Ausweis, auch abgelaufen", "old ID card, even if expired"),
            Text.of("biometrisches Foto", "biometric photo"));
    made.fee = Optional.of(Text.of("37 Euro", "37 euros"));
    made.payment = List.of(PaymentMeans.CASH, PaymentMeans.TRANSFER);
    made.cutOffs =
        List.of(
            Text.of(
                "Vor dem 17. November beantragt: fertige Ausweise liegen bereit.",
                "Applied before 17 November: finished cards are ready."));
    made.elsewhere =
        Optional.of(
            new PublicService.Elsewhere(
                "Gemeinde Ofterdingen",
                Optional.of(Text.of("Rathausgasse 2, Ofterdingen")),
                HelpMode.RESIDENT_GOES_THERE,
                Optional.of(
                    Text.of(
                        "unsere Ermächtigung, § 19 Abs. 4 PassG",
                        "our authorisation, § 19 (4) PassG")),
                Optional.of(Text.of("Dienstag und Donnerstag", "Tuesday and Thursday"))));
    made.substitute =
        Optional.of(
            new PublicService.Substitute(
                Text.of("Reiseausweis der Bundespolizei", "Travel paper of the Federal Police"),
                URI.create("https://www.bundespolizei.example/reise?a=1&b=2"),
                Text.of(
                    "Die echte Seite verlangt kein Geld im Voraus.",
                    "The genuine page asks for no money in advance.")));
    made.differences =
        List.of(
            new PublicService.Difference(
                Text.of("Kinder unter 12", "Children under 12"),
                ServiceState.UNAVAILABLE,
                Text.of("Kinderpässe gibt es gerade nicht.", "No passports for children now.")));
    made.waysIn = List.of("zentrale", "buergerbuero-telefon");
    made.offices = List.of("rathaus");
    made.words = List.of(Text.of("Perso"), Text.of("Reisepass", "passport"));
    made.history =
        List.of(
            new PublicService.StateSince(ServiceState.ELSEWHERE, Examples.AS_OF),
            new PublicService.StateSince(ServiceState.UNAVAILABLE, Examples.AS_OF.minusDays(1)),
            new PublicService.StateSince(ServiceState.UNKNOWN, Examples.AS_OF.minusDays(4)));
    return made.build();
  }

  private static PublicService moving() {
    ExampleService made =
        new ExampleService("ummelden", "wohnen", ServiceState.LIMITED)
            .named(
                Text.of("Wohnung anmelden", "Register a new address"),
                Text.of(
                    "Meldeschein und Bestätigung des Vermieters auf Papier abgeben. Sie erhalten"
                        + " eine Eingangsbestätigung.",
                    "Hand in the form and your landlord's confirmation on paper. You get a"
                        + " receipt."));
    made.deadline =
        Optional.of(
            new PublicService.DeadlineRule(
                Text.of("zwei Wochen nach dem Einzug", "two weeks after moving in"),
                "§ 17 BMG",
                Optional.of("Leitung Bürgerbüro")));
    made.waysIn = List.of("briefkasten");
    return made.build();
  }

  private static PublicService car() {
    ExampleService made =
        new ExampleService("auto", "andere", ServiceState.AVAILABLE)
            .named(
                Text.of("Auto anmelden", "Register a car"),
                Text.of("Beim Landratsamt Tübingen, wie immer.", "At the county, as always."));
    made.competent =
        Optional.of(
            new PublicService.Competent(
                "Landratsamt Tübingen",
                Optional.of("030 23125-70"),
                Optional.of(URI.create("https://www.kreis-tuebingen.example/kfz"))));
    return made.build();
  }
}
