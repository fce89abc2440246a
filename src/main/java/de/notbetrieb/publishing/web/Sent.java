package de.notbetrieb.publishing.web;

import de.notbetrieb.platform.Refusals;
import de.notbetrieb.platform.Refused;
import de.notbetrieb.platform.web.FieldProblems;
import de.notbetrieb.platform.web.Form;
import de.notbetrieb.platform.web.ScreenTexts;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.multipart.MultipartFile;

/** A text of a partner's in a field, pasted or as a file. */
record Sent(String field, String written, Optional<MultipartFile> file) {

  /** Reads it and does it; a refusal is said at its field, where the text still stands. */
  ResponseEntity<String> tried(
      HttpServletRequest request,
      Function<String, ResponseEntity<String>> act,
      BiFunction<HttpStatus, Form, ResponseEntity<String>> refusedPage) {
    String text = written;
    try {
      text = Pasted.of(field, text, file);
      return act.apply(text);
    } catch (Refused refused) {
      Map<String, String> typed = new TreeMap<>(FieldProblems.typed(request, "password"));
      typed.put(field, text.strip());
      FieldProblems problems = problems(request, refused);
      HttpStatus status =
          refused.reason() instanceof Refused.Conflict
              ? HttpStatus.CONFLICT
              : HttpStatus.UNPROCESSABLE_CONTENT;
      return refusedPage.apply(status, new Form(typed, problems, Map.of()));
    }
  }

  /** That a log was forked is no mistake of the form, but it is said where its text stands. */
  private FieldProblems problems(HttpServletRequest request, Refused no) {
    Locale locale = ScreenTexts.language(request);
    return switch (no.reason()) {
      case Refused.Invalid invalid -> FieldProblems.of(invalid, locale);
      case Refused.Conflict moved when moved.key().equals("journal.moved-on") ->
          new FieldProblems(Map.of(), true);
      case Refused.Conflict log when log.key().startsWith("publishing.witness-") ->
          new FieldProblems(Map.of(field, Refusals.of(log.key(), log.arguments(), locale)), false);
      default -> throw no;
    };
  }
}
