package de.notbetrieb.town.file;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The keys of the catalogue of public services that have a row in the shipped reference. */
final class LeikaKeys {
  private static final Pattern KEY = Pattern.compile("[0-9]{14}");
  private static final Set<String> KNOWN = read();

  private LeikaKeys() {}

  static Set<String> known() {
    return KNOWN;
  }

  private static Set<String> read() {
    try (InputStream in = LeikaKeys.class.getResourceAsStream("/reference/leika-services.csv")) {
      if (in == null) {
        throw new IllegalStateException("the program is incomplete: the LeiKa keys are missing");
      }
      return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
          .lines()
          .flatMap(line -> Arrays.stream(line.split(",")))
          .filter(KEY.asMatchPredicate())
          .collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
