package de.notbetrieb.town;

import de.notbetrieb.platform.Slug;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * Something that speaks for the town, as it is written down in quiet times. How the program feeds
 * it, and with which password, is in no file.
 *
 * @param feeder which function sees to it, never a person's name
 * @param address where people find it; absent: nobody can read it back
 */
public record PreparedPlace(
    Slug id,
    List<Slug> formerly,
    Sort sort,
    String name,
    Optional<String> feeder,
    Optional<URI> address) {
  /** More than anybody can see to. */
  public static final int MOST = 200;

  public static final int MOST_CHARACTERS = 120;

  /** The id under which a new one is written down on the screen. */
  public static final Slug NEW = Slug.of("neu");

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
    public boolean holdsBlock() {
      return switch (this) {
        case WEB_BLOCK, PARTNER -> true;
        case OWN_SITE, MIRROR, UPLOAD, TAPE, DOOR, SOCIAL, GAZETTE -> false;
      };
    }
  }

  public PreparedPlace {
    formerly = List.copyOf(formerly);
  }

  /** Plain http or https, without a password or a part of a page in it. */
  public static boolean isReadable(URI address) {
    return address.getHost() != null
        && address.getRawUserInfo() == null
        && address.getRawFragment() == null
        && ("https".equals(address.getScheme()) || "http".equals(address.getScheme()));
  }
}
