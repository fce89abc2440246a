package de.notbetrieb.publishing.place;

import java.util.List;

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
    /** Uploading. */
    SIGN_IN,
    NO_SECRET,
    HOST_KEY_UNKNOWN,
    HOST_KEY_CHANGED,
    NOT_OURS,
    NOT_WRITABLE,
    BROKE_OFF,
    TOO_SLOW,
    WITHIN_DATA
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
