package de.notbetrieb.publishing.place;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * One thing that is not as it should be, with what names it: a file, a number, a fingerprint.
 *
 * @param what whose text is {@code place.finding.<what>}
 */
public record Finding(What what, List<String> arguments) {
  private static final int MAX_CHARACTERS = 200;

  /** What is wrong. */
  public enum What {
    /** Its bytes are not those that were signed. */
    CHANGED_FILE,
    MISSING_FILE,
    MORE_FILES,
    OTHER_SIGNATURE,
    OTHER_TOWN,
    /** Signed by us, but not what was released under that number. */
    TWIN,
    WITHDRAWN,
    NEWER,
    /** A block says a number, but not that edition's words. */
    CHANGED_BLOCK,
    SEVERAL_BLOCKS,
    NO_BLOCK,
    NO_EDITION,
    NOT_FOUND,
    NO_ANSWER,
    TOO_LARGE,
    REFUSED_ADDRESS,
    OTHER_STATUS,
    ELSEWHERE,
    /** Genuine, and not the one that holds. */
    OTHER_EDITION,
    CHANGED_POST,
    NO_POST,
    /** Done by the program: the post of an edition that was taken back. */
    POST_DELETED,
    /** Uploading. */
    SIGN_IN,
    NO_SECRET,
    HOST_KEY_UNKNOWN,
    HOST_KEY_CHANGED,
    NOT_OURS,
    NOT_WRITABLE,
    BROKE_OFF,
    TOO_SLOW,
    WITHIN_DATA,
    NOT_ACCEPTED,
    TOO_OFTEN;

    private static final Set<What> FOR_PEOPLE =
        EnumSet.of(
            SIGN_IN,
            NO_SECRET,
            HOST_KEY_UNKNOWN,
            HOST_KEY_CHANGED,
            NOT_OURS,
            WITHIN_DATA,
            NOT_ACCEPTED);

    private static final Set<What> MENDABLE =
        EnumSet.of(
            CHANGED_FILE,
            MISSING_FILE,
            MORE_FILES,
            OTHER_SIGNATURE,
            NO_EDITION,
            NOT_FOUND,
            OTHER_EDITION);

    /** Trying again alone changes nothing, and may lock us out there. */
    boolean needsPeople() {
      return FOR_PEOPLE.contains(this);
    }

    /**
     * The program may put the edition that holds over it without asking. What bears our signature
     * and is unknown here may be right, and this journal an old one: people decide that.
     */
    boolean isMendable() {
      return MENDABLE.contains(this);
    }
  }

  public Finding {
    arguments =
        arguments.stream()
            .map(one -> one.substring(0, Math.min(one.length(), MAX_CHARACTERS)))
            .toList();
  }

  static Finding of(What what, String... arguments) {
    return new Finding(what, List.of(arguments));
  }
}
