package de.notbetrieb.channel.posts;

import java.util.function.ToIntFunction;

/** Where a town may post, and how much fits there. */
public enum Network {
  MASTODON("Mastodon", 500, String::length, true),
  BLUESKY("Bluesky", 300, String::length, true),
  X("X", 280, Lengths::weighted, true),
  FACEBOOK("Facebook", 1_000, String::length, true),
  INSTAGRAM("Instagram", 1_000, String::length, true),
  WHATSAPP("WhatsApp", 1_000, String::length, true),
  TELEGRAM("Telegram", 1_000, String::length, true),
  SMS("SMS", 160, Lengths::septets, false);

  private final String brand;
  private final int most;
  private final ToIntFunction<String> measure;
  private final boolean withImage;

  /**
   * @param most the network's limit, or what people read of a post when the limit is far away
   * @param measure never less than the network counts
   */
  Network(String brand, int most, ToIntFunction<String> measure, boolean withImage) {
    this.brand = brand;
    this.most = most;
    this.measure = measure;
    this.withImage = withImage;
  }

  public String brand() {
    return brand;
  }

  public int most() {
    return most;
  }

  public int length(String text) {
    return measure.applyAsInt(written(text));
  }

  boolean fits(String text) {
    return length(text) <= most;
  }

  /** As it is sent: one printers' sign in a short message, and less than half of it fits. */
  String written(String text) {
    return this == SMS ? Lengths.plain(text) : text;
  }

  public boolean isWithImage() {
    return withImage;
  }
}
