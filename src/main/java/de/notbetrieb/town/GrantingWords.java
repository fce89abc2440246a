package de.notbetrieb.town;

import de.notbetrieb.platform.Text;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Words by which a sentence grants something: a deadline is extended, no fee is taken, a paper is
 * accepted. Whoever writes them names the legal ground and who decided it, or says that nothing is
 * granted.
 */
public final class GrantingWords {
  private static final Pattern GRANTS =
      Pattern.compile(
          "(?iu)kostenlos|gebührenfrei|keine Gebühr|verlängert|g[ie]lt(en)? weiter|entfällt"
              + "|l(äuft|aufen) nicht ab|hat Nachteile|keine Nachteile|ausgesetzt|gestundet"
              + "|verzichten|erlassen|erstattet|vorläufige Urkunde|(wird|werden) anerkannt"
              + "|free of charge|no fee|extended|remains? valid|waived|suspended|does not expire"
              + "|do not expire|no disadvantage|refunded|deferred");

  private GrantingWords() {}

  /** The first of them, as written there. */
  public static Optional<String> in(String sentence) {
    return GRANTS.matcher(sentence).results().map(MatchResult::group).findFirst();
  }

  /** The first of them in any language. */
  public static Optional<String> in(Text text) {
    return text.all().flatMap(words -> in(words).stream()).findFirst();
  }
}
