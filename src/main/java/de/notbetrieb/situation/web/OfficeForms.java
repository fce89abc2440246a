package de.notbetrieb.situation.web;

import de.notbetrieb.platform.web.FieldProblems;
import de.notbetrieb.platform.web.Form;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;

/** The three forms of an office's page; at most one of them was refused just now. */
record OfficeForms(HttpServletRequest request, Optional<FieldProblems> wrong) {

  /** As it was sent if it is the refused one, else as these values say. */
  Form form(String act, Map<String, String> now) {
    return wrong
        .filter(problems -> request.getRequestURI().endsWith(act))
        .map(problems -> Form.refused(request, problems, now))
        .orElseGet(() -> Form.of(now));
  }
}
