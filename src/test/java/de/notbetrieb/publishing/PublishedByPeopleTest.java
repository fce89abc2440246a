package de.notbetrieb.publishing;

import static de.notbetrieb.publishing.PublishingWorld.NOW;
import static de.notbetrieb.publishing.PublishingWorld.PASSWORD;
import static de.notbetrieb.publishing.PublishingWorld.TOWN;
import static org.assertj.core.api.Assertions.assertThat;

import de.notbetrieb.access.Person;
import de.notbetrieb.edition.PublicFile;
import de.notbetrieb.journal.Actor;
import de.notbetrieb.journal.RequestId;
import de.notbetrieb.newsroom.Wording;
import de.notbetrieb.platform.Slug;
import de.notbetrieb.platform.Text;
import de.notbetrieb.town.Fallback;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who wrote, released, judged and took back, and why, is in no byte of the store. */
class PublishedByPeopleTest {
  /** Hidden components that come with acts of people rather than with a town. */
  static final Set<String> BY_HAND =
      Set.of(
          "Request.id",
          "Request.returned",
          "Release.request",
          "Release.alone",
          "Release.withdrawn",
          "Withdrawal.reason",
          "Judgement.place",
          "Judgement.noPromise",
          "Person.signIn",
          "Person.name",
          "Actor.pseudonym",
          "Erasure.ground",
          "Wording.question",
          "Wording.answer",
          "Wording.unsaid",
          "StandingRelease.since",
          "StandingRelease.alone",
          "SecondLook.at",
          "SecondLook.remark");

  @TempDir Path data;

  @Test
  void noPersonAndNoReasonIsInTheStore() throws IOException {
    List<String> hidden =
        new ArrayList<>(
            List.of(
                "Kanarienreturned",
                "Kanarienalone",
                "Kanarienreason",
                "Kanarienground",
                "Kanariendecider",
                "Kanarienwhy",
                "Kanarienwording",
                "Kanarienstanding",
                "Kanarienlook",
                "2157-07-14",
                "14.07.2157",
                "newsroom.update"));
    try (PublishingWorld world = PublishingWorld.founded(data)) {
      for (String name : List.of("lesen", "redaktion", "freigabe", "allein")) {
        hidden.add(world.person(name).pseudonym().pseudonym());
      }
      hidden.add("Pressestelle");
      Person alone = world.person("allein");
      Request returned = world.request();
      world.editions.giveBack(
          TOWN, world.person("freigabe"), RequestId.random(), returned.id(), "Kanarienreturned");
      judged(world);
      Wording agreed =
          new Wording(
              Slug.of("agreed"), "Kanarienwording", Text.of("Kanarienwording"), "Kanarienwording");
      OffsetDateTime year2157 = OffsetDateTime.parse("2157-07-14T12:00:00+02:00");
      SecondLook look = new SecondLook(1, alone.pseudonym(), year2157, "Kanarienlook");
      StandingRelease standing =
          new StandingRelease(
              List.of(),
              alone.pseudonym(),
              year2157,
              Optional.empty(),
              Optional.of("Kanarienstanding"));
      world.journal.write(
          TOWN,
          Actor.PROGRAM,
          RequestId.random(),
          change -> {
            change.put(Wording.KIND, "agreed", agreed);
            change.put(SecondLook.KIND, "edition-1", look);
            change.put(StandingRelease.KIND, StandingRelease.ID, standing);
          });
      Request request =
          world.editions.request(TOWN, alone, RequestId.random(), NOW, Optional.empty());
      world.editions.release(
          TOWN, alone, RequestId.random(), request.id(), PASSWORD, Optional.of("Kanarienalone"));
      hidden.add(request.id());
      world.publish();
      world.withdraw(new Withdrawal.Order(1, "Kanarienreason", Optional.empty(), Optional.empty()));
    }
    for (PublicFile file : store()) {
      for (String text : PublicWords.in(file)) {
        assertThat(hidden)
            .as(file.path())
            .noneMatch(word -> text.contains(word.toLowerCase(Locale.ROOT)));
      }
    }
  }

  private static void judged(PublishingWorld world) {
    Judgements judgements = new Judgements(world.journal);
    Person editor = world.person("redaktion");
    world.say("eins", "Fristen werden verlängert.");
    judgements.promise(
        TOWN,
        editor,
        RequestId.random(),
        judgements.open(TOWN).getFirst().key(),
        new Fallback.Promise("Kanarienground", "Kanariendecider"));
    world.say("zwei", "Der Kurs entfällt.");
    judgements.noPromise(
        TOWN, editor, RequestId.random(), judgements.open(TOWN).getFirst().key(), "Kanarienwhy");
  }

  private List<PublicFile> store() throws IOException {
    Path towns = data.resolve("towns");
    try (Stream<Path> all = Files.walk(towns)) {
      List<PublicFile> files = new ArrayList<>();
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        files.add(new PublicFile(towns.relativize(file).toString(), Files.readAllBytes(file)));
      }
      return files;
    }
  }
}
