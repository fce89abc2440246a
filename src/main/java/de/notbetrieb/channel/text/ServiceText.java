package de.notbetrieb.channel.text;

import static de.notbetrieb.channel.PlainWords.sentence;

import de.notbetrieb.channel.PhraseBook;
import de.notbetrieb.channel.PlainWords;
import de.notbetrieb.edition.PublicService;
import de.notbetrieb.platform.Text;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** One service in plain sentences: whether it works, what to do, then the rest. */
final class ServiceText {
  private final PhraseBook book;
  private final Columns out;
  private final PublicService service;

  ServiceText(PhraseBook book, Columns out, PublicService service) {
    this.book = book;
    this.out = out;
    this.service = service;
  }

  void write() {
    out.line(book.say("text.service", words(service.name()), book.state(service.state())));
    out.line(sentence(words(service.instruction())));
    said("text.reason", service.reason());
    said("text.until", service.until());
    said("text.expected", service.expected());
    steps();
    service.differences().forEach(this::difference);
    elsewhere();
    listed("text.papers", service.papers());
    said("text.fee", service.fee());
    if (!service.payment().isEmpty()) {
      out.line(
          book.say(
              "service.pay",
              service.payment().stream()
                  .map(means -> book.name("payment", means))
                  .collect(Collectors.joining(", "))));
    }
    service.cutOffs().forEach(cutOff -> out.line(sentence(words(cutOff))));
    service
        .deadline()
        .ifPresent(
            d ->
                out.line(
                    sentence(book.say("text.deadline", words(d.rule())))
                        + " "
                        + book.say("text.ground", d.ground())));
    out.gap();
  }

  private void steps() {
    int number = 1;
    for (PublicService.PublicStep step : service.steps()) {
      String state = book.state(step.state());
      out.line(
          book.say("text.step", number++, words(step.name()), state)
              + step.instruction().map(i -> " " + sentence(words(i))).orElse(""));
    }
  }

  private void difference(PublicService.Difference difference) {
    String state = book.state(difference.state());
    out.line(
        book.say("text.difference", words(difference.whom()), state)
            + " "
            + sentence(words(difference.sentence())));
  }

  private void elsewhere() {
    service
        .elsewhere()
        .ifPresent(
            there -> {
              out.line(book.say("text.elsewhere", there.who()));
              said("text.where", there.where());
              out.line(book.name("mode", there.mode()));
              said("text.authorisation", there.authorisation());
              said("text.when", there.days());
            });
    service
        .competent()
        .ifPresent(
            body ->
                out.line(
                    body.phone()
                        .map(phone -> book.say("text.competent.phone", body.who(), phone))
                        .orElseGet(() -> book.say("text.competent", body.who()))));
    service
        .substitute()
        .ifPresent(
            other -> {
              out.line(book.say("text.substitute", words(other.name()), other.address()));
              out.line(sentence(words(other.warning())));
            });
  }

  private void said(String key, Optional<Text> text) {
    text.ifPresent(words -> out.line(sentence(book.say(key, words(words)))));
  }

  private void listed(String key, List<Text> texts) {
    if (!texts.isEmpty()) {
      out.line(book.say(key, list(book, texts)));
    }
  }

  static String list(PhraseBook book, List<Text> texts) {
    return texts.stream().map(text -> words(book, text)).collect(Collectors.joining("; "));
  }

  private String words(Text text) {
    return words(book, text);
  }

  /** The words, marked when nobody has translated them. */
  static String words(PhraseBook book, Text text) {
    return text.in(book.language())
        .map(PlainWords::line)
        .orElseGet(() -> book.say("text.german", PlainWords.line(text.de())));
  }
}
