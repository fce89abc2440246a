package de.notbetrieb.newsroom.web;

import de.notbetrieb.journal.Kind;
import de.notbetrieb.journal.Reading;
import de.notbetrieb.journal.Stored;
import de.notbetrieb.journal.Writing;
import de.notbetrieb.newsroom.Masthead;
import de.notbetrieb.platform.Ids;
import de.notbetrieb.platform.Refused;
import de.notbetrieb.platform.Slug;
import de.notbetrieb.platform.web.RecordForm;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * One kind of thing that the town says, and its form.
 *
 * @param path the part of the address, "meldungen"
 * @param fields the form's fields, filled from a record or empty
 * @param title how a list shows it
 * @param read the record from what was typed
 */
record Piece<R extends Record>(
    String path,
    Kind<R> kind,
    BiFunction<Reading, Optional<R>, List<RecordForm.Field>> fields,
    Function<R, String> title,
    Function<R, Boolean> ready,
    Reader<R> read) {

  /** Makes the record; refuses what is wrong with it. */
  @FunctionalInterface
  interface Reader<R> {
    R of(Slug id, Typed typed, Optional<R> before, Writing change);
  }

  /** The id of something that is not there yet. */
  static final String NEW = "neu";

  String address(String id) {
    return "/wort/" + path + "/" + id;
  }

  RecordForm form(Reading reading, String id) {
    Optional<Stored<R>> stored = reading.find(kind, id);
    if (stored.isEmpty() && !id.equals(beginning())) {
      throw Refused.notFound("journal.no-record", id);
    }
    List<RecordForm.Field> filled = fields.apply(reading, stored.map(Stored::value));
    long seen = stored.map(Stored::entry).orElse(0L);
    RecordForm form = RecordForm.of(address(id), filled, seen);
    return isSingle() ? form.staying() : form;
  }

  /** The id under which something new is written. */
  String beginning() {
    return isSingle() ? Masthead.ID : NEW;
  }

  /** Whether a town has only one. */
  boolean isSingle() {
    return kind.equals(Masthead.KIND);
  }

  void save(Writing change, String id, Typed typed, long seen) {
    if (!id.equals(beginning()) && change.find(kind, id).isEmpty()) {
      throw Refused.conflict("journal.moved-on", id);
    }
    Slug slug = id.equals(NEW) ? typed.newId() : Slug.of(id);
    Optional<R> before = change.find(kind, slug.value()).map(Stored::value);
    change.put(kind, slug.value(), read.of(slug, typed, before, change), seen);
  }

  void remove(Writing change, String id, long seen) {
    long present = change.find(kind, id).map(Stored::entry).orElse(0L);
    if (present != seen || present == 0) {
      throw Refused.conflict("journal.moved-on", id);
    }
    change.remove(kind, id);
  }

  List<NewsroomPage.Line> lines(Reading reading) {
    return reading.all(kind).stream()
        .map(
            stored ->
                new NewsroomPage.Line(
                    address(stored.id()), title.apply(stored.value()), ready.apply(stored.value())))
        .toList();
  }

  static Slug unique(Optional<Slug> words) {
    String tail = Ids.random().substring(0, 6);
    return Slug.of(words.map(begin -> begin + "-" + tail).orElse(tail));
  }
}
