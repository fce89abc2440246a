package de.notbetrieb.publishing;

import de.notbetrieb.newsroom.Newsroom;
import de.notbetrieb.platform.Text;
import de.notbetrieb.situation.Derivation;
import de.notbetrieb.situation.Derived.DerivedService;
import de.notbetrieb.situation.Override;
import de.notbetrieb.situation.Situation;
import de.notbetrieb.town.Fallback;
import de.notbetrieb.town.GrantingWords;
import de.notbetrieb.town.Service;
import de.notbetrieb.town.Visibility;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds the sentences of a draft that grant something and carry no promise with their ground. */
final class Grants {
  private final List<Grant> found = new ArrayList<>();
  private final Set<Text> promised = new HashSet<>();
  private final Situation situation;

  private Grants(Situation situation) {
    this.situation = situation;
  }

  static List<Grant> in(Situation situation, Newsroom newsroom) {
    Grants grants = new Grants(situation);
    grants.promises();
    grants.newsroom(newsroom);
    grants.situation();
    Map<?, DerivedService> derived = Derivation.of(situation).services();
    situation.town().services().stream()
        .filter(service -> service.audience() == Visibility.PUBLIC)
        .forEach(
            service ->
                Optional.ofNullable(derived.get(service.id()))
                    .ifPresent(now -> grants.service(service, now)));
    return grants.found.stream().distinct().toList();
  }

  /** What carries its ground already. */
  private void promises() {
    situation.town().fallbacks().stream()
        .filter(fallback -> fallback.promise().isPresent())
        .map(Fallback::sentence)
        .forEach(promised::add);
    situation.overrides().stream()
        .filter(override -> override.promise().isPresent())
        .flatMap(one -> Stream.concat(Stream.of(one.sentence()), one.untilSentence().stream()))
        .forEach(promised::add);
  }

  private void newsroom(Newsroom newsroom) {
    newsroom
        .masthead()
        .ifPresent(
            words -> {
              look("newsroom.masthead", "masthead", "headline", words.headline());
              look("newsroom.masthead", "masthead", "lead", words.lead());
            });
    newsroom.updates().stream()
        .filter(one -> one.ready())
        .forEach(
            one -> {
              look("newsroom.update", one.id().value(), "title", one.title());
              one.body().forEach(text -> look("newsroom.update", one.id().value(), "body", text));
            });
    newsroom.answers().stream()
        .filter(one -> one.ready())
        .forEach(
            one ->
                one.body()
                    .forEach(text -> look("newsroom.answer", one.id().value(), "body", text)));
    newsroom.notices().stream()
        .filter(one -> one.ready())
        .forEach(
            one -> {
              look("newsroom.notice", one.id().value(), "title", one.title());
              look("newsroom.notice", one.id().value(), "body", one.body());
            });
    newsroom.normalities().stream()
        .filter(one -> one.ready())
        .forEach(one -> look("newsroom.normality", one.id().value(), "what", one.what()));
  }

  private void situation() {
    situation
        .overrides()
        .forEach(
            one -> {
              look("situation.override", one.recordId(), "sentence", one.sentence());
              one.untilSentence()
                  .ifPresent(
                      text -> look("situation.override", one.recordId(), "untilSentence", text));
            });
    situation
        .contacts()
        .forEach(
            one ->
                Stream.concat(one.note().stream(), one.until().stream())
                    .forEach(
                        text ->
                            look("situation.contact-status", one.contact().value(), "note", text)));
    situation
        .offices()
        .forEach(
            one ->
                Stream.concat(one.note().stream(), one.until().stream())
                    .forEach(
                        text ->
                            look("situation.office-status", one.office().value(), "note", text)));
  }

  /** What residents read of it now; a sentence for another state waits for its day. */
  private void service(Service service, DerivedService now) {
    if (now.override().map(Override::sentence).filter(now.sentence()::equals).isEmpty()) {
      Optional<Fallback> source =
          now.fallback().filter(one -> one.sentence().equals(now.sentence()));
      look(
          source.isPresent() ? "town.fallback" : "town.service",
          source.map(Fallback::id).orElse(service.id()).value(),
          source.isPresent() ? "sentence" : "sentences",
          now.sentence());
    }
    now.steps()
        .forEach(
            step ->
                look(
                    "town.service", service.id().value(), "steps " + step.step(), step.sentence()));
    service
        .variations()
        .forEach(one -> look("town.service", service.id().value(), "variations", one.sentence()));
    now.causes().stream()
        .flatMap(cause -> situation.town().system(cause).stream())
        .forEach(
            system ->
                system
                    .publicReason()
                    .ifPresent(
                        text -> look("town.system", system.id().value(), "publicReason", text)));
    now.papers().forEach(text -> look("town.service", service.id().value(), "papers", text));
    service.fee().ifPresent(text -> look("town.service", service.id().value(), "fee", text));
    service
        .deadline()
        .filter(rule -> !rule.promise() || rule.decider().isEmpty())
        .ifPresent(rule -> look("town.service", service.id().value(), "deadline", rule.rule()));
  }

  private void look(String kind, String id, String field, Text text) {
    if (!promised.contains(text)) {
      GrantingWords.in(text).ifPresent(words -> found.add(new Grant(kind, id, field, text, words)));
    }
  }
}
