package de.notbetrieb.staff;

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

  WentWrong(Frames frames, Screens screens) {
    this.frames = frames;
    this.screens = screens;
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
    Frame frame = frames.of(request, "", "error.title");
    return screens.show(
        status,
        "refused",
        frame,
        new RefusedAdvice.RefusedPage(
            List.of(frame.t(words)), status.is4xxClientError(), List.of()));
  }
}
