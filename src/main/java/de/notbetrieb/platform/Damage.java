package de.notbetrieb.platform;

/**
 * Something stored is not what it was when it was written. Names the file (and the position in it,
 * if that helps), what was expected and what was found.
 */
public final class Damage extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String file;
  private final String expected;
  private final String found;

  public Damage(String file, String expected, String found) {
    super(file + ": expected " + expected + ", found " + found);
    this.file = file;
    this.expected = expected;
    this.found = found;
  }

  public Damage(String file, String expected, String found, Throwable cause) {
    this(file, expected, found);
    initCause(cause);
  }

  public String file() {
    return file;
  }

  public String expected() {
    return expected;
  }

  public String found() {
    return found;
  }
}
