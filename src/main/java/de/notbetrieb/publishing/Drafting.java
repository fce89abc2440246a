package de.notbetrieb.publishing;

import de.notbetrieb.access.People;
import de.notbetrieb.access.Person;
import de.notbetrieb.access.Right;
import de.notbetrieb.edition.Edition;
import de.notbetrieb.edition.Purpose;
import de.notbetrieb.journal.Actor;
import de.notbetrieb.journal.Journal;
import de.notbetrieb.journal.Reading;
import de.notbetrieb.journal.RequestId;
import de.notbetrieb.journal.Stored;
import de.notbetrieb.journal.Writing;
import de.notbetrieb.newsroom.Newsroom;
import de.notbetrieb.newsroom.Translations;
import de.notbetrieb.platform.Refused;
import de.notbetrieb.platform.Slug;
import de.notbetrieb.situation.Situations;
import de.notbetrieb.town.Town;
import de.notbetrieb.town.Towns;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * From what the rooms say to a request: the draft, freezing it, giving it back. A request that is
 * granted becomes one of the {@link Editions}.
 */
public final class Drafting {
  private final Journal journal;
  private final People people;
  private final Purpose purpose;

  Drafting(Journal journal, People people, Purpose purpose) {
    this.journal = journal;
    this.people = people;
    this.purpose = purpose;
  }

  /** What would be public if it were sealed now. */
  public Edition draft(Slug slug, OffsetDateTime asOf, Optional<OffsetDateTime> nextWordDue) {
    return draft(slug, asOf, nextWordDue, Set.of());
  }

  /**
   * The same with single things as they are public now.
   *
   * @param held their keys in the difference
   */
  Edition draft(
      Slug slug, OffsetDateTime asOf, Optional<OffsetDateTime> nextWordDue, Set<String> held) {
    Reading reading = journal.read(slug);
    Town town = Towns.of(reading).orElseThrow(() -> Refused.notFound("town.none", slug.value()));
    Optional<Edition> live = live(slug);
    HoldingBack holding = new HoldingBack(live, held);
    Releases releases = new Releases(reading);
    Composer composer =
        new Composer(
            Situations.of(reading, town),
            Newsroom.of(reading),
            Translations.of(reading),
            purpose,
            people.publicKey(slug));
    Edition next =
        holding.apply(
            composer.compose(asOf, nextWordDue, releases.next(), live, holding.services()));
    return Course.continued(releases, List.of(), next);
  }

  /** Freezes the draft and asks for its release. */
  public Request request(
      Slug slug,
      Person author,
      RequestId form,
      OffsetDateTime asOf,
      Optional<OffsetDateTime> nextWordDue) {
    return request(slug, author, form, asOf, nextWordDue, Set.of());
  }

  /**
   * The same, while single things stay as they are public now.
   *
   * @param hold their keys in the difference
   */
  public Request request(
      Slug slug,
      Person author,
      RequestId form,
      OffsetDateTime asOf,
      Optional<OffsetDateTime> nextWordDue,
      Set<String> hold) {
    Actor actor = author.allowedTo(Right.REQUEST);
    Set<String> held =
        Difference.of(live(slug), draft(slug, asOf, nextWordDue)).items().stream()
            .filter(item -> item.isHoldable() && hold.contains(item.key()))
            .map(Difference.Item::key)
            .collect(Collectors.toCollection(TreeSet::new));
    Judgements.requireNoneOpen(journal.read(slug), held);
    return ask(
        slug,
        actor,
        form,
        draft(slug, asOf, nextWordDue, held),
        change -> HeldBack.put(change, Request.id(form), List.copyOf(held)));
  }

  /** The same form sent again finds what it asked for the first time. */
  Request ask(Slug slug, Actor actor, RequestId form, Edition content, Consumer<Writing> also) {
    String id = Request.id(form);
    Request request = new Request(id, content, actor, Request.State.OPEN, Optional.empty());
    journal.write(
        slug,
        actor,
        form,
        change -> {
          change.put(Request.KIND, id, request);
          also.accept(change);
        });
    return request(slug, id);
  }

  public List<Request> requests(Slug slug) {
    return journal.read(slug).all(Request.KIND).stream().map(Stored::value).toList();
  }

  public Request request(Slug slug, String id) {
    return new Releases(journal.read(slug)).request(id);
  }

  /**
   * Going back: asks that what an earlier edition said be said again, under the next number. It is
   * reviewed and released as anything else; the facts in the program stay as they are.
   */
  public Request again(Slug slug, Person author, RequestId form, int number, OffsetDateTime asOf) {
    Actor actor = author.allowedTo(Right.REQUEST);
    Releases releases = new Releases(journal.read(slug));
    Release earlier =
        releases.standing().stream()
            .filter(release -> release.number() == number)
            .findFirst()
            .orElseThrow(() -> Refused.notFound("publishing.no-edition", String.valueOf(number)));
    Composer.Place place = releases.next();
    Edition numbered =
        Request.numbered(
            releases.edition(earlier), place.number(), place.previous().map(hash -> hash.hex()));
    return ask(slug, actor, form, Request.trueAgain(numbered, live(slug), asOf), _ -> {});
  }

  /** Sends a request back with a word why. */
  public void giveBack(Slug slug, Person person, RequestId form, String requestId, String why) {
    Actor actor = person.allowedTo(Right.RELEASE);
    if (why.isBlank()) {
      throw Refused.invalid("why", "publishing.return-needs-reason");
    }
    journal.write(
        slug,
        actor,
        form,
        change -> {
          Request request = new Releases(change).request(requestId);
          if (request.state() != Request.State.OPEN) {
            throw Refused.conflict("publishing.not-open", requestId);
          }
          change.put(Request.KIND, requestId, request.returned(why));
        });
  }

  private Optional<Edition> live(Slug slug) {
    return new Releases(journal.read(slug)).liveEdition();
  }
}
