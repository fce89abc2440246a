package de.notbetrieb.edition;

import static de.notbetrieb.edition.Examples.slug;

import de.notbetrieb.platform.Text;
import java.util.List;
import java.util.Optional;

/** A service of an example, of which only what matters is said. */
final class ExampleService {
  final String slug;
  final String lifeSituation;
  final ServiceState state;
  Text name = Text.of("?");
  Text instruction = Text.of("?");
  Optional<Text> reason = Optional.empty();
  Optional<Text> until = Optional.empty();
  Optional<Text> expected = Optional.empty();
  List<PublicService.PublicStep> steps = List.of();
  List<Text> papers = List.of();
  Optional<Text> fee = Optional.empty();
  List<PaymentMeans> payment = List.of();
  List<Text> cutOffs = List.of();
  Optional<PublicService.DeadlineRule> deadline = Optional.empty();
  Optional<PublicService.Elsewhere> elsewhere = Optional.empty();
  Optional<PublicService.Competent> competent = Optional.empty();
  Optional<PublicService.Substitute> substitute = Optional.empty();
  List<PublicService.Difference> differences = List.of();
  List<String> waysIn = List.of();
  List<String> offices = List.of();
  List<Text> words = List.of();
  List<PublicSearchWords> searchWords = List.of();
  List<PublicService.StateSince> history = List.of();
  List<PublicService.Expected> expectations = List.of();

  ExampleService(String slug, String lifeSituation, ServiceState state) {
    this.slug = slug;
    this.lifeSituation = lifeSituation;
    this.state = state;
  }

  ExampleService named(Text name, Text instruction) {
    this.name = name;
    this.instruction = instruction;
    return this;
  }

  PublicService build() {
    return new PublicService(
        slug(slug),
        name,
        slug(lifeSituation),
        Optional.empty(),
        state,
        instruction,
        reason,
        until,
        expected,
        steps,
        papers,
        fee,
        payment,
        cutOffs,
        deadline,
        elsewhere,
        competent,
        substitute,
        differences,
        offices.stream().map(Examples::slug).toList(),
        waysIn.stream().map(Examples::slug).toList(),
        words,
        searchWords,
        Examples.AS_OF,
        history.isEmpty() ? List.of(new PublicService.StateSince(state, Examples.AS_OF)) : history,
        expectations);
  }
}
