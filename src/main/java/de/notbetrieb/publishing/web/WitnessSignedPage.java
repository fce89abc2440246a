package de.notbetrieb.publishing.web;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** What we signed for a partner, to be given back. */
public record WitnessSignedPage(String partner, long upTo, String line) {
  /** As a link that holds the whole file: nothing of it has to be kept here. */
  public String link() {
    return "data:text/plain;charset=utf-8;base64,"
        + Base64.getEncoder().encodeToString(line.getBytes(StandardCharsets.UTF_8));
  }
}
