package de.notbetrieb.channel.text;

import de.notbetrieb.channel.Channel;
import de.notbetrieb.edition.Edition;
import de.notbetrieb.edition.PublicFile;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The text files of an edition. */
public final class TextChannel implements Channel {
  @Override
  public List<PublicFile> render(Edition edition) {
    return List.of(new PublicFile("PRUEFEN.txt", bytes(CheckingText.of(edition))));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
