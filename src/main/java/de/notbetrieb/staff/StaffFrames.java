package de.notbetrieb.staff;

import de.notbetrieb.access.Person;
import de.notbetrieb.access.Right;
import de.notbetrieb.access.web.SignedIn;
import de.notbetrieb.edition.Edition;
import de.notbetrieb.edition.Purpose;
import de.notbetrieb.platform.Ids;
import de.notbetrieb.platform.Moment;
import de.notbetrieb.platform.web.Frame;
import de.notbetrieb.platform.web.Frames;
import de.notbetrieb.platform.web.ScreenTexts;
import de.notbetrieb.publishing.Editions;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.csrf.CsrfToken;

/** Makes frames: who, where, what is public now and when the next word is due. */
final class StaffFrames implements Frames {
  private static final List<Place> NAVIGATION =
      List.of(
          new Place("overview", "/", Right.READ),
          new Place("systems", "/systeme", Right.READ),
          new Place("ways", "/wege", Right.READ),
          new Place("services", "/dienste", Right.READ),
          new Place("offices", "/orte", Right.READ),
          new Place("phones", "/telefonbuch", Right.READ),
          new Place("word", "/wort", Right.READ),
          new Place("release", "/entwurf", Right.READ),
          new Place("editions", "/ausgaben", Right.READ),
          new Place("places", "/stellen", Right.READ),
          new Place("take", "/mitnehmen", Right.READ),
          new Place("town-file", "/stadtdatei", Right.WRITE),
          new Place("journal", "/journal", Right.READ),
          new Place("people", "/konten", Right.ADMINISTER));

  /** An entry of the navigation, and who sees it. */
  private record Place(String key, String path, Right right) {}

  /** Where to begin, and what else there is, for somebody with these roles. */
  static List<Frame.Entry> navigation(Person person) {
    return NAVIGATION.stream()
        .filter(place -> person.may(place.right()))
        .map(place -> new Frame.Entry(place.key(), place.path()))
        .toList();
  }

  /** Every entry, whoever may see it. */
  static List<String> keys() {
    return NAVIGATION.stream().map(Place::key).toList();
  }

  private final Editions editions;
  private final Purpose purpose;
  private final Clock clock;

  StaffFrames(Editions editions, Purpose purpose, Clock clock) {
    this.editions = editions;
    this.purpose = purpose;
    this.clock = clock;
  }

  @Override
  public Frame of(HttpServletRequest request, String active, String title) {
    Optional<SignedIn> me = signedIn(request.getUserPrincipal());
    return frame(
        request,
        active,
        title,
        me.flatMap(person -> editions.live(person.town())),
        me.map(one -> navigation(one.person())).orElse(List.of()));
  }

  @Override
  public Frame withoutData(HttpServletRequest request, String title) {
    return frame(request, "", title, Optional.empty(), List.of());
  }

  private Frame frame(
      HttpServletRequest request,
      String active,
      String title,
      Optional<Edition> live,
      List<Frame.Entry> navigation) {
    ScreenTexts texts = new ScreenTexts(ScreenTexts.language(request));
    Optional<SignedIn> me = signedIn(request.getUserPrincipal());
    Optional<OffsetDateTime> due = live.flatMap(Edition::nextWordDue);
    OffsetDateTime now = Moment.now(clock).toOffset();
    CsrfToken csrf = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
    return new Frame(
        texts,
        texts.t(title),
        active,
        live.map(edition -> edition.town().name()).orElse(""),
        purpose == Purpose.REAL ? Optional.empty() : Optional.of(texts.of(purpose)),
        me.map(one -> one.person().name()),
        texts.when(now, clock.getZone()),
        live.map(
            edition ->
                texts.t(
                    "frame.live",
                    String.valueOf(edition.number()),
                    texts.when(edition.asOf(), clock.getZone()))),
        due.map(one -> texts.when(one, clock.getZone())),
        due.filter(now::isAfter).isPresent(),
        navigation,
        me.filter(one -> !active.equals("help")).map(one -> Handbook.pathFor(active)),
        csrf == null ? "" : csrf.getParameterName(),
        csrf == null ? "" : csrf.getToken(),
        Ids.random());
  }

  private static Optional<SignedIn> signedIn(
      @org.jspecify.annotations.Nullable Principal principal) {
    return principal instanceof Authentication authentication
            && authentication.getPrincipal() instanceof SignedIn me
        ? Optional.of(me)
        : Optional.empty();
  }
}
