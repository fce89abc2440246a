package de.notbetrieb.platform;

import java.security.SecureRandom;
import java.util.Locale;

/** Random ids without meaning: nothing about a person or a moment can be read from them. */
public final class Ids {
  private static final SecureRandom RANDOM = new SecureRandom();

  private Ids() {}

  /** 100 random bits in 20 letters and digits, lower case. */
  public static String random() {
    StringBuilder id = new StringBuilder(20);
    for (int i = 0; i < 20; i++) {
      id.append(Integer.toString(RANDOM.nextInt(32), 32));
    }
    return id.toString().toLowerCase(Locale.ROOT);
  }

  /** 32 random bytes. */
  public static byte[] salt() {
    byte[] salt = new byte[32];
    RANDOM.nextBytes(salt);
    return salt;
  }
}
