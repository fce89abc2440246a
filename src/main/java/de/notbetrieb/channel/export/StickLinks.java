package de.notbetrieb.channel.export;

import de.notbetrieb.edition.EditionPackage;
import de.notbetrieb.edition.PublicFile;
import java.nio.charset.StandardCharsets;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Relative links of our own pages that name a folder get the name of its page. */
final class StickLinks {
  /**
   * A relative address in a link: no scheme, no host, no root. Text cannot hold this, since quotes in
   * text are escaped.
   */
  private static final Pattern LINK =
      Pattern.compile("(<a\\b[^>]*?\\shref=\")((?!/)[^\"#?:]*)([#?][^\"]*)?\"");

  private StickLinks() {}

  static PublicFile rewritten(PublicFile file) {
    String html = new String(file.bytes(), StandardCharsets.UTF_8);
    String changed = LINK.matcher(html).replaceAll(StickLinks::quoted);
    return new PublicFile(file.path(), changed.getBytes(StandardCharsets.UTF_8));
  }

  private static String quoted(MatchResult link) {
    String rest = link.group(3) == null ? "" : link.group(3);
    return Matcher.quoteReplacement(link.group(1) + named(link.group(2)) + rest + '"');
  }

  private static String named(String address) {
    return address.endsWith("/") || address.equals("..") || address.equals(".")
        ? address.replaceFirst("(\\.)$", "$1/") + "index.html"
        : address;
  }

  static byte[] note(EditionPackage edition) {
    String words =
        """
        Öffnen Sie index.html in einem Browser.

        Dies ist eine Abschrift von Ausgabe {0} zum Lesen ohne Netz. Damit sie so
        funktioniert, nennen ihre Verweise die Seite index.html; deshalb passt die
        Unterschrift nicht zu diesen Dateien. Wollen Sie die Ausgabe prüfen, nehmen
        Sie die unveränderte mit SHA256SUMS und SHA256SUMS.minisig.

        Open index.html in a browser. This is a copy of edition {0} for reading
        without a network. Its links name index.html, so the signature does not fit
        these files. To check the edition, take the unchanged one.
        """
            .replace("{0}", Integer.toString(edition.number()));
    return words.getBytes(StandardCharsets.UTF_8);
  }
}
