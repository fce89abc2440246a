package de.notbetrieb.publishing;

import de.notbetrieb.access.Person;
import de.notbetrieb.access.Right;
import de.notbetrieb.journal.Actor;
import de.notbetrieb.journal.Journal;
import de.notbetrieb.journal.Reading;
import de.notbetrieb.journal.RequestId;
import de.notbetrieb.journal.Stored;
import de.notbetrieb.platform.Refused;
import de.notbetrieb.platform.Slug;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Where a second person is asked for: looking again at what one released, deciding in advance. */
public final class FourEyes {
  private static final int MAX_WORDS = 500;

  private final Journal journal;

  public FourEyes(Journal journal) {
    this.journal = journal;
  }

  /** Editions that one person released alone and nobody else has looked at, oldest first. */
  public List<Release> unseen(Slug town) {
    Reading reading = journal.read(town);
    return reading.all(Release.KIND).stream()
        .map(Stored::value)
        .filter(release -> release.alone().isPresent() && release.withdrawn().isEmpty())
        .filter(release -> reading.find(SecondLook.KIND, Release.id(release.number())).isEmpty())
        .sorted(Comparator.comparingInt(Release::number))
        .toList();
  }

  /** Says that a second person has looked; not the one who released it. */
  public void look(Slug town, Person person, RequestId form, int number, String remark) {
    Actor actor = person.allowedTo(Right.RELEASE);
    limit("remark", remark);
    journal.write(
        town,
        actor,
        form,
        change -> {
          Release release =
              change
                  .find(Release.KIND, Release.id(number))
                  .orElseThrow(() -> Refused.notFound("publishing.no-edition", "" + number))
                  .value();
          if (release.releaser().equals(actor)) {
            throw Refused.conflict("publishing.look-by-another");
          }
          change.put(
              SecondLook.KIND,
              Release.id(number),
              new SecondLook(number, actor, change.now().toOffset(), remark.strip()));
        });
  }

  public Optional<Stored<StandingRelease>> standing(Slug town) {
    return journal.read(town).find(StandingRelease.KIND, StandingRelease.ID);
  }

  /**
   * What may go out by one person from now on; it holds when somebody else agrees.
   *
   * @param alone why there is nobody to agree; then it holds at once
   */
  public void decide(
      Slug town,
      Person person,
      RequestId form,
      List<StandingRelease.Difference> covers,
      Optional<String> alone,
      long seen) {
    Actor actor = person.allowedTo(Right.RELEASE);
    alone.ifPresent(why -> limit("alone", why));
    journal.write(
        town,
        actor,
        form,
        change ->
            change.put(
                StandingRelease.KIND,
                StandingRelease.ID,
                new StandingRelease(
                    covers, actor, change.now().toOffset(), Optional.empty(), alone),
                seen));
  }

  public void agree(Slug town, Person person, RequestId form, long seen) {
    Actor actor = person.allowedTo(Right.RELEASE);
    journal.write(
        town,
        actor,
        form,
        change -> {
          StandingRelease decided =
              change
                  .find(StandingRelease.KIND, StandingRelease.ID)
                  .orElseThrow(() -> Refused.notFound("publishing.nothing-decided"))
                  .value();
          if (decided.decided().equals(actor)) {
            throw Refused.conflict("publishing.agree-by-another");
          }
          change.put(
              StandingRelease.KIND,
              StandingRelease.ID,
              new StandingRelease(
                  decided.covers(),
                  decided.decided(),
                  decided.since(),
                  Optional.of(actor),
                  decided.alone()),
              seen);
        });
  }

  private static void limit(String field, String words) {
    if (words.length() > MAX_WORDS) {
      throw Refused.invalid(field, "publishing.too-long", "" + MAX_WORDS);
    }
  }
}
