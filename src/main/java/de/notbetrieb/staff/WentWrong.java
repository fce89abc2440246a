package de.notbetrieb.staff;

import de.notbetrieb.platform.Refused;
import de.notbetrieb.platform.web.Frame;
import de.notbetrieb.platform.web.Frames;
import de.notbetrieb.platform.web.Screens;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** What no screen answers: no such address, a form that is too old, a mistake of the program. */
@Controller
class WentWrong implements ErrorController {
  private final Frames frames;
  private final Screens screens;
  private final RefusedAdvice advice;

  WentWrong(Frames frames, Screens screens, RefusedAdvice advice) {
    this.frames = frames;
    this.screens = screens;
    this.advice = advice;
  }

  @RequestMapping("/error")
  ResponseEntity<String> page(HttpServletRequest request) {
    HttpStatus status =
        request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
            ? HttpStatus.valueOf(code)
            : HttpStatus.NOT_FOUND;
    String words =
        switch (status) {
          case NOT_FOUND, METHOD_NOT_ALLOWED -> "error.not-found";
          case FORBIDDEN -> "error.forbidden";
          case CONTENT_TOO_LARGE -> "error.too-large";
          default -> status.is4xxClientError() ? "error.not-understood" : "error.program";
        };
    if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Refused refused) {
      return advice.refused(refused, request); // from before a screen was asked, such as a sign-in
    }
    Frame frame =
        status.is4xxClientError()
            ? frames.of(request, "", "error.title")
            : frames.withoutData(request, "error.title");
    return screens.show(
        status,
        "refused",
        frame,
        new RefusedAdvice.RefusedPage(
            List.of(frame.t(words)), status.is4xxClientError(), List.of()));
  }
}
