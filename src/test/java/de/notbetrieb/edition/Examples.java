package de.notbetrieb.edition;

import de.notbetrieb.platform.Language;
import de.notbetrieb.platform.Slug;
import de.notbetrieb.platform.Text;
import de.notbetrieb.platform.TimeSpan;
import java.net.URI;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** Editions that tests share: a small Mössingen on its fourth day, and the least there can be. */
public final class Examples {
  public static final OffsetDateTime AS_OF = OffsetDateTime.parse("2023-11-21T16:00:00+01:00");
  private static final LocalDate DAY = AS_OF.toLocalDate();

  /** Of a secret that everybody knows: 72 bytes, each 7. */
  public static final String KEY = keyOfSevens();

  private Examples() {}

  private static String keyOfSevens() {
    byte[] seed = new byte[72];
    java.util.Arrays.fill(seed, (byte) 7);
    return de.notbetrieb.platform.Minisign.KeyPair.ofSeed(seed).publicKey().base64();
  }

  /** One service with a state and a sentence, nothing else. */
  public static Edition minimal() {
    return new Edition(
        1,
        Purpose.REAL,
        AS_OF,
        AS_OF,
        Optional.empty(),
        Optional.empty(),
        new PublicTown(
            slug("kleinstadt"),
            "Gemeinde Kleinstadt",
            Optional.empty(),
            URI.create("https://notbetrieb.kleinstadt.example"),
            ZoneId.of("Europe/Berlin"),
            new PublicTown.Imprint(
                "Gemeinde Kleinstadt",
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()),
            List.of(),
            Optional.empty()),
        List.of(Language.DE),
        Text.of("Unsere Computer sind aus."),
        Text.of("Kommen Sie bitte ins Rathaus."),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(
            new ExampleService("perso", "wohnen", ServiceState.UNKNOWN)
                .named(Text.of("Ausweis"), Text.of("Das klären wir noch."))
                .build()),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  public static Edition moessingen() {
    return new Edition(
        7,
        Purpose.DEMONSTRATION,
        AS_OF,
        AS_OF,
        Optional.of(OffsetDateTime.parse("2023-11-22T12:00:00+01:00")),
        Optional.of("7".repeat(64)),
        town(),
        List.of(Language.DE, Language.EN),
        Text.of(
            "Das Rathaus ist offen. Vieles geht gerade nicht.",
            "The town hall is open. Much does not work right now."),
        Text.of(
            "Nach einem Cyberangriff am 17. November sind unsere Computer aus. Sie erreichen uns"
                + " am Telefon und persönlich, nicht per E-Mail.",
            "After a cyber attack on 17 November our computers are off. You can reach us by phone"
                + " and in person, not by e-mail."),
        contacts(),
        offices(),
        List.of(
            new PublicUnit(slug("ordnung"), Text.of("Amt für Ordnung", "Public order"), none()),
            new PublicUnit(
                slug("buergerbuero"),
                Text.of("Bürgerbüro", "Citizens' office"),
                Optional.of(slug("ordnung"))),
            new PublicUnit(slug("kasse"), Text.of("Stadtkasse", "Town treasury"), none())),
        List.of(
            new PublicLifeSituation(slug("tod"), Text.of("Todesfall", "Death"), true),
            new PublicLifeSituation(slug("geburt"), Text.of("Geburt", "Birth"), true),
            new PublicLifeSituation(
                slug("ausweis"), Text.of("Ausweis und Reise", "ID and travel"), true),
            new PublicLifeSituation(slug("geld"), Text.of("Geld und Hilfe", "Money, help"), true),
            new PublicLifeSituation(slug("wohnen"), Text.of("Wohnung", "Housing"), true)),
        ExampleServices.all(),
        notices(),
        List.of(
            new RunningNormally(
                Text.of("Wasser und Strom", "Water and electricity"),
                Text.of("Stadtwerke"),
                Optional.of(AS_OF.minusMinutes(30))),
            new RunningNormally(
                Text.of("Auto anmelden", "Car registration"),
                Text.of("beim Landratsamt Tübingen, wie immer", "at the county, as always"),
                Optional.empty())),
        updates(),
        answers(),
        List.of(
            new PublicStand(5, AS_OF.minusDays(1), AS_OF.minusDays(1), List.of(), 3),
            new PublicStand(6, AS_OF.minusDays(1), AS_OF.minusHours(8), List.of(), 0),
            new PublicStand(
                7,
                AS_OF,
                AS_OF,
                List.of(
                    new PublicStand.Change(PublicStand.Area.FIRST_WORDS, none(), false),
                    change(PublicStand.Area.SERVICES, "perso", false),
                    change(PublicStand.Area.SERVICES, "wohngeld", true),
                    change(PublicStand.Area.OFFICES, "rathaus", false)),
                1)));
  }

  private static PublicStand.Change change(PublicStand.Area area, String item, boolean added) {
    return new PublicStand.Change(area, Optional.of(slug(item)), added);
  }

  private static PublicTown town() {
    return new PublicTown(
        slug("moessingen"),
        "Stadt Mössingen",
        Optional.of("08416025"),
        URI.create("https://notbetrieb.moessingen.example"),
        ZoneId.of("Europe/Berlin"),
        new PublicTown.Imprint(
            "Stadt Mössingen",
            List.of("Freiherr-vom-Stein-Straße 20", "72116 Mössingen"),
            Optional.of("Oberbürgermeister"),
            Optional.of("Behördlicher Datenschutz, Rathaus, Zimmer 12"),
            Optional.of("Regierungspräsidium Tübingen")),
        List.of(
            new PublicTown.Genuine(PublicTown.Genuine.Kind.PHONE, "030 23125-0"),
            new PublicTown.Genuine(PublicTown.Genuine.Kind.IBAN, "DE02 1203 0000 0000 2020 51")),
        Optional.of(KEY));
  }

  private static List<PublicContact> contacts() {
    return List.of(
        new PublicContact(
            slug("zentrale"),
            WayInKind.PHONE,
            Text.of("Telefon", "Phone"),
            "030 23125-0",
            Optional.of("+4930231250"),
            WayInState.LIMITED,
            Optional.of(Text.of("zeitweise besetzt", "busy at times")),
            none(),
            List.of(Text.of("Alles", "Everything"), Text.of("Ausweis", "ID card")),
            none(),
            Optional.of(slug("rathaus")),
            days(16 * 60 + 30),
            true,
            List.of("de", "en", "tr")),
        new PublicContact(
            slug("briefkasten"),
            WayInKind.LETTER_BOX,
            Text.of("Briefkasten", "Letter box"),
            "am Rathaus, Tag und Nacht",
            none(),
            WayInState.UP,
            Optional.of(Text.of("gilt mit dem Tag des Einwurfs")),
            none(),
            List.of(),
            none(),
            Optional.of(slug("rathaus")),
            List.of(),
            true,
            List.of()),
        new PublicContact(
            slug("e-mail"),
            WayInKind.EMAIL,
            Text.of("E-Mail"),
            "rathaus@moessingen.example",
            none(),
            WayInState.DOWN,
            Optional.of(Text.of("Schreiben Sie bitte einen Brief.", "Please write a letter.")),
            none(),
            List.of(),
            none(),
            none(),
            List.of(),
            true,
            List.of()),
        new PublicContact(
            slug("buergerbuero-telefon"),
            WayInKind.PHONE,
            Text.of("Bürgerbüro", "Citizens' office"),
            "030 23125-20",
            Optional.of("+49302312520"),
            WayInState.UP,
            none(),
            Optional.of(Text.of("zwei Leitungen", "two lines")),
            List.of(Text.of("Ausweis", "ID card"), Text.of("Wohnung", "Housing")),
            Optional.of(slug("buergerbuero")),
            none(),
            days(16 * 60),
            false,
            List.of("de")));
  }

  private static List<PublicOffice> offices() {
    return List.of(
        new PublicOffice(
            slug("rathaus"),
            Text.of("Rathaus", "Town hall"),
            List.of("Freiherr-vom-Stein-Straße 20", "72116 Mössingen"),
            OfficeState.RESTRICTED,
            Optional.of(Text.of("für Dringendes", "for urgent matters")),
            none(),
            List.of(
                Text.of("Montag bis Freitag 8 bis 12 Uhr", "Monday to Friday 8:00 to 12:00"),
                Text.of("Dienstag auch 14 bis 16:30 Uhr", "Tuesday also 14:00 to 16:30")),
            days(16 * 60 + 30),
            Optional.of(Text.of("stufenlos, Eingang am Hof", "no steps, entrance in the yard")),
            true),
        new PublicOffice(
            slug("buecherei"),
            Text.of("Stadtbücherei", "Town library"),
            List.of("Karl-Jaggy-Straße 21", "72116 Mössingen"),
            OfficeState.CLOSED,
            Optional.of(Text.of("Rückgabe später", "return books later")),
            Optional.of(Text.of("bis 5. Dezember", "until 5 December")),
            List.of(),
            List.of(),
            none(),
            false));
  }

  /** Two weeks: mornings on working days, Tuesdays an afternoon until that minute. */
  private static List<OpenDay> days(int tuesdayUntil) {
    return DAY.datesUntil(DAY.plusDays(14)).map(date -> day(date, tuesdayUntil)).toList();
  }

  private static OpenDay day(LocalDate date, int tuesdayUntil) {
    TimeSpan morning = new TimeSpan(8 * 60, 12 * 60);
    TimeSpan afternoon = new TimeSpan(14 * 60, tuesdayUntil);
    return switch (date.getDayOfWeek()) {
      case SATURDAY, SUNDAY -> new OpenDay(date, List.of(), none());
      case TUESDAY -> new OpenDay(date, List.of(morning, afternoon), none());
      default ->
          new OpenDay(
              date,
              List.of(morning),
              Optional.of(Text.of("nachmittags Krisenstab")).filter(t -> isFriday(date)));
    };
  }

  private static boolean isFriday(LocalDate date) {
    return date.getDayOfWeek() == DayOfWeek.FRIDAY;
  }

  private static List<PublicNotice> notices() {
    return List.of(
        new PublicNotice(
            slug("e-mail-tot"),
            PublicNotice.Kind.INFORMATION,
            Text.of("Ihre E-Mails können wir nicht lesen.", "We cannot read your e-mails."),
            Text.of(
                "Schicken Sie Wichtiges noch einmal als Brief. Heben Sie die E-Mail auf.",
                "Send important things again by letter. Keep the e-mail."),
            none(),
            none()),
        new PublicNotice(
            slug("fristen"),
            PublicNotice.Kind.INFORMATION,
            Text.of("Fristen laufen weiter.", "Deadlines keep running."),
            Text.of("Briefkasten und Schalter nehmen alles an."),
            Optional.of(slug("fristen")),
            none()),
        new PublicNotice(
            slug("betrug"),
            PublicNotice.Kind.FRAUD_WARNING,
            Text.of("Vorsicht vor Betrug.", "Beware of fraud."),
            Text.of(
                "Unsere Bankverbindung ändert sich nicht. Wir fragen nie am Telefon nach"
                    + " Passwörtern.",
                "Our bank account does not change. We never ask for passwords on the phone."),
            none(),
            none()));
  }

  private static List<PublicUpdate> updates() {
    return List.of(
        new PublicUpdate(
            slug("wieder-offen"),
            AS_OF,
            Text.of("Rathaus und Stadtwerke wieder geöffnet", "Town hall open again"),
            List.of(
                Text.of(
                    "Seit heute sind das Rathaus und die Stadtwerke wieder offen.",
                    "The town hall and the utilities are open again since today."),
                Text.of("Kommen Sie bitte nur in dringenden Fällen.")),
            List.of(slug("perso"))),
        new PublicUpdate(
            slug("alles-zu"),
            AS_OF.minusDays(1),
            Text.of("Heute bleiben alle Stellen geschlossen"),
            List.of(Text.of("Am Telefon erreichen Sie uns.")),
            List.of()));
  }

  private static List<PublicAnswer> answers() {
    return List.of(
        new PublicAnswer(
            slug("wie-lange"),
            Text.of("Wie lange dauert das?", "How long will it take?"),
            List.of(
                Text.of(
                    "Das wissen wir noch nicht. Eher Wochen als Tage.",
                    "We do not know yet. Rather weeks than days.")),
            AS_OF),
        new PublicAnswer(
            slug("fristen"),
            Text.of("Läuft meine Frist weiter?", "Does my deadline keep running?"),
            List.of(Text.of("Ja. Briefkasten und Schalter nehmen alles an.")),
            AS_OF));
  }

  static Slug slug(String value) {
    return Slug.of(value);
  }

  private static <T> Optional<T> none() {
    return Optional.empty();
  }
}
