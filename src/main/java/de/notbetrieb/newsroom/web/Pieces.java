package de.notbetrieb.newsroom.web;

import de.notbetrieb.edition.PublicNotice;
import de.notbetrieb.journal.Reading;
import de.notbetrieb.journal.Stored;
import de.notbetrieb.newsroom.Answer;
import de.notbetrieb.newsroom.Masthead;
import de.notbetrieb.newsroom.Normality;
import de.notbetrieb.newsroom.Notice;
import de.notbetrieb.newsroom.Update;
import de.notbetrieb.newsroom.Wording;
import de.notbetrieb.platform.Language;
import de.notbetrieb.platform.Slug;
import de.notbetrieb.platform.Text;
import de.notbetrieb.platform.web.RecordForm.Choice;
import de.notbetrieb.platform.web.RecordForm.Field;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Everything that the town says, kind by kind, in the order of the screen. */
final class Pieces {
  static final Piece<Masthead> MASTHEAD =
      new Piece<>(
          "kopf",
          Masthead.KIND,
          (reading, one) ->
              fields(
                  List.of(
                      text("headline", one.map(Masthead::headline)),
                      areas("lead", one.map(Masthead::lead).stream().toList()))),
          one -> one.headline().de(),
          one -> true,
          (id, typed, before, change) -> {
            Text headline = typed.text("headline", before.map(Masthead::headline));
            Text lead = typed.longText("lead", before.map(Masthead::lead));
            OffsetDateTime now = change.now().toOffset();
            return typed.checked(
                () ->
                    new Masthead(headline, lead, now, now, before.flatMap(Masthead::nextWordDue)));
          });

  static final Piece<Update> UPDATES =
      new Piece<>(
          "meldungen",
          Update.KIND,
          (reading, one) ->
              fields(
                  List.of(
                      text("title", one.map(Update::title)),
                      areas("body", one.map(Update::body).orElse(List.of())),
                      ready(one, Update::ready))),
          one -> one.title().de(),
          Update::ready,
          (id, typed, before, change) -> {
            Text title = typed.text("title", before.map(Update::title));
            List<Text> body = typed.paragraphs("body", before.map(Update::body).orElse(List.of()));
            OffsetDateTime at = before.map(Update::at).orElseGet(() -> change.now().toOffset());
            List<Slug> services = before.map(Update::services).orElse(List.of());
            return typed.checked(
                () -> new Update(id, at, title, body, services, typed.ticked("ready")));
          });

  static final Piece<Notice> NOTICES =
      new Piece<>(
          "hinweise",
          Notice.KIND,
          (reading, one) ->
              fields(
                  List.of(
                      List.of(noticeKind(one)),
                      text("title", one.map(Notice::title)),
                      areas("body", one.map(Notice::body).stream().toList()),
                      List.of(answer(reading, one)),
                      List.of(
                          Field.day(
                              "lastDay",
                              one.flatMap(Notice::lastDay).map(LocalDate::toString).orElse(""))),
                      ready(one, Notice::ready))),
          one -> one.title().de(),
          Notice::ready,
          (id, typed, before, change) -> {
            Text title = typed.text("title", before.map(Notice::title));
            Text body = typed.longText("body", before.map(Notice::body));
            PublicNotice.Kind kind =
                typed.word("noticeKind").equals(PublicNotice.Kind.FRAUD_WARNING.name())
                    ? PublicNotice.Kind.FRAUD_WARNING
                    : PublicNotice.Kind.INFORMATION;
            Optional<LocalDate> lastDay = typed.day("lastDay");
            return typed.checked(
                () ->
                    new Notice(
                        id, kind, title, body, typed.id("answer"), lastDay, typed.ticked("ready")));
          });

  static final Piece<Answer> ANSWERS =
      new Piece<>(
          "antworten",
          Answer.KIND,
          (reading, one) ->
              fields(
                  List.of(
                      text("question", one.map(Answer::question)),
                      areas("body", one.map(Answer::body).orElse(List.of())),
                      ready(one, Answer::ready))),
          one -> one.question().de(),
          Answer::ready,
          (id, typed, before, change) -> {
            Text question = typed.text("question", before.map(Answer::question));
            List<Text> body = typed.paragraphs("body", before.map(Answer::body).orElse(List.of()));
            OffsetDateTime now = change.now().toOffset();
            return typed.checked(() -> new Answer(id, question, body, now, typed.ticked("ready")));
          });

  static final Piece<Normality> NORMALITY =
      new Piece<>(
          "normal",
          Normality.KIND,
          (reading, one) ->
              fields(
                  List.of(
                      text("what", one.map(Normality::what)),
                      text("source", one.map(Normality::source)),
                      ready(one, Normality::ready))),
          one -> one.what().de(),
          Normality::ready,
          (id, typed, before, change) -> {
            Text what = typed.text("what", before.map(Normality::what));
            Text source = typed.text("source", before.map(Normality::source));
            Optional<OffsetDateTime> now = Optional.of(change.now().toOffset());
            return typed.checked(() -> new Normality(id, what, source, now, typed.ticked("ready")));
          });

  static final Piece<Wording> WORDINGS =
      new Piece<>(
          "sprachregelungen",
          Wording.KIND,
          (reading, one) ->
              fields(
                  List.of(
                      List.of(
                          Field.line("question", one.map(Wording::question).orElse("")).asNeeded()),
                      areas("answer", one.map(Wording::answer).stream().toList()),
                      List.of(Field.area("unsaid", one.map(Wording::unsaid).orElse(""))))),
          Wording::question,
          one -> true,
          (id, typed, before, change) -> {
            String question = typed.line("question");
            Text answer = typed.longText("answer", before.map(Wording::answer));
            String unsaid = typed.optionalLine("unsaid");
            return typed.checked(() -> new Wording(id, question, answer, unsaid));
          });

  private Pieces() {}

  static List<Piece<?>> all() {
    return List.of(MASTHEAD, UPDATES, NOTICES, ANSWERS, NORMALITY, WORDINGS);
  }

  static Optional<Piece<?>> of(String path) {
    return all().stream().filter(piece -> piece.path().equals(path)).findFirst();
  }

  private static List<Field> fields(List<List<Field>> parts) {
    return parts.stream().flatMap(List::stream).toList();
  }

  private static List<Field> text(String name, Optional<Text> text) {
    return List.of(
        Field.line(name, text.map(Text::de).orElse("")).asNeeded(),
        Field.line(name + "En", text.flatMap(Text::en).orElse("")));
  }

  private static List<Field> areas(String name, List<Text> paragraphs) {
    return List.of(
        Field.area(name, paragraphs.stream().map(Text::de).collect(Collectors.joining("\n\n")))
            .asNeeded(),
        Field.area(name + "En", english(paragraphs)));
  }

  /** Nothing unless each is there: they could not be told apart. */
  private static String english(List<Text> paragraphs) {
    return Text.isComplete(Language.EN, paragraphs)
        ? paragraphs.stream().flatMap(one -> one.en().stream()).collect(Collectors.joining("\n\n"))
        : "";
  }

  private static <R> List<Field> ready(Optional<R> one, Function<R, Boolean> ready) {
    return List.of(Field.tick("ready", one.map(ready).orElse(false)));
  }

  private static Field noticeKind(Optional<Notice> one) {
    return Field.choice(
        "noticeKind",
        one.map(notice -> notice.kind().name()).orElse(PublicNotice.Kind.INFORMATION.name()),
        Stream.of(PublicNotice.Kind.values())
            .map(kind -> new Choice(kind.name(), "noticeKind." + kind.name()))
            .toList());
  }

  private static Field answer(Reading reading, Optional<Notice> one) {
    List<Choice> choices = new ArrayList<>();
    choices.add(new Choice("", ""));
    for (Stored<Answer> answer : reading.all(Answer.KIND)) {
      choices.add(new Choice(answer.id(), answer.value().question().de()));
    }
    return Field.choice("answer", one.flatMap(Notice::answer).map(Slug::value).orElse(""), choices);
  }
}
