package de.notbetrieb.platform;

/**
 * A stretch of one day, in minutes from its midnight; it may reach into the next day.
 *
 * @param fromMinute 0 to 1439
 * @param untilMinute after {@code fromMinute}, at most 2880
 */
public record TimeSpan(int fromMinute, int untilMinute) implements Comparable<TimeSpan> {
  public TimeSpan {
    if (fromMinute < 0 || fromMinute >= 1440 || untilMinute <= fromMinute || untilMinute > 2880) {
      throw new IllegalArgumentException("not a time span: " + fromMinute + " to " + untilMinute);
    }
  }

  @Override
  public int compareTo(TimeSpan other) {
    return Integer.compare(fromMinute, other.fromMinute);
  }
}
