package de.notbetrieb.channel.posts;

import de.notbetrieb.platform.Language;
import java.util.Optional;

/**
 * One text to be copied.
 *
 * @param name as people call the network
 * @param most how much fits there
 * @param image the path of the picture that goes with it, with its words for those who cannot see
 */
public record Post(
    Network network, String name, Language language, int most, String text, Optional<Image> image) {

  /** A picture and what it shows, in words. */
  public record Image(String path, String alternative) {}
}
