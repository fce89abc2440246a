package de.notbetrieb.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.notbetrieb.journal.Journal;
import de.notbetrieb.journal.RequestId;
import de.notbetrieb.platform.Database;
import de.notbetrieb.platform.Minisign;
import de.notbetrieb.platform.Refused;
import de.notbetrieb.platform.Slug;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Accounts, the key that only passwords and the written words open, and slowed-down guessing. */
class PeopleTest {
  private static final Slug TOWN = Slug.of("musterstadt");
  private static final String FIRST = "erstes langes passwort";
  private static final String SECOND = "zweites langes passwort";
  private static final String THIRD = "ein drittes, langes Passwort";

  @TempDir static Path founded;
  private static RecoveryWords words;
  private static Minisign.PublicKey key;

  @TempDir Path data;
  private Database database;
  private Journal journal;
  private People people;

  /**
   * Passwords are made as slowly as in life, so the town is founded once, and each test gets a copy.
   */
  @BeforeAll
  static void found() {
    try (Database database = Database.embedded(founded);
        Journal journal = journal(database)) {
      People people = new People(database, journal);
      People.Founded made =
          people.found(
              TOWN,
              RequestId.random(),
              List.of(
                  new Newcomer(
                      "hauptamt", "Hauptamt", List.of(Role.RELEASER, Role.ADMINISTRATOR), FIRST),
                  new Newcomer("lesen", "Lesen", List.of(Role.READER), SECOND),
                  new Newcomer("redaktion", "Redaktion", List.of(Role.EDITOR), SECOND),
                  new Newcomer("technik", "Technik", List.of(Role.ADMINISTRATOR), SECOND)),
              change -> {});
      words = made.words();
      key = made.key();
      people.add(
          TOWN,
          people.named(TOWN, "hauptamt").orElseThrow(),
          RequestId.random(),
          new Newcomer("zweite", "Zweite", List.of(Role.RELEASER), SECOND),
          FIRST);
    }
  }

  @BeforeEach
  void open() throws IOException {
    try (Stream<Path> files = Files.list(founded)) {
      for (Path file : files.toList()) {
        Files.copy(file, data.resolve(file.getFileName()));
      }
    }
    database = Database.embedded(data);
    journal = journal(database);
    people = new People(database, journal);
  }

  private static Journal journal(Database database) {
    return new Journal(database, Clock.system(ZoneId.of("Europe/Berlin")));
  }

  @AfterEach
  void close() {
    journal.close();
    database.close();
  }

  @Test
  void aSecondReleaserOpensTheSameKeyWithTheirOwnPassword() {
    try (Minisign.KeyPair opened = people.key(TOWN, second(), SECOND)) {
      assertThat(opened.publicKey()).isEqualTo(key);
    }
  }

  @Test
  void nobodyAddsAReleaserWithoutOpeningTheKey() {
    refuses("access.wrong-password", () -> add("dritte", Role.RELEASER, "nicht das richtige"));
    assertThat(people.named(TOWN, "dritte")).isEmpty();
  }

  @Test
  void aReaderHoldsNoKey() {
    refuses("access.no-key", () -> people.key(TOWN, reader(), SECOND));
  }

  @Test
  void aNameIsTakenOnce() {
    add("dritte", Role.READER, "");

    refuses("access.sign-in-taken", () -> add("dritte", Role.READER, ""));
  }

  @Test
  void anEditorAddsNobody() {
    refuses(
        "access.not-allowed",
        () ->
            people.add(
                TOWN,
                editor(),
                RequestId.random(),
                new Newcomer("dritte", "Dritte", List.of(Role.READER), SECOND),
                ""));
  }

  @Test
  void aChangedPasswordOpensTheKeyAndTheOldOneNoLonger() {
    people.changePassword(TOWN, first(), RequestId.random(), FIRST, SECOND);

    people.key(TOWN, first(), SECOND).close();
    refuses("access.wrong-password", () -> people.key(TOWN, first(), FIRST));
    assertThat(people.signIn(TOWN, "hauptamt", FIRST)).isEmpty();
  }

  @Test
  void theWrittenWordsGiveTheAccountANewPassword() {
    String typed =
        String.join(", ", words.words().stream().map(w -> w.substring(0, 4)).toList())
            .toUpperCase(Locale.ROOT);

    people.recover(TOWN, RequestId.random(), "Hauptamt", RecoveryWords.parse(typed), SECOND);

    try (Minisign.KeyPair opened = people.key(TOWN, first(), SECOND)) {
      assertThat(opened.publicKey()).isEqualTo(key);
    }
  }

  @Test
  void theWordsInAnotherOrderOpenNothing() {
    RecoveryWords other = new RecoveryWords(words.words().reversed());

    refuses(
        "access.wrong-words",
        () -> people.recover(TOWN, RequestId.random(), "hauptamt", other, SECOND));
    assertThat(people.signIn(TOWN, "hauptamt", FIRST)).isPresent();
  }

  @Test
  void renewedWordsTakeTheOldOnesPlace() {
    RecoveryWords renewed = people.townKey().renewWords(TOWN, first(), RequestId.random(), FIRST);

    refuses(
        "access.wrong-words",
        () -> people.recover(TOWN, RequestId.random(), "hauptamt", words, SECOND));
    people.recover(TOWN, RequestId.random(), "hauptamt", renewed, SECOND);
  }

  @Test
  void aFormForNewWordsSentTwiceShowsNoneThatDoNotHold() {
    RequestId form = RequestId.random();
    RecoveryWords shown = people.townKey().renewWords(TOWN, first(), form, FIRST);

    refuses("access.words-shown", () -> people.townKey().renewWords(TOWN, first(), form, FIRST));
    people.recover(TOWN, RequestId.random(), "hauptamt", shown, SECOND);
  }

  @Test
  void aWordThatIsNoneIsNamed() {
    refuses(
        "access.word-unknown",
        () -> RecoveryWords.parse("xylophon " + String.join(" ", words.words().subList(1, 9))));
    refuses("access.words-count", () -> RecoveryWords.parse("aach aalen"));
  }

  @Test
  void aClosedAccountSignsInNoMoreAndKeepsItsName() {
    Person second = second();

    people.close(TOWN, first(), RequestId.random(), second.pseudonym(), seen(second));

    assertThat(people.signIn(TOWN, "zweite", SECOND)).isEmpty();
    refuses("access.no-key", () -> people.key(TOWN, second, SECOND));
    assertThat(people.find(TOWN, second.pseudonym()).orElseThrow().name()).isEqualTo("Zweite");
  }

  private long seen(Person person) {
    return people.stored(TOWN).stream()
        .filter(one -> one.value().pseudonym().equals(person.pseudonym()))
        .findFirst()
        .orElseThrow()
        .entry();
  }

  private void change(Person by, Person whom, Role role, String password, String own) {
    people.changeRoles(
        TOWN,
        by,
        RequestId.random(),
        whom.pseudonym(),
        new RoleChange(List.of(role), seen(whom)),
        password,
        own);
  }

  private Person again(Person person) {
    return people.find(TOWN, person.pseudonym()).orElseThrow();
  }

  @Test
  void aReaderWhoBecomesAReleaserGetsAPasswordThatOpensTheKey() {
    Person reader = reader();

    refuses("access.wrong-password", () -> change(first(), reader, Role.RELEASER, THIRD, SECOND));
    assertThat(again(reader)).isEqualTo(reader);
    change(first(), reader, Role.RELEASER, THIRD, FIRST);

    try (Minisign.KeyPair opened = people.key(TOWN, again(reader), THIRD)) {
      assertThat(opened.publicKey()).isEqualTo(key);
    }
    assertThat(people.signIn(TOWN, "lesen", SECOND)).isEmpty();
  }

  @Test
  void aReleaserWhoBecomesAReaderHoldsNoKeyAndKeepsThePassword() {
    Person second = second();

    change(first(), second, Role.READER, "", "");

    refuses("access.no-key", () -> people.key(TOWN, second, SECOND));
    assertThat(people.signIn(TOWN, "zweite", SECOND)).contains(again(second));
    assertThat(again(second).may(Right.RELEASE)).isFalse();
  }

  @Test
  void nobodyChangesTheirOwnRolesAndAnEditorNobodys() {
    refuses("access.not-own-roles", () -> change(first(), first(), Role.READER, "", ""));
    refuses("access.not-allowed", () -> change(editor(), first(), Role.READER, "", ""));
  }

  @Test
  void theLastReleaserStaysOne() {
    change(first(), second(), Role.READER, "", "");

    refuses("access.last-releaser", () -> change(administrator(), first(), Role.READER, "", ""));
  }

  @Test
  void nobodyClosesTheirOwnAccount() {
    refuses(
        "access.not-oneself",
        () -> people.close(TOWN, first(), RequestId.random(), first().pseudonym(), 1));
  }

  @Test
  void guessingIsSlowedDownWithoutKeepingColleaguesOut() {
    Instant[] now = {Instant.parse("2023-11-17T07:00:00Z")};
    InstantSource time = () -> now[0];
    Attempts attempts = new Attempts(time.withZone(ZoneId.of("Europe/Berlin")));

    for (int i = 0; i < 4; i++) {
      attempts.failed("hauptamt", "10.0.0.1");
    }
    assertThat(attempts.pause("hauptamt", "10.0.0.1")).isZero();
    for (int i = 0; i < 20; i++) {
      attempts.failed("Hauptamt ", "10.0.0.1");
    }
    assertThat(attempts.pause("hauptamt", "10.0.0.1")).isEqualTo(Duration.ofMinutes(1));
    assertThat(attempts.pause("redaktion", "10.0.0.1")).isZero();
    assertThat(attempts.pause("hauptamt", "10.0.0.2")).isZero();

    now[0] = now[0].plusSeconds(61);
    assertThat(attempts.pause("hauptamt", "10.0.0.1")).isZero();
  }

  private Person first() {
    return named("hauptamt");
  }

  private Person second() {
    return named("zweite");
  }

  private Person reader() {
    return named("lesen");
  }

  private Person editor() {
    return named("redaktion");
  }

  private Person administrator() {
    return named("technik");
  }

  private Person named(String signIn) {
    return people.named(TOWN, signIn).orElseThrow();
  }

  private void add(String signIn, Role role, String ownPassword) {
    people.add(
        TOWN,
        first(),
        RequestId.random(),
        new Newcomer(signIn, "Dritte", List.of(role), SECOND),
        ownPassword);
  }

  private static void refuses(
      String key, org.assertj.core.api.ThrowableAssert.ThrowingCallable act) {
    assertThatThrownBy(act)
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.reason().key()).isEqualTo(key));
  }
}
