package de.notbetrieb.staff;

import de.notbetrieb.platform.Refused;
import de.notbetrieb.platform.web.Frame;
import de.notbetrieb.platform.web.Frames;
import de.notbetrieb.platform.web.Screens;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** Says no in words: what is wrong and what to do. What was typed is shown to be copied. */
@ControllerAdvice
public class RefusedAdvice {
  private final Frames frames;
  private final Screens screens;

  RefusedAdvice(Frames frames, Screens screens) {
    this.frames = frames;
    this.screens = screens;
  }

  /**
   * What was refused, and what had been typed.
   *
   * @param unchanged whether all is as before
   */
  public record RefusedPage(List<String> messages, boolean unchanged, List<Typed> typed) {
    public RefusedPage {
      messages = List.copyOf(messages);
      typed = List.copyOf(typed);
    }
  }

  /** A field and what somebody typed into it. */
  public record Typed(String field, String words) {}

  @ExceptionHandler(Refused.class)
  ResponseEntity<String> refused(Refused refused, HttpServletRequest request) {
    Frame frame =
        refused.reason() instanceof Refused.Unavailable
            ? frames.withoutData(request, "refused.title")
            : frames.of(request, "", "refused.title");
    List<String> messages =
        switch (refused.reason()) {
          case Refused.Invalid invalid ->
              invalid.problems().stream()
                  .map(p -> frame.texts().refusal(p.key(), p.arguments()))
                  .toList();
          case Refused.Reason other ->
              List.of(frame.texts().refusal(other.key(), other.arguments()));
        };
    List<Typed> typed =
        request.getParameterMap().entrySet().stream()
            .filter(e -> !List.of("password", "form", "seen", "_csrf").contains(e.getKey()))
            .map(e -> new Typed(e.getKey(), String.join("\n", e.getValue())))
            .filter(field -> !field.words().isBlank())
            .toList();
    return screens.show(
        status(refused),
        "refused",
        frame,
        new RefusedPage(messages, !(refused.reason() instanceof Refused.Unfinished), typed));
  }

  private static HttpStatus status(Refused refused) {
    return switch (refused.reason()) {
      case Refused.NotFound no -> HttpStatus.NOT_FOUND;
      case Refused.NotAllowed no -> HttpStatus.FORBIDDEN;
      case Refused.Conflict no -> HttpStatus.CONFLICT;
      case Refused.Invalid no -> HttpStatus.UNPROCESSABLE_CONTENT;
      case Refused.Unavailable no -> HttpStatus.SERVICE_UNAVAILABLE;
      case Refused.Unfinished no -> HttpStatus.SERVICE_UNAVAILABLE;
    };
  }
}
