package de.notbetrieb.app;

import de.notbetrieb.access.Person;
import de.notbetrieb.journal.Erasure;
import de.notbetrieb.journal.Kind;
import de.notbetrieb.newsroom.Answer;
import de.notbetrieb.newsroom.Masthead;
import de.notbetrieb.newsroom.NextWord;
import de.notbetrieb.newsroom.Normality;
import de.notbetrieb.newsroom.Notice;
import de.notbetrieb.newsroom.Translation;
import de.notbetrieb.newsroom.Update;
import de.notbetrieb.newsroom.Wording;
import de.notbetrieb.publishing.Editions;
import de.notbetrieb.publishing.place.Places;
import de.notbetrieb.situation.ContactStatus;
import de.notbetrieb.situation.Expectation;
import de.notbetrieb.situation.FallbackInForce;
import de.notbetrieb.situation.Incident;
import de.notbetrieb.situation.OfficeStatus;
import de.notbetrieb.situation.Override;
import de.notbetrieb.situation.SystemStatus;
import de.notbetrieb.town.LastImport;
import de.notbetrieb.town.Section;
import java.util.List;
import java.util.stream.Stream;

/**
 * Every kind of record that this program can read, earlier versions too: what lies in a journal and
 * is not here, verification calls damage.
 */
final class Kinds {
  private Kinds() {}

  static List<Kind<?>> all() {
    Stream<Kind<?>> facts = Section.all().stream().map(Section::kind);
    Stream<Kind<?>> others =
        Stream.of(
            Person.KIND,
            Erasure.KIND,
            Answer.KIND,
            Masthead.KIND,
            Normality.KIND,
            Notice.KIND,
            Translation.KIND,
            Update.KIND,
            Wording.KIND,
            NextWord.KIND,
            ContactStatus.KIND,
            Expectation.KIND,
            FallbackInForce.KIND,
            Incident.KIND,
            OfficeStatus.KIND,
            Override.KIND,
            SystemStatus.KIND,
            LastImport.KIND);
    Stream<Kind<?>> published = Editions.kinds().stream();
    Stream<Kind<?>> placed = Places.kinds().stream();
    return Stream.of(facts, others, published, placed).flatMap(all -> all).toList();
  }
}
