package de.notbetrieb.edition;

import de.notbetrieb.platform.Damage;
import de.notbetrieb.platform.Minisign;
import de.notbetrieb.platform.Slug;
import java.net.URI;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * Who speaks.
 *
 * @param name as in "Stadt Mössingen"
 * @param publicAddress canonical links, feeds and API begin with it; no slash at its end
 * @param genuine what people can check a letter or a call against
 * @param key the key that seals the editions, in the one line of minisign: people compare it with
 *     what is printed
 * @param key the key that seals the editions, as minisign writes it in one line: people compare it
 *     with what is printed
 */
public record PublicTown(
    Slug slug,
    String name,
    Optional<String> ags,
    URI publicAddress,
    ZoneId zone,
    Imprint imprint,
    List<Genuine> genuine,
    Optional<String> key) {
  public PublicTown {
    genuine = List.copyOf(genuine);
    key = key.filter(PublicTown::isKey);
  }

  /** What is no key is not shown as one: people would compare nonsense. */
  private static boolean isKey(String line) {
    try {
      return new Minisign.PublicKey(line).base64().equals(line);
    } catch (Damage e) {
      return false;
    }
  }

  /**
   * Whom the law wants named (§ 5 DDG, § 18 MStV).
   *
   * @param addressLines the postal address, a line each
   * @param dataProtection how to reach the data protection officer
   */
  public record Imprint(
      String responsible,
      List<String> addressLines,
      Optional<String> representative,
      Optional<String> dataProtection,
      Optional<String> supervisoryBody) {
    public Imprint {
      addressLines = List.copyOf(addressLines);
    }
  }

  /** Something that is genuinely the town's: a number, an address, an account, bank details. */
  public record Genuine(Kind kind, String value) {
    /** What kind of thing it is. */
    public enum Kind {
      PHONE,
      WEB_ADDRESS,
      EMAIL,
      SOCIAL_ACCOUNT,
      IBAN
    }
  }
}
