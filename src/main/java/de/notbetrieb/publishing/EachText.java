package de.notbetrieb.publishing;

import de.notbetrieb.edition.OpenDay;
import de.notbetrieb.edition.PublicAnswer;
import de.notbetrieb.edition.PublicContact;
import de.notbetrieb.edition.PublicLifeSituation;
import de.notbetrieb.edition.PublicNotice;
import de.notbetrieb.edition.PublicOffice;
import de.notbetrieb.edition.PublicService;
import de.notbetrieb.edition.PublicUnit;
import de.notbetrieb.edition.PublicUpdate;
import de.notbetrieb.edition.RunningNormally;
import de.notbetrieb.platform.Text;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A part of an edition with each of its texts changed in the same way. */
record EachText(UnaryOperator<Text> change) {
  Text of(Text text) {
    return change.apply(text);
  }

  Optional<Text> of(Optional<Text> text) {
    return text.map(change);
  }

  List<Text> of(List<Text> texts) {
    return texts.stream().map(change).toList();
  }

  /** The everyday words are for the search and stay as they are. */
  PublicService of(PublicService s) {
    return new PublicService(
        s.slug(),
        of(s.name()),
        s.lifeSituation(),
        s.leikaKey(),
        s.state(),
        of(s.instruction()),
        of(s.reason()),
        of(s.until()),
        of(s.expected()),
        s.steps().stream().map(this::of).toList(),
        of(s.papers()),
        of(s.fee()),
        s.payment(),
        of(s.cutOffs()),
        s.deadline()
            .map(d -> new PublicService.DeadlineRule(of(d.rule()), d.ground(), d.decider())),
        s.elsewhere().map(this::of),
        s.competent(),
        s.substitute()
            .map(
                one ->
                    new PublicService.Substitute(of(one.name()), one.address(), of(one.warning()))),
        s.differences().stream()
            .map(d -> new PublicService.Difference(of(d.whom()), d.state(), of(d.sentence())))
            .toList(),
        s.offices(),
        s.waysIn(),
        s.words(),
        s.searchWords(),
        s.asOf(),
        s.history(),
        s.expectations().stream().map(this::of).toList());
  }

  private PublicService.Expected of(PublicService.Expected said) {
    return new PublicService.Expected(
        of(said.range()),
        said.said(),
        of(said.by()),
        said.earliest(),
        said.latest(),
        of(said.decided()),
        said.ended());
  }

  private PublicService.PublicStep of(PublicService.PublicStep step) {
    return new PublicService.PublicStep(
        step.slug(), of(step.name()), step.state(), of(step.instruction()));
  }

  private PublicService.Elsewhere of(PublicService.Elsewhere there) {
    return new PublicService.Elsewhere(
        there.who(), of(there.where()), there.mode(), of(there.authorisation()), of(there.days()));
  }

  PublicOffice of(PublicOffice o) {
    return new PublicOffice(
        o.slug(),
        of(o.name()),
        o.addressLines(),
        o.state(),
        of(o.note()),
        of(o.until()),
        of(o.regularHours()),
        days(o.days()),
        of(o.access()),
        o.main());
  }

  PublicContact of(PublicContact c) {
    return new PublicContact(
        c.slug(),
        c.kind(),
        of(c.label()),
        c.value(),
        c.dial(),
        c.state(),
        of(c.note()),
        of(c.capacity()),
        of(c.topics()),
        c.unit(),
        c.office(),
        days(c.days()),
        c.main(),
        c.spokenLanguages());
  }

  private List<OpenDay> days(List<OpenDay> days) {
    return days.stream().map(d -> new OpenDay(d.date(), d.open(), of(d.note()))).toList();
  }

  PublicUnit of(PublicUnit unit) {
    return new PublicUnit(unit.slug(), of(unit.name()), unit.parent());
  }

  PublicLifeSituation of(PublicLifeSituation one) {
    return new PublicLifeSituation(one.slug(), of(one.name()), one.often());
  }

  PublicNotice of(PublicNotice n) {
    return new PublicNotice(
        n.slug(), n.kind(), of(n.title()), of(n.body()), n.answer(), n.lastDay());
  }

  RunningNormally of(RunningNormally one) {
    return new RunningNormally(of(one.what()), of(one.source()), one.confirmedAt());
  }

  PublicUpdate of(PublicUpdate u) {
    return new PublicUpdate(u.slug(), u.at(), of(u.title()), of(u.body()), u.services());
  }

  PublicAnswer of(PublicAnswer a) {
    return new PublicAnswer(a.slug(), of(a.question()), of(a.body()), a.asOf());
  }
}
