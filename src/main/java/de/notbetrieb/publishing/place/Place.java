package de.notbetrieb.publishing.place;

import de.notbetrieb.journal.Audience;
import de.notbetrieb.journal.Kind;
import de.notbetrieb.journal.Retention;
import de.notbetrieb.platform.Refused;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Something that speaks for the town and carries an edition: our page, a web space, the old web
 * site, the tape, a door, an account.
 *
 * @param feeder which function sees to it, never a person's name
 * @param address where people find it; absent: nobody can read it back
 * @param upload how the program feeds it; absent: people do
 * @param stopped it does not speak for us at present
 */
public record Place(
    Sort sort,
    String name,
    String feeder,
    Optional<URI> address,
    Optional<Upload> upload,
    boolean stopped) {
  public static final Kind<Place> KIND =
      new Kind<>("publishing.place", 1, Place.class, Retention.PERMANENT, Audience.STAFF);

  static final int MAX_PLACES = 200;
  private static final int MAX_CHARACTERS = 120;

  /** What it is. */
  public enum Sort {
    OWN_SITE,
    MIRROR,
    UPLOAD,
    WEB_BLOCK,
    TAPE,
    DOOR,
    SOCIAL,
    GAZETTE,
    PARTNER;

    /** Fed without anybody doing something: it follows, or the program uploads. */
    public boolean isAutomatic() {
      return switch (this) {
        case OWN_SITE, MIRROR, UPLOAD -> true;
        case WEB_BLOCK, TAPE, DOOR, SOCIAL, GAZETTE, PARTNER -> false;
      };
    }

    /** A page of somebody's that the block was pasted into. */
    boolean holdsBlock() {
      return switch (this) {
        case WEB_BLOCK, PARTNER -> true;
        case OWN_SITE, MIRROR, UPLOAD, TAPE, DOOR, SOCIAL, GAZETTE -> false;
      };
    }
  }

  public Place {
    name = name.strip();
    feeder = feeder.strip();
    List<Refused.Problem> problems = new ArrayList<>();
    if (name.isEmpty() || name.length() > MAX_CHARACTERS) {
      problems.add(new Refused.Problem("placeName", "place.name", List.of("" + MAX_CHARACTERS)));
    }
    if (feeder.length() > MAX_CHARACTERS) {
      problems.add(
          new Refused.Problem("placeFeeder", "place.feeder", List.of("" + MAX_CHARACTERS)));
    }
    if (address.filter(one -> !isReadable(one)).isPresent()) {
      problems.add(new Refused.Problem("placeAddress", "place.address", List.of()));
    }
    if (!problems.isEmpty()) {
      throw Refused.invalid(problems);
    }
  }

  private static boolean isReadable(URI address) {
    return address.getHost() != null
        && address.getRawUserInfo() == null
        && address.getRawFragment() == null
        && ("https".equals(address.getScheme()) || "http".equals(address.getScheme()));
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
    return sort == Sort.UPLOAD || sort == Sort.SOCIAL;
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

  /** The same described anew; how it is fed stays. */
  Place described(Place other) {
    return new Place(other.sort, other.name, other.feeder, other.address, upload, stopped);
  }
}
