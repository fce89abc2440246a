package de.notbetrieb.town;

import de.notbetrieb.platform.Slug;
import java.net.URI;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * Who the town is and what is genuinely its own.
 *
 * @param name as in "Stadt Mössingen"
 * @param ags official municipality key, 8 digits
 * @param publicAddress without a slash at its end
 * @param responsible who answers for the public page, by function
 */
public record Profile(
    Slug id,
    String name,
    Optional<String> ags,
    URI publicAddress,
    ZoneId zone,
    List<String> address,
    String responsible,
    Optional<String> representative,
    Optional<String> dataProtection,
    Optional<String> supervisoryBody,
    List<String> ibans,
    List<String> socialAccounts,
    List<String> webAddresses) {
  public Profile {
    address = List.copyOf(address);
    ibans = List.copyOf(ibans);
    socialAccounts = List.copyOf(socialAccounts);
    webAddresses = List.copyOf(webAddresses);
  }
}
