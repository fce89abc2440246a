package de.notbetrieb.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What the script that was written from the documents alone says. */
record SecondOpinion(int exit, String output) {
  private static final Pattern PLACE = Pattern.compile("(?m)^\\S+ entry (\\d+): ");

  static SecondOpinion onJournal(Path directory, String... more) {
    List<String> words = new ArrayList<>(List.of("journal"));
    words.add(directory.resolve("notbetrieb.db").toString());
    words.addAll(List.of(more));
    return of(words);
  }

  static SecondOpinion of(List<String> words) {
    List<String> command = new ArrayList<>(List.of("python3", "docs/formats/verify.py"));
    command.addAll(words);
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return new SecondOpinion(process.waitFor(), output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  Set<Long> entries() {
    return PLACE
        .matcher(output)
        .results()
        .map(place -> Long.valueOf(place.group(1)))
        .collect(Collectors.toSet());
  }
}
