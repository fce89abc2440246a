package de.notbetrieb.channel.cap;

import de.notbetrieb.channel.Channel;
import de.notbetrieb.edition.Edition;
import de.notbetrieb.edition.PublicFile;
import java.util.List;

/** cap.xml: all languages in one file. */
public final class CapChannel implements Channel {
  @Override
  public List<PublicFile> render(Edition edition) {
    return List.of(new PublicFile("cap.xml", new CapDraft(edition).bytes()));
  }
}
