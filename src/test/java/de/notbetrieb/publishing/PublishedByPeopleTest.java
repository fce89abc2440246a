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
import de.notbetrieb.platform.Language;
import de.notbetrieb.platform.NoteKey;
import de.notbetrieb.platform.Slug;
import de.notbetrieb.platform.Text;
import de.notbetrieb.publishing.place.Feeding;
import de.notbetrieb.publishing.place.Finding;
import de.notbetrieb.publishing.place.Place;
import de.notbetrieb.publishing.place.Posted;
import de.notbetrieb.publishing.place.SealedSecret;
import de.notbetrieb.publishing.place.Sighting;
import de.notbetrieb.publishing.place.Upload;
import de.notbetrieb.town.Fallback;
import de.notbetrieb.town.PreparedPlace;
import java.io.IOException;
import java.net.URI;
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
          "Witness.Turn.reason",
          "Witness.Turn.when",
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
          "SecondLook.remark",
          "Place.name",
          "Place.feeder",
          "Place.address",
          "Upload.location",
          "Upload.account",
          "Upload.region",
          "Upload.hostKey",
          "Posted.One.address",
          "Posted.One.id",
          "Posted.One.text",
          "SealedSecret.box",
          "Finding.arguments",
          "Sighting.since");

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
                "Kanarienpartner",
                "Kanarienstelle",
                "Kanarienfeeder",
                "kanarienadresse",
                "kanarienort",
                "kanarienkonto",
                "kanarienregion",
                "KanarienFingerabdruck",
                "Kanarienbox",
                "Kanarienbefund",
                "Kanarienbeitrag",
                "2157-07-14",
                "14.07.2157",
                "newsroom.update"));
    List<String> pseudonyms = new ArrayList<>();
    try (PublishingWorld world = PublishingWorld.founded(data)) {
      for (String name : List.of("lesen", "redaktion", "freigabe", "allein")) {
        pseudonyms.add(world.person(name).pseudonym().pseudonym());
      }
      hidden.add("Pressestelle");
      Person alone = world.person("allein");
      Request returned = world.request();
      world
          .editions
          .drafting()
          .giveBack(
              TOWN,
              world.person("freigabe"),
              RequestId.random(),
              returned.id(),
              "Kanarienreturned");
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
      Witness.Turn left =
          new Witness.Turn(
              Witness.Change.ENDED,
              Optional.empty(),
              Optional.of("Kanarienpartner"),
              year2157,
              alone.pseudonym());
      NoteKey nehren = Neighbour.called("nehren.example").key();
      Witness partner = new Witness(nehren.vkey(), Optional.empty(), List.of(left));
      world.journal.write(
          TOWN,
          Actor.PROGRAM,
          RequestId.random(),
          change -> {
            change.put(Witness.KIND, "nehren.example", partner);
            change.put(Wording.KIND, "agreed", agreed);
            change.put(SecondLook.KIND, "edition-1", look);
            change.put(StandingRelease.KIND, StandingRelease.ID, standing);
          });
      place(world, year2157);
      Request request =
          world.editions.drafting().request(TOWN, alone, RequestId.random(), NOW, Optional.empty());
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
        assertThat(pseudonyms)
            .as(file.path())
            .noneMatch(word -> text.contains(word.toLowerCase(Locale.ROOT)) && !isNote(file));
      }
    }
  }

  /** A place with all that is written down of it. */
  private static void place(PublishingWorld world, OffsetDateTime when) {
    Upload upload =
        new Upload(
            Upload.Way.SFTP,
            "sftp://kanarienort.example/ordner",
            "kanarienkonto",
            "kanarienregion",
            Optional.of("SHA256:KanarienFingerabdruck" + "A".repeat(22)));
    Place place =
        new Place(
            PreparedPlace.Sort.UPLOAD,
            "Kanarienstelle",
            "Kanarienfeeder",
            Optional.of(URI.create("https://kanarienadresse.example/")),
            Optional.of(upload),
            false);
    Finding finding = new Finding(Finding.What.values()[0], List.of("Kanarienbefund"));
    Sighting sighting =
        new Sighting(Sighting.Verdict.values()[0], Optional.of(1), List.of(finding), 1, when);
    Posted.One post =
        new Posted.One(
            1, Language.TR, "Kanarienbeitrag1", "Kanarienbeitrag2", "Kanarienbeitrag3", false);
    world.journal.write(
        TOWN,
        Actor.PROGRAM,
        RequestId.random(),
        change -> {
          change.put(Place.KIND, "webspace", place);
          change.put(SealedSecret.KIND, "webspace", new SealedSecret("Kanarienbox"));
          change.put(Sighting.KIND, "webspace", sighting);
          change.put(
              Feeding.KIND,
              "webspace",
              new Feeding(Optional.of(1), Optional.of(finding), List.of(finding)));
          change.put(Posted.KIND, "webspace", new Posted(List.of(post)));
        });
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

  /** The release note and its leaf in the log say who asked and released, by pseudonym. */
  private static boolean isNote(PublicFile file) {
    return file.path().endsWith("/release.note") || file.path().contains("/log/tile/entries/");
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
