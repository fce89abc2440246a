package de.notbetrieb.platform;

import java.util.Locale;

/**
 * The kinds of plural of whole numbers as the Unicode CLDR has them: Arabic knows six, Polish,
 * Russian and Ukrainian three.
 */
public enum Plural {
  ZERO,
  ONE,
  TWO,
  FEW,
  MANY,
  OTHER;

  /** As it ends the key of a phrase: {@code start.all.few}. */
  public String ending() {
    return "." + name().toLowerCase(Locale.ROOT);
  }

  public static Plural of(Language language, long number) {
    long n = Math.abs(number);
    return switch (language) {
      case DE, SIMPLE, EN, TR -> n == 1 ? ONE : OTHER;
      case FR -> n <= 1 ? ONE : million(n);
      case IT -> n == 1 ? ONE : million(n);
      case RO -> n == 1 ? ONE : n == 0 || between(n % 100, 1, 19) ? FEW : OTHER;
      case PL -> n == 1 ? ONE : isFew(n) ? FEW : MANY;
      case UK, RU -> n % 10 == 1 && n % 100 != 11 ? ONE : isFew(n) ? FEW : MANY;
      case AR -> arabic(n);
    };
  }

  private static Plural arabic(long n) {
    if (n <= 2) {
      return values()[(int) n];
    }
    return between(n % 100, 3, 10) ? FEW : between(n % 100, 11, 99) ? MANY : OTHER;
  }

  private static Plural million(long n) {
    return n != 0 && n % 1_000_000 == 0 ? MANY : OTHER;
  }

  private static boolean isFew(long n) {
    return between(n % 10, 2, 4) && !between(n % 100, 12, 14);
  }

  private static boolean between(long n, int from, int to) {
    return n >= from && n <= to;
  }
}
