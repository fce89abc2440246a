package de.notbetrieb.publishing;

import de.notbetrieb.edition.Edition;
import de.notbetrieb.edition.PublicAnswer;
import de.notbetrieb.edition.PublicLifeSituation;
import de.notbetrieb.edition.PublicNotice;
import de.notbetrieb.edition.PublicService;
import de.notbetrieb.edition.PublicTown;
import de.notbetrieb.edition.PublicUnit;
import de.notbetrieb.edition.PublicUpdate;
import de.notbetrieb.edition.Purpose;
import de.notbetrieb.edition.RunningNormally;
import de.notbetrieb.newsroom.Masthead;
import de.notbetrieb.newsroom.Newsroom;
import de.notbetrieb.newsroom.Translations;
import de.notbetrieb.newsroom.Update;
import de.notbetrieb.platform.Minisign;
import de.notbetrieb.platform.OwnWords;
import de.notbetrieb.platform.Sha256;
import de.notbetrieb.platform.Slug;
import de.notbetrieb.platform.Text;
import de.notbetrieb.situation.Derivation;
import de.notbetrieb.situation.Derived;
import de.notbetrieb.situation.Situation;
import de.notbetrieb.town.Profile;
import de.notbetrieb.town.Town;
import de.notbetrieb.town.Visibility;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Composes what would be public. Everything that crosses the wall crosses it here and in the two
 * composers beside, one named field at a time.
 */
public final class Composer {
  private final Situation situation;
  private final Derived derived;
  private final Newsroom newsroom;
  private final InTheTownsLanguages words;
  private final EachText each;
  private final Purpose purpose;
  private final Optional<Minisign.PublicKey> key;

  public Composer(
      Situation situation,
      Newsroom newsroom,
      Translations translations,
      Purpose purpose,
      Optional<Minisign.PublicKey> key) {
    this.words = new InTheTownsLanguages(situation.town().languages(), translations);
    this.each = words.each();
    this.situation = situation;
    this.derived = Derivation.of(situation);
    this.newsroom = newsroom;
    this.purpose = purpose;
    this.key = key;
  }

  /**
   * Where an edition stands in the town's chain.
   *
   * @param previous SHA-256 of the SHA256SUMS of the one before it, withdrawn or not
   */
  public record Place(int number, Optional<Sha256> previous) {}

  /**
   * The edition that would be next, without its course, which the release writes.
   *
   * @param asOf when the content is true
   * @param live what is public now
   * @param heldBack services that stay as they are in the live edition
   */
  public Edition compose(
      OffsetDateTime asOf,
      Optional<OffsetDateTime> nextWordDue,
      Place place,
      Optional<Edition> live,
      Set<Slug> heldBack) {
    Town town = situation.town();
    ComposePlaces places = new ComposePlaces(situation, derived, words, asOf.toLocalDate());
    ComposeServices services = new ComposeServices(town, situation, derived, words, asOf);
    List<PublicService> publicServices = services.all(live, heldBack);
    Masthead first = newsroom.masthead().orElseGet(() -> DefaultMasthead.of(situation, asOf));
    return new Edition(
        place.number(),
        purpose,
        asOf,
        asOf,
        nextWordDue,
        place.previous().map(Sha256::hex),
        town(town),
        town.languages(),
        words.of(first.headline()),
        words.of(first.lead()),
        places.contacts(),
        places.offices(),
        units(town).stream().map(each::of).toList(),
        lifeSituations(town, publicServices).stream().map(each::of).toList(),
        publicServices,
        notices().stream().map(each::of).toList(),
        normalities().stream().map(each::of).toList(),
        updates(publicServices).stream().map(each::of).toList(),
        answers().stream().map(each::of).toList(),
        List.of());
  }

  private PublicTown town(Town town) {
    Profile profile = town.town();
    return new PublicTown(
        profile.id(),
        profile.name(),
        profile.ags(),
        profile.publicAddress(),
        profile.zone(),
        new PublicTown.Imprint(
            profile.responsible(),
            profile.address(),
            profile.representative(),
            profile.dataProtection(),
            profile.supervisoryBody()),
        genuine(town),
        key.map(Minisign.PublicKey::base64));
  }

  private static List<PublicTown.Genuine> genuine(Town town) {
    Profile profile = town.town();
    Stream<PublicTown.Genuine> numbers =
        town.contacts().stream()
            .filter(contact -> contact.audience() == Visibility.PUBLIC)
            .flatMap(contact -> ComposePlaces.genuine(contact).stream());
    return Stream.of(
            numbers,
            genuine(PublicTown.Genuine.Kind.WEB_ADDRESS, profile.webAddresses()),
            genuine(PublicTown.Genuine.Kind.SOCIAL_ACCOUNT, profile.socialAccounts()),
            genuine(PublicTown.Genuine.Kind.IBAN, profile.ibans()))
        .flatMap(all -> all)
        .toList();
  }

  private static Stream<PublicTown.Genuine> genuine(
      PublicTown.Genuine.Kind kind, List<String> values) {
    return values.stream().map(value -> new PublicTown.Genuine(kind, value));
  }

  private static List<PublicUnit> units(Town town) {
    return town.units().stream()
        .filter(unit -> unit.audience() == Visibility.PUBLIC)
        .map(unit -> new PublicUnit(unit.id(), unit.name(), unit.parent()))
        .toList();
  }

  /** Only those in which residents find something. */
  private static List<PublicLifeSituation> lifeSituations(Town town, List<PublicService> services) {
    Set<Slug> used =
        services.stream().map(PublicService::lifeSituation).collect(Collectors.toSet());
    return town.lifeSituations().stream()
        .filter(one -> used.contains(one.id()))
        .map(one -> new PublicLifeSituation(one.id(), one.name(), one.often()))
        .toList();
  }

  private List<PublicNotice> notices() {
    Set<Slug> answers =
        newsroom.answers().stream()
            .filter(a -> a.ready())
            .map(a -> a.id())
            .collect(Collectors.toSet());
    return newsroom.notices().stream()
        .filter(notice -> notice.ready())
        .map(
            notice ->
                new PublicNotice(
                    notice.id(),
                    notice.kind(),
                    notice.title(),
                    notice.body(),
                    notice.answer().filter(answers::contains),
                    notice.lastDay()))
        .toList();
  }

  private List<RunningNormally> normalities() {
    return newsroom.normalities().stream()
        .filter(one -> one.ready())
        .map(one -> new RunningNormally(one.what(), one.source(), one.confirmedAt()))
        .toList();
  }

  private List<PublicUpdate> updates(List<PublicService> services) {
    Set<Slug> known = services.stream().map(PublicService::slug).collect(Collectors.toSet());
    return newsroom.updates().stream()
        .filter(Update::ready)
        .map(
            update ->
                new PublicUpdate(
                    update.id(),
                    update.at(),
                    update.title(),
                    update.body(),
                    update.services().stream().filter(known::contains).toList()))
        .toList();
  }

  private List<PublicAnswer> answers() {
    return newsroom.answers().stream()
        .filter(answer -> answer.ready())
        .map(a -> new PublicAnswer(a.id(), a.question(), a.body(), a.asOf()))
        .toList();
  }

  /** What the page says first as long as nobody has written it. */
  static final class DefaultMasthead {
    private DefaultMasthead() {}

    static Masthead of(Situation situation, OffsetDateTime asOf) {
      boolean troubled = situation.incident().isPresent();
      Text headline = OwnWords.text(troubled ? "headline.troubled" : "headline.calm");
      return new Masthead(headline, OwnWords.text("lead"), asOf, asOf, Optional.empty());
    }
  }
}
