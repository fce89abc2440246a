package de.notbetrieb.town.web;

import de.notbetrieb.platform.Language;
import de.notbetrieb.platform.Text;
import de.notbetrieb.platform.web.RecordForm.Field;
import de.notbetrieb.town.Contact;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Sentences as pairs of fields. */
final class Texts {
  private Texts() {}

  static List<Field> fields(String name, Optional<Text> text) {
    return List.of(
        Field.line(name, text.map(Text::de).orElse("")),
        Field.line(name + "En", text.flatMap(Text::en).orElse("")));
  }

  /** The topics, one per line. */
  static String german(Optional<Contact> contact) {
    return contact.stream()
        .flatMap(one -> one.topics().stream())
        .map(Text::de)
        .collect(Collectors.joining("\n"));
  }

  /** The same in English; nothing unless each is there. */
  static String english(Optional<Contact> contact) {
    List<Text> topics = contact.map(Contact::topics).orElse(List.of());
    return Text.isComplete(Language.EN, topics)
        ? topics.stream().flatMap(topic -> topic.en().stream()).collect(Collectors.joining("\n"))
        : "";
  }
}
