package de.notbetrieb.channel;

import de.notbetrieb.edition.Edition;
import de.notbetrieb.edition.PublicFile;
import java.util.List;

/** One way in which an edition is told. */
public interface Channel {
  /** Its files, in no particular order; no two channels write the same path. */
  List<PublicFile> render(Edition edition);
}
