package de.notbetrieb.platform;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * The words of a refusal: {@code refused.<key>} in the room's own bundle {@code texts/<room>} when
 * it has one, else in {@code texts/messages}. The key begins with the room.
 */
public final class Refusals {
  private static final ResourceBundle.Control CONTROL =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  private Refusals() {}

  public static String of(String key, List<String> arguments, Locale locale) {
    String name = "refused." + key;
    ResourceBundle common = ResourceBundle.getBundle("texts.messages", locale, CONTROL);
    ResourceBundle bundle =
        common.containsKey(name)
            ? common
            : ResourceBundle.getBundle(
                "texts." + key.substring(0, key.indexOf('.')), locale, CONTROL);
    return new MessageFormat(bundle.getString(name), locale).format(arguments.toArray());
  }
}
