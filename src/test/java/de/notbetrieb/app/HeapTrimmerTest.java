package de.notbetrieb.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** With the options that the program is started with, in a process of its own. */
class HeapTrimmerTest {
  private static final Pattern OPTIONS = Pattern.compile("jvm_options=\\(([^)]*)\\)");

  @Test
  void whatAPublicationTookIsGivenBackWithinAMinute() throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options());
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Busy.class.getName()));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();

    int[] megabytes = said.lines().mapToInt(Integer::parseInt).toArray();
    assertThat(megabytes[1]).as("while it publishes").isGreaterThan(megabytes[0] + 100);
    assertThat(megabytes[2]).as("after the next look").isLessThan(megabytes[0] + 32);
  }

  private static List<String> options() throws IOException {
    Matcher found = OPTIONS.matcher(Files.readString(Path.of("scripts/prepare")));
    assertThat(found.find()).isTrue();
    return Arrays.asList(found.group(1).strip().split("\\s+"));
  }

  /** Says how large its heap is: at first, with much in it, and after a look. */
  static final class Busy {
    private Busy() {}

    public static void main(String[] arguments) {
      try (HeapTrimmer trimmer = new HeapTrimmer()) {
        say();
        byte[][] much = new byte[250][];
        Arrays.setAll(much, _ -> new byte[1 << 20]);
        say();
        Arrays.fill(much, new byte[0]);
        trimmer.look();
        say();
      }
    }

    private static void say() {
      System.out.println(Runtime.getRuntime().totalMemory() >> 20);
    }
  }
}
