package de.notbetrieb.publishing;

import static de.notbetrieb.publishing.PublishingWorld.NOW;
import static de.notbetrieb.publishing.PublishingWorld.TOWN;
import static org.assertj.core.api.Assertions.assertThat;

import de.notbetrieb.edition.EditionPackage;
import de.notbetrieb.edition.PublicFile;
import de.notbetrieb.edition.PublicStand.Area;
import de.notbetrieb.journal.RequestId;
import de.notbetrieb.town.Fallback;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a releaser sees beside the difference. */
class ReviewsTest {
  @TempDir Path data;
  private PublishingWorld world;
  private Reviews reviews;

  @BeforeEach
  void start() {
    world = PublishingWorld.founded(data);
    reviews = new Reviews(world.journal, world.editions);
  }

  @AfterEach
  void stop() {
    world.close();
  }

  @Test
  void whatIsWrittenAfterTheRequestIsShownAsLater() {
    Request request = world.request();
    assertThat(reviews.later(TOWN, request, NOW.plusHours(1)).items()).isEmpty();

    world.say("spaeter", "Später geschrieben.");

    assertThat(reviews.later(TOWN, request, NOW.plusHours(1)).items())
        .singleElement()
        .satisfies(
            item -> {
              assertThat(item.area()).isEqualTo(Area.UPDATES);
              assertThat(item.kind()).isEqualTo(Difference.Kind.ADDED);
              assertThat(item.id()).isEqualTo("spaeter");
            });
  }

  @Test
  void thePreviewIsByteForByteWhatIsPublishedThen() throws Exception {
    world.publish();
    world.say("neues", "Etwas Neues.");
    Request request = world.request();
    List<String> paths =
        List.of("index.html", "en/index.html", "plakat.pdf", "ansage.txt", "kurz.txt", "cms.html");
    List<PublicFile> before =
        paths.stream().map(path -> reviews.preview(TOWN, request, path).orElseThrow()).toList();
    assertThat(reviews.preview(TOWN, request, "en/")).contains(before.get(1));
    assertThat(reviews.preview(TOWN, request, "geheim.txt")).isEmpty();

    world.release(request);

    EditionPackage published = world.store.highest(world.store.key()).orElseThrow();
    assertThat(before)
        .allSatisfy(file -> assertThat(published.bytes(file.path())).isEqualTo(file.bytes()));
  }

  @Test
  void lookingAtAPreviewWritesNothing() throws Exception {
    Request request = world.request();
    long head = world.journal.read(TOWN).head();
    List<Path> files = filesOfTheStore();

    reviews.preview(TOWN, request, "plakat.pdf");

    assertThat(filesOfTheStore()).isEqualTo(files);
    assertThat(world.journal.read(TOWN).head()).isEqualTo(head);
  }

  @Test
  void aJudgedSentenceIsListedWithWhoAndWhyAsLongAsTheRequestSaysIt() {
    world.say("fristen", "Alle Fristen werden verlängert.");
    world.say("zitat", "Niemand hat Nachteile.");
    Judgements judgements = new Judgements(world.journal);
    judgements.promise(
        TOWN,
        world.person("redaktion"),
        RequestId.random(),
        judgements.open(TOWN).stream()
            .filter(grant -> grant.id().equals("fristen"))
            .findFirst()
            .orElseThrow()
            .key(),
        new Fallback.Promise("§ 31 Abs. 7 VwVfG", "Leitung Hauptamt"));
    judgements.noPromise(
        TOWN,
        world.person("allein"),
        RequestId.random(),
        judgements.open(TOWN).getFirst().key(),
        "Zitat");
    world.say("zitat", "Wir melden uns.");

    assertThat(reviews.judged(TOWN, world.request().edition()))
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.judgement().text().de()).isEqualTo("Alle Fristen werden verlängert.");
              assertThat(one.judgement().promise().orElseThrow().decider())
                  .isEqualTo("Leitung Hauptamt");
              assertThat(one.by()).isEqualTo(world.person("redaktion").pseudonym());
            });
  }

  private List<Path> filesOfTheStore() throws java.io.IOException {
    try (Stream<Path> all = Files.walk(world.towns)) {
      return all.sorted().toList();
    }
  }
}
