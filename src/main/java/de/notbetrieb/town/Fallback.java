package de.notbetrieb.town;

import de.notbetrieb.edition.HelpMode;
import de.notbetrieb.edition.PaymentMeans;
import de.notbetrieb.edition.ServiceState;
import de.notbetrieb.platform.Slug;
import de.notbetrieb.platform.Text;
import java.util.List;
import java.util.Optional;

/**
 * Another way to deliver services now: paper, phone, a neighbour town. It changes nothing until it
 * is in force.
 *
 * @param services what it lifts
 * @param steps only these steps of it, when not empty
 * @param lifts LIMITED, ELSEWHERE or AVAILABLE
 * @param sentence what residents then read
 * @param needs systems that the fallback itself needs: a printer
 * @param promise set when the sentence grants something
 */
public record Fallback(
    Slug id,
    List<Slug> formerly,
    String name,
    List<Slug> services,
    List<Slug> steps,
    ServiceState lifts,
    Text sentence,
    List<Need> needs,
    List<Slug> waysIn,
    List<Text> papers,
    List<PaymentMeans> payment,
    Optional<PartnerHelp> helper,
    Optional<Promise> promise,
    Optional<String> staffNote) {
  public Fallback {
    formerly = List.copyOf(formerly);
    services = List.copyOf(services);
    steps = List.copyOf(steps);
    needs = List.copyOf(needs);
    waysIn = List.copyOf(waysIn);
    papers = List.copyOf(papers);
    payment = List.copyOf(payment);
  }

  /** The partner who does it, and on what terms. */
  public record PartnerHelp(
      Slug partner, HelpMode mode, Optional<Text> authorisation, Optional<Text> days) {}

  /** Why the town may say so, and who decided it (by function). */
  public record Promise(String ground, String decider) {}
}
