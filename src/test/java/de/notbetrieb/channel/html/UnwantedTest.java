package de.notbetrieb.channel.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** What may not stand on a page. */
class UnwantedTest {
  private static final String ALLOWED =
      "Straße & Öffnung\n\t„so“ – 8 °C · ✓ ◐ ➜ \u00A0\u2009\u2011\u2060 Україна العربية Română \uD83D\uDE00";

  @Test
  void ofAllSignsExactlyTheUnwantedOnesAreTakenOut() {
    for (int sign = 0; sign <= Character.MAX_CODE_POINT; sign++) {
      String page = "vor" + Character.toString(sign) + "nach";
      String expected = isUnwanted(sign) ? "vornach" : page;
      assertThat(removed(page)).as("U+%04X", sign).isEqualTo(isHalf(sign) ? "vor?nach" : expected);
    }
  }

  @Test
  void whatIsAllowedStaysAsItIs() {
    assertThat(removed(ALLOWED)).isEqualTo(ALLOWED);
  }

  private static boolean isHalf(int sign) {
    return sign >= 0xD800 && sign <= 0xDFFF;
  }

  private static boolean isUnwanted(int sign) {
    boolean control = Character.isISOControl(sign) && sign != '\n' && sign != '\t';
    boolean turns =
        sign == 0x61C
            || sign == 0x200E
            || sign == 0x200F
            || sign >= 0x202A && sign <= 0x202E
            || sign >= 0x2066 && sign <= 0x2069;
    boolean none =
        sign >= 0xFDD0 && sign <= 0xFDEF
            || sign == 0xFEFF
            || sign == 0xFFFE
            || sign == 0xFFFF
            || (sign & 0xFFFE) == 0xFFFE && (sign < 0x30000 || sign >= 0x100000);
    return control || turns || none;
  }

  private static String removed(String page) {
    return new String(
        Unwanted.removed(page.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8);
  }
}
