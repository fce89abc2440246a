package de.notbetrieb.publishing.place;

import de.notbetrieb.journal.Audience;
import de.notbetrieb.journal.Kind;
import de.notbetrieb.journal.Retention;
import de.notbetrieb.platform.Refused;
import de.notbetrieb.platform.Slug;
import de.notbetrieb.town.PreparedPlace;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Something that speaks for the town and carries an edition: our page, a web space, the old web
 * site, the tape, a door, an account. What it is, the town file can say ({@link PreparedPlace}); how
 * it is fed, people say here.
 *
 * @param feeder which function sees to it, never a person's name
 * @param address where people find it; absent: nobody can read it back
 * @param upload how the program feeds it; absent: people do
 * @param stopped it does not speak for us at present
 */
public record Place(
    PreparedPlace.Sort sort,
    String name,
    String feeder,
    Optional<URI> address,
    Optional<Upload> upload,
    boolean stopped) {
  public static final Kind<Place> KIND =
      new Kind<>("publishing.place", 1, Place.class, Retention.PERMANENT, Audience.STAFF);

  public Place {
    name = name.strip();
    feeder = feeder.strip();
    List<Refused.Problem> problems = new ArrayList<>();
    if (name.isEmpty() || name.length() > PreparedPlace.MOST_CHARACTERS) {
      problems.add(
          new Refused.Problem(
              "placeName", "place.name", List.of("" + PreparedPlace.MOST_CHARACTERS)));
    }
    if (feeder.length() > PreparedPlace.MOST_CHARACTERS) {
      problems.add(
          new Refused.Problem(
              "placeFeeder", "place.feeder", List.of("" + PreparedPlace.MOST_CHARACTERS)));
    }
    if (address.filter(one -> !PreparedPlace.isReadable(one)).isPresent()) {
      problems.add(new Refused.Problem("placeAddress", "place.address", List.of()));
    }
    if (!problems.isEmpty()) {
      throw Refused.invalid(problems);
    }
  }

  /** Whether it can be looked at from outside, and is something of which we know the words. */
  public boolean isReadBack() {
    boolean shows = address.isPresent() && (sort.isAutomatic() || sort.holdsBlock());
    return !stopped && (shows || isPosted());
  }

  /** Fed without anybody doing something. */
  public boolean isAutomatic() {
    return sort.isAutomatic() || isPosted();
  }

  /** Somebody has said that the program posts there. */
  public boolean isPosted() {
    return upload.filter(one -> one.way() == Upload.Way.MASTODON).isPresent() && fits();
  }

  /** Whether the program uploads to it. */
  public boolean isFed() {
    return upload.isPresent() && fits() && !stopped;
  }

  /** People may have said since that it is something else. */
  private boolean fits() {
    return upload.filter(one -> one.way().leadsTo(sort)).isPresent();
  }

  /** Whether the program could feed it, once somebody says how. */
  public boolean isFeedable() {
    return sort == PreparedPlace.Sort.UPLOAD || sort == PreparedPlace.Sort.SOCIAL;
  }

  Place with(Upload way) {
    return new Place(sort, name, feeder, address, Optional.of(way), stopped);
  }

  Place byHand() {
    return new Place(sort, name, feeder, address, Optional.empty(), stopped);
  }

  Place resting(boolean rests) {
    return new Place(sort, name, feeder, address, upload, rests);
  }

  /** One that nobody has said anything of but what it is. */
  static Place of(PreparedPlace prepared) {
    return new Place(
        prepared.sort(),
        prepared.name(),
        prepared.feeder().orElse(""),
        prepared.address(),
        Optional.empty(),
        false);
  }

  /** The same described anew; how it is fed stays. */
  Place described(PreparedPlace prepared) {
    Place other = of(prepared);
    return new Place(other.sort, other.name, other.feeder, other.address, upload, stopped);
  }

  /** What the town file says of it. */
  PreparedPlace prepared(String id, List<Slug> formerly) {
    Optional<String> words = Optional.of(feeder).filter(one -> !one.isEmpty());
    return new PreparedPlace(Slug.of(id), formerly, sort, name, words, address);
  }
}
