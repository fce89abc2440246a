package de.notbetrieb.edge;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;

/** The source gave it, but this machine cannot keep it. */
final class NotWritten extends IOException {
  private static final long serialVersionUID = 1;

  /** Everybody may read the message at /healthz: it does not say where things lie here. */
  NotWritten(Path file, IOException why) {
    super(
        "%s cannot be written here (%s): is the disk full? What is there already stays"
            .formatted(file.getFileName(), reason(why)),
        why);
  }

  private static String reason(IOException why) {
    return why instanceof FileSystemException file
        ? file.getClass().getSimpleName() + " " + file.getReason()
        : "" + why.getMessage();
  }
}
