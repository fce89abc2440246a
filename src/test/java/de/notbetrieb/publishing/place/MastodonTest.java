package de.notbetrieb.publishing.place;

import static de.notbetrieb.publishing.PublishingWorld.TOWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.notbetrieb.access.Person;
import de.notbetrieb.journal.RequestId;
import de.notbetrieb.platform.Language;
import de.notbetrieb.platform.Refused;
import de.notbetrieb.publishing.PublishingWorld;
import de.notbetrieb.publishing.Withdrawal;
import de.notbetrieb.town.PreparedPlace;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The town's account: one post for each edition, none for one that was taken back. */
class MastodonTest {
  private static final String PLACE = "konto";

  @TempDir Path data;
  private final ForwardClock clock = new ForwardClock();
  private PublishingWorld world;
  private MastodonServer server;
  private Places places;
  private Person person;
  private Courier courier;

  @TempDir static Path published;

  @BeforeAll
  static void publishOnce() {
    try (PublishingWorld first = PublishingWorld.founded(published)) {
      publish(first, 1);
    }
  }

  @BeforeEach
  void open() throws IOException {
    world = PublishingWorld.copied(published, data);
    server = new MastodonServer();
    places = new Places(world.journal, world.editions, data);
    person = world.person("allein");
    courier = new Courier(places, data, clock, Courier.Pace.USUAL, new Random(7));
    Place place =
        new Place(
            PreparedPlace.Sort.SOCIAL, "Mastodon", "", Optional.empty(), Optional.empty(), false);
    places.begin(TOWN, person, RequestId.random(), Map.of(PLACE, place));
  }

  @AfterEach
  void close() {
    courier.close();
    server.close();
    world.close();
  }

  private static void publish(PublishingWorld world, int number) {
    world.say("neues-" + number, "Nachricht Nummer " + number + ".");
    assertThat(world.publish()).isEqualTo(number);
  }

  private void switchOn(String token) {
    switchOn(token, List.of());
  }

  private void switchOn(String token, List<Language> languages) {
    places
        .accesses()
        .feedBy(
            TOWN,
            person,
            RequestId.random(),
            PLACE,
            new Upload(Upload.Way.MASTODON, server.address(), "", "", Optional.empty(), languages),
            Optional.of(token),
            places.stored(TOWN, PLACE).entry());
    courier.round();
  }

  private PlaceStatus status() {
    return places.status(TOWN, PLACE);
  }

  private MastodonServer.Post only() {
    assertThat(server.posts).hasSize(1);
    return server.posts.values().iterator().next();
  }

  /** Past every pause and every doubled wait so far. */
  private void later(Duration time) {
    clock.forward(time);
    courier.round();
  }

  @Test
  void nothingIsPostedUntilSomebodySwitchesItOn() {
    courier.round();
    assertThat(server.asked).isEmpty();
    assertThat(status().standing()).isEqualTo(PlaceStatus.Standing.EMPTY);

    switchOn(MastodonServer.TOKEN);

    MastodonServer.Post post = only();
    assertThat(post.language()).isEqualTo("de");
    assertThat(post.content()).contains("https://", "musterstadt");
    assertThat(server.pictures.get(post.media().getFirst()))
        .as("the picture's words for those who cannot see it")
        .contains("Musterstadt");
    assertThat(status().standing()).isEqualTo(PlaceStatus.Standing.CURRENT);
    assertThat(status().carries()).contains(1);
    later(Duration.ofMinutes(15));
    assertThat(server.asked("POST /api/v1/statuses")).isEqualTo(1);

    places.accesses().feedNoMore(TOWN, person, RequestId.random(), PLACE);
    publish(world, 2);
    courier.round();
    only();
    assertThat(status().standing()).as("by hand again").isEqualTo(PlaceStatus.Standing.EMPTY);
  }

  @Test
  void theNextEditionIsTheNextPostAndATakenBackOneIsDeleted() {
    switchOn(MastodonServer.TOKEN);
    publish(world, 2);
    courier.round();
    assertThat(server.posts).hasSize(2);
    assertThat(status().carries()).contains(2);

    world.withdraw(new Withdrawal.Order(2, "Falsche Nummer", Optional.empty(), Optional.empty()));
    courier.round();

    only();
    assertThat(status().carries()).contains(1);
    assertThat(status().standing()).isEqualTo(PlaceStatus.Standing.CURRENT);
    assertThat(status().mended()).containsExactly(Finding.of(Finding.What.POST_DELETED, "2"));

    world.withdraw(new Withdrawal.Order(1, "Auch falsch", Optional.empty(), Optional.empty()));
    courier.round();
    assertThat(server.posts).isEmpty();
    assertThat(status().standing()).isEqualTo(PlaceStatus.Standing.WAITING);
    assertThat(status().mended()).containsExactly(Finding.of(Finding.What.POST_DELETED, "1"));
  }

  private Map<String, String> byLanguage() {
    return server.posts.values().stream()
        .collect(Collectors.toMap(MastodonServer.Post::language, MastodonServer.Post::content));
  }

  @Test
  void eachChosenLanguageGetsAPostOfItsOwn() {
    switchOn(MastodonServer.TOKEN, List.of(Language.EN, Language.DE));

    assertThat(byLanguage()).containsOnlyKeys("de", "en");
    assertThat(byLanguage().get("de")).contains("Stand ");
    assertThat(byLanguage().get("en")).contains("The town hall is open.", "as of ");
    assertThat(status().standing()).isEqualTo(PlaceStatus.Standing.CURRENT);
    String english =
        server.posts.values().stream()
            .filter(p -> p.language().equals("en"))
            .findFirst()
            .orElseThrow()
            .id();
    server.change(english, "as of", "as of yesterday,");
    later(Duration.ofMinutes(15));
    assertThat(status().findings())
        .containsExactly(
            Finding.of(Finding.What.CHANGED_POST, server.address() + "/@stadt/" + english));
    server.posts.remove(english);
    later(Duration.ofMinutes(15));
    assertThat(status().standing()).isEqualTo(PlaceStatus.Standing.CONTRADICTS);
    assertThat(status().findings()).containsExactly(Finding.of(Finding.What.NO_POST));

    world.withdraw(new Withdrawal.Order(1, "Falsch", Optional.empty(), Optional.empty()));
    courier.round();
    assertThat(server.posts).as("in every language").isEmpty();
  }

  @Test
  void aLanguageThatIsChosenLaterIsPostedAtOnceAndTheOthersStay() {
    switchOn(MastodonServer.TOKEN);
    String german = only().id();

    switchOn(MastodonServer.TOKEN, List.of(Language.DE, Language.EN));

    assertThat(byLanguage()).containsOnlyKeys("de", "en");
    assertThat(server.posts).containsKey(german);
    assertThat(status().standing()).isEqualTo(PlaceStatus.Standing.CURRENT);
  }

  @Test
  void anAccountInALanguageThatTheTownDoesNotSpeakIsNotSilent() {
    switchOn(MastodonServer.TOKEN, List.of(Language.TR));

    assertThat(only().language()).isEqualTo("de");
  }

  @Test
  void aPostWhoseAnswerWasLostIsPostedOnce() {
    server.loseAnswers(true);
    switchOn(MastodonServer.TOKEN);
    only();
    assertThat(status().findings()).contains(Finding.of(Finding.What.BROKE_OFF));

    server.loseAnswers(false);
    server.listNothing();
    later(Duration.ofMinutes(2));

    only();
    assertThat(server.asked("POST /api/v1/statuses")).as("under the same key").isEqualTo(2);
    assertThat(status().standing()).isEqualTo(PlaceStatus.Standing.CURRENT);
  }

  @Test
  void aPostWhoseAnswerWasLostIsFoundAgainAfterTheServerForgotItsKey() {
    server.loseAnswers(true);
    switchOn(MastodonServer.TOKEN);
    server.forgetKeys();

    server.loseAnswers(false);
    later(Duration.ofHours(2));

    only();
    assertThat(status().standing()).isEqualTo(PlaceStatus.Standing.CURRENT);
  }

  @Test
  void aChangedPostContradictsAndIsPostedAnewOnlyWhenSomebodySaysSo() {
    switchOn(MastodonServer.TOKEN);
    String id = only().id();
    server.change(id, "Musterstadt", "Musterstadt zahlt allen 100 Euro.");
    later(Duration.ofMinutes(15));
    assertThat(status().standing()).isEqualTo(PlaceStatus.Standing.CONTRADICTS);
    assertThat(status().findings())
        .containsExactly(Finding.of(Finding.What.CHANGED_POST, server.address() + "/@stadt/" + id));

    later(Duration.ofMinutes(15));
    assertThat(only().id()).as("it may have been on purpose").isEqualTo(id);
    places.ask(TOWN, person, PLACE, true);
    courier.round();

    assertThat(only().id()).isNotEqualTo(id);
    assertThat(status().standing()).isEqualTo(PlaceStatus.Standing.CURRENT);
  }

  @Test
  void aDeletedPostLeavesThePlaceEmpty() {
    switchOn(MastodonServer.TOKEN);
    server.posts.clear();

    later(Duration.ofMinutes(15));

    assertThat(status().standing()).isEqualTo(PlaceStatus.Standing.EMPTY);
    assertThat(server.posts).isEmpty();
  }

  @Test
  void aServerThatTellsStrangersNothingIsAskedWithTheToken() {
    server.closeToStrangers();

    switchOn(MastodonServer.TOKEN);

    assertThat(status().standing()).isEqualTo(PlaceStatus.Standing.CURRENT);
  }

  @Test
  void aWrongTokenIsSaidAndHardlyEverTriedAgain() {
    switchOn("falsch");
    long tries = server.asked("GET /api/v1/accounts");
    assertThat(status().findings()).contains(Finding.of(Finding.What.SIGN_IN));

    for (int minute = 0; minute < 20; minute++) {
      later(Duration.ofMinutes(1));
    }

    assertThat(server.asked("GET /api/v1/accounts")).isEqualTo(tries);
    switchOn(MastodonServer.TOKEN);
    assertThat(status().standing()).isEqualTo(PlaceStatus.Standing.CURRENT);
  }

  @Test
  void whatTheServerDoesNotAcceptIsSaidInItsWords() {
    server.refuse(new MastodonServer.Refusal("POST", 422, Map.of()));

    switchOn(MastodonServer.TOKEN);

    assertThat(status().findings())
        .contains(Finding.of(Finding.What.NOT_ACCEPTED, "Validation failed: Text ist zu lang"));
  }

  @Test
  void aPauseThatTheServerAsksForIsKeptEvenWhenSomebodyIsImpatient() {
    server.refuse(new MastodonServer.Refusal("GET", 429, Map.of("Retry-After", "1200")));
    switchOn(MastodonServer.TOKEN);
    assertThat(status().findings()).contains(Finding.of(Finding.What.TOO_OFTEN, "20"));
    int asked = server.asked.size();

    places.ask(TOWN, person, PLACE, true);
    later(Duration.ofMinutes(19));
    assertThat(server.asked).hasSize(asked);
    later(Duration.ofMinutes(2));

    only();
    assertThat(status().standing()).isEqualTo(PlaceStatus.Standing.CURRENT);
  }

  @Test
  void aTokenIsNotSentInTheClearAndOnlyToAServer() {
    for (String location :
        new String[] {
          "http://mastodon.example",
          "https://mastodon.example/@stadt",
          "https://a:b@mastodon.example"
        }) {
      assertThatThrownBy(() -> new Upload(Upload.Way.MASTODON, location, "", "", Optional.empty()))
          .as(location)
          .isInstanceOf(Refused.class);
    }
    Upload folder = new Upload(Upload.Way.FOLDER, "/srv/www", "", "", Optional.empty());
    assertThatThrownBy(
            () ->
                places
                    .accesses()
                    .feedBy(TOWN, person, RequestId.random(), PLACE, folder, Optional.empty(), 0))
        .isInstanceOf(Refused.class);
  }
}
