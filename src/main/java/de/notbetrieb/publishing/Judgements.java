package de.notbetrieb.publishing;

import de.notbetrieb.access.Person;
import de.notbetrieb.access.Right;
import de.notbetrieb.edition.PublicStand.Area;
import de.notbetrieb.journal.Actor;
import de.notbetrieb.journal.Journal;
import de.notbetrieb.journal.Reading;
import de.notbetrieb.journal.RequestId;
import de.notbetrieb.newsroom.Newsroom;
import de.notbetrieb.platform.Refused;
import de.notbetrieb.platform.Slug;
import de.notbetrieb.situation.Situations;
import de.notbetrieb.town.Fallback;
import de.notbetrieb.town.Towns;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Promise or not: asked of every sentence of the draft with granting words, and written down. */
public final class Judgements {
  private static final int MAX_CHARACTERS = 500;

  private final Journal journal;

  public Judgements(Journal journal) {
    this.journal = journal;
  }

  /** What nobody has judged yet. A request waits for it. */
  public List<Grant> open(Slug town) {
    return open(journal.read(town));
  }

  static List<Grant> open(Reading reading) {
    return all(reading).filter(one -> reading.find(Judgement.KIND, one.key()).isEmpty()).toList();
  }

  private static Stream<Grant> all(Reading reading) {
    return Towns.of(reading).stream()
        .flatMap(town -> Grants.in(Situations.of(reading, town), Newsroom.of(reading)).stream());
  }

  /** Refuses a draft that grants something without a ground, and says where. */
  static void requireNoneOpen(Reading reading, Set<String> held) {
    List<Refused.Problem> problems =
        open(reading).stream()
            .filter(one -> !isHeld(one, held))
            .map(
                one ->
                    new Refused.Problem(
                        one.kind() + "." + one.id() + "." + one.field(),
                        "publishing.promise",
                        List.of(one.place(), one.words())))
            .toList();
    if (!problems.isEmpty()) {
      throw Refused.invalid(problems);
    }
  }

  /** A text of the newsroom that stays behind grants nothing yet. */
  private static boolean isHeld(Grant grant, Set<String> held) {
    return switch (grant.kind()) {
      case "newsroom.update" -> held.contains(Area.UPDATES + "/" + grant.id());
      case "newsroom.answer" -> held.contains(Area.ANSWERS + "/" + grant.id());
      case "newsroom.notice" -> held.contains(Area.NOTICES + "/" + grant.id());
      case "newsroom.masthead" -> held.contains(Area.FIRST_WORDS + "/");
      default -> false;
    };
  }

  /** It grants something: on that ground, and somebody decided it. */
  public void promise(
      Slug town, Person person, RequestId form, String key, Fallback.Promise promise) {
    required("ground", promise.ground());
    required("decider", promise.decider());
    judge(town, person, form, key, Optional.of(promise), Optional.empty());
  }

  /** It grants nothing, and why. */
  public void noPromise(Slug town, Person person, RequestId form, String key, String why) {
    required("why", why);
    judge(town, person, form, key, Optional.empty(), Optional.of(why.strip()));
  }

  private void judge(
      Slug town,
      Person person,
      RequestId form,
      String key,
      Optional<Fallback.Promise> promise,
      Optional<String> why) {
    Actor actor = person.allowedTo(Right.WRITE);
    journal.write(
        town,
        actor,
        form,
        change -> {
          Grant grant =
              all(change)
                  .filter(one -> one.key().equals(key))
                  .findFirst()
                  .orElseThrow(() -> Refused.conflict("publishing.sentence-changed"));
          change.put(Judgement.KIND, key, new Judgement(grant.place(), grant.text(), promise, why));
        });
  }

  private static void required(String field, String value) {
    if (value.isBlank() || value.length() > MAX_CHARACTERS) {
      throw Refused.invalid(field, "publishing.judgement-needs-" + field);
    }
  }
}
