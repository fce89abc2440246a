package de.notbetrieb.publishing.web;

import de.notbetrieb.platform.Refused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.web.multipart.MultipartFile;

/** A small text that came from elsewhere: pasted into a form, or as a file. */
final class Pasted {
  private static final int MAX_CHARACTERS = 100_000;

  private Pasted() {}

  /** The file if there is one; what neither a note nor a key can hold is left out. */
  static String of(String field, String written, Optional<MultipartFile> file) {
    String text = file.filter(one -> !one.isEmpty()).map(Pasted::read).orElse(written);
    if (text.length() > MAX_CHARACTERS) {
      throw Refused.invalid(field, "publishing.witness-long");
    }
    return text.replaceAll("[\\p{Cntrl}\uFEFF\uFFFE\uFFFF&&[^\\r\\n\\t]]", "");
  }

  private static String read(MultipartFile file) {
    try {
      return new String(file.getBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
