package de.notbetrieb.town;

import de.notbetrieb.edition.PaymentMeans;
import de.notbetrieb.edition.ServiceState;
import de.notbetrieb.platform.Language;
import de.notbetrieb.platform.Slug;
import de.notbetrieb.platform.Text;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What a resident wants done, in everyday words, with what it needs and what to say in each state.
 *
 * @param words everyday words for the search, one language each: Text.de is German
 * @param waysIn contacts that lead to it, best first
 * @param offices where it is done
 * @param sentences what to say in a state; a state without one has the frame's cautious default
 */
public record Service(
    Slug id,
    List<Slug> formerly,
    Text name,
    Slug lifeSituation,
    Optional<String> leikaKey,
    Words words,
    Optional<Slug> unit,
    List<Slug> offices,
    List<Slug> waysIn,
    List<Need> needs,
    List<Step> steps,
    Sentences sentences,
    List<Text> papers,
    Optional<Text> fee,
    List<PaymentMeans> payment,
    List<CutOff> cutOffs,
    Optional<Deadline> deadline,
    Optional<CompetentBody> competent,
    Optional<FederalSubstitute> substitute,
    List<Variation> variations,
    Optional<String> staffNote,
    Visibility audience) {
  public Service {
    formerly = List.copyOf(formerly);
    offices = List.copyOf(offices);
    waysIn = List.copyOf(waysIn);
    needs = List.copyOf(needs);
    steps = List.copyOf(steps);
    papers = List.copyOf(papers);
    payment = List.copyOf(payment);
    cutOffs = List.copyOf(cutOffs);
    variations = List.copyOf(variations);
  }

  /** Everyday words per language: "perso", "ausweis weg". */
  public record Words(
      List<String> de,
      List<String> en,
      List<String> tr,
      List<String> uk,
      List<String> ar,
      List<String> ru,
      List<String> ro,
      List<String> pl,
      List<String> fr,
      List<String> it) {
    public static final Words NONE = new Words(List.of(), List.of());

    public Words {
      de = List.copyOf(de);
      en = List.copyOf(en);
      tr = known(tr);
      uk = known(uk);
      ar = known(ar);
      ru = known(ru);
      ro = known(ro);
      pl = known(pl);
      fr = known(fr);
      it = known(it);
    }

    public Words(List<String> de, List<String> en) {
      this(
          de, en, List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(),
          List.of());
    }

    /** A journal may hold services of before there were more than two languages. */
    private static List<String> known(List<String> words) {
      return words == null ? List.of() : List.copyOf(words);
    }

    /** The words of a language beside German and English. */
    public List<String> inFurther(Language language) {
      return switch (language) {
        case DE, SIMPLE, EN -> List.of();
        case TR -> tr;
        case UK -> uk;
        case AR -> ar;
        case RU -> ru;
        case RO -> ro;
        case PL -> pl;
        case FR -> fr;
        case IT -> it;
      };
    }
  }

  /** A part of a service with needs, and so a state, of its own. */
  public record Step(Slug id, Text name, List<Need> needs, Sentences sentences) {
    public Step {
      needs = List.copyOf(needs);
    }
  }

  /** What to say in each state. */
  public record Sentences(
      Optional<Text> available,
      Optional<Text> limited,
      Optional<Text> elsewhere,
      Optional<Text> unknown,
      Optional<Text> unavailable) {
    public static final Sentences NONE =
        new Sentences(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    public Optional<Text> in(ServiceState state) {
      return switch (state) {
        case AVAILABLE -> available;
        case LIMITED -> limited;
        case ELSEWHERE -> elsewhere;
        case UNKNOWN -> unknown;
        case UNAVAILABLE -> unavailable;
      };
    }
  }

  /** A rule with a date: "applied for by 10 November: collect as usual". */
  public record CutOff(Optional<LocalDate> date, Text rule) {}

  /**
   * What holds for a deadline.
   *
   * @param ground the paragraph
   * @param promise whether the rule grants something; then somebody must have decided it
   * @param decider by function
   */
  public record Deadline(Text rule, String ground, boolean promise, Optional<String> decider) {}

  /** Another body that always does this: the county for cars. */
  public record CompetentBody(String who, Optional<String> phone, Optional<URI> address) {}

  /** A substitute by another level of the state, with a warning against imitations. */
  public record FederalSubstitute(Text name, URI address, Text warning) {}

  /** What differs for an office, a weekday or a group, in any state but UNAVAILABLE. */
  public record Variation(Text whom, ServiceState state, Text sentence) {}
}
