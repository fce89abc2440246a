package de.notbetrieb.publishing.web;

import de.notbetrieb.access.Right;
import de.notbetrieb.access.web.SignedIn;
import de.notbetrieb.journal.Journal;
import de.notbetrieb.platform.web.Frames;
import de.notbetrieb.platform.web.Screens;
import de.notbetrieb.publishing.Comparisons;
import de.notbetrieb.publishing.Difference;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What changed from one edition to another, for any two numbers. */
@Controller
class ComparisonScreen {
  private final Comparisons comparisons;
  private final Frames frames;
  private final Screens screens;

  ComparisonScreen(Journal journal, Frames frames, Screens screens) {
    this.comparisons = new Comparisons(journal);
    this.frames = frames;
    this.screens = screens;
  }

  @GetMapping("/ausgaben/unterschied")
  ResponseEntity<String> compare(
      @AuthenticationPrincipal SignedIn me,
      HttpServletRequest request,
      @RequestParam(defaultValue = "0") int von,
      @RequestParam(defaultValue = "0") int bis) {
    me.person().allowedTo(Right.READ);
    List<Integer> numbers = comparisons.numbers(me.town());
    int to = bis != 0 || numbers.isEmpty() ? bis : numbers.getFirst();
    int from = von != 0 || numbers.size() < 2 ? von : numbers.get(1);
    Optional<Difference> difference =
        from == 0 || to == 0
            ? Optional.empty()
            : Optional.of(comparisons.between(me.town(), from, to));
    return screens.show(
        "comparison",
        frames.of(request, "editions", "comparison.title"),
        new ComparisonPage(numbers, from, to, difference));
  }
}
