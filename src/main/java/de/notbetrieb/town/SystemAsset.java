package de.notbetrieb.town;

import de.notbetrieb.platform.Slug;
import de.notbetrieb.platform.Text;
import java.util.List;
import java.util.Optional;

/**
 * What can fail: an application, the network, mail, telephones, a provider's connection. Its name
 * never becomes public.
 *
 * @param publicReason whole sentences that residents may read as the reason; absent: "wegen der
 *     IT-Störung"
 */
public record SystemAsset(
    Slug id,
    List<Slug> formerly,
    String name,
    Kind kind,
    Optional<String> provider,
    Optional<Text> publicReason,
    List<Need> needs,
    Optional<String> staffNote) {
  public SystemAsset {
    formerly = List.copyOf(formerly);
    needs = List.copyOf(needs);
  }

  /** What sort of thing it is. */
  public enum Kind {
    APPLICATION,
    NETWORK,
    SIGN_IN,
    MAIL,
    TELEPHONE,
    FILES,
    PRINTER,
    PAYMENT,
    WEBSITE,
    PROVIDER,
    OTHER
  }
}
