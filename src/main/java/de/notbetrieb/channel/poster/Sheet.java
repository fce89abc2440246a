package de.notbetrieb.channel.poster;

import de.notbetrieb.channel.PhraseBook;
import de.notbetrieb.channel.PlainWords;
import de.notbetrieb.channel.image.Sign;
import de.notbetrieb.edition.Edition;
import de.notbetrieb.edition.OfficeState;
import de.notbetrieb.edition.PublicService;
import de.notbetrieb.edition.ServiceState;
import de.notbetrieb.platform.Text;
import java.util.Arrays;
import java.util.Base64;
import java.util.stream.Collectors;

/** What every sheet that hangs somewhere knows. */
public interface Sheet {
  Edition edition();

  PhraseBook book();

  /** The longest text that there is room for. */
  int letters();

  default String purpose() {
    return book().name("paper.purpose", edition().purpose());
  }

  default String town() {
    return cut(edition().town().name(), 80);
  }

  default String say(String key, Object... values) {
    return book().say(key, values);
  }

  default String state(ServiceState state) {
    return PlainWords.capital(book().state(state));
  }

  default String state(OfficeState state) {
    return PlainWords.capital(book().name("office", state));
  }

  default boolean isGood(PublicService service) {
    return service.state() == ServiceState.AVAILABLE || service.state() == ServiceState.LIMITED;
  }

  default String words(Text text) {
    return PlainWords.line(text, book().language());
  }

  default String cut(String words, int most) {
    return PlainWords.cut(words, Math.min(most, letters()));
  }

  default String sentence(Text text, int most) {
    return PlainWords.sentence(PlainWords.sentences(words(text), Math.min(most, letters())));
  }

  /** The address as people type it. */
  default String host() {
    return PlainWords.cut(address("").replaceFirst("^https?://", "").replaceFirst("/$", ""), 120);
  }

  default String address(String page) {
    return edition().town().publicAddress().toASCIIString() + "/" + page;
  }

  /** The code for phones that leads to the start page. */
  default String qr() {
    return QrPicture.of(address(""));
  }

  /** The signs of the states as pictures of the style sheet: word and shape as well as colour. */
  default String signs() {
    return Arrays.stream(ServiceState.values())
        .map(
            state ->
                "."
                    + state
                    + "{background-image:url('data:image/png;base64,"
                    + Base64.getEncoder().encodeToString(Sign.png(state))
                    + "')}")
        .collect(Collectors.joining("\n"));
  }
}
