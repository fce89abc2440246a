package de.notbetrieb.channel;

import de.notbetrieb.edition.Edition;
import de.notbetrieb.edition.OfficeState;
import de.notbetrieb.edition.PublicContact;
import de.notbetrieb.edition.PublicOffice;
import de.notbetrieb.edition.WayInKind;
import de.notbetrieb.edition.WayInState;
import java.util.Comparator;
import java.util.Optional;

/**
 * The one way in that a channel with little room names. Nobody is sent to a way that is not up: the
 * best number, else an open office, else a letter box, else nothing is promised.
 */
public final class Reach {
  private final Edition edition;
  private final PhraseBook book;

  public Reach(Edition edition, PhraseBook book) {
    this.edition = edition;
    this.book = book;
  }

  /** What to do, as a whole sentence. */
  public String sentence() {
    return phone()
        .map(this::call)
        .or(() -> office().map(this::come))
        .or(() -> letterBox().map(c -> book.say("reach.letters", value(c))))
        .orElseGet(() -> book.say("reach.none"));
  }

  /**
   * The number that leads to the town. A town with a main number is not called on another: whoever
   * answers for water and electricity cannot help with a death.
   */
  public Optional<PublicContact> phone() {
    boolean hasMain =
        edition.contacts().stream().anyMatch(c -> c.kind() == WayInKind.PHONE && c.main());
    return best(WayInKind.PHONE).filter(phone -> phone.main() || !hasMain);
  }

  public Optional<PublicContact> letterBox() {
    return best(WayInKind.LETTER_BOX);
  }

  /** The best office that people can come to. */
  public Optional<PublicOffice> office() {
    return edition.offices().stream()
        .filter(office -> office.state() != OfficeState.CLOSED)
        .min(
            Comparator.comparing((PublicOffice office) -> !office.main())
                .thenComparing(PublicOffice::state));
  }

  private Optional<PublicContact> best(WayInKind kind) {
    return edition.contacts().stream()
        .filter(contact -> contact.kind() == kind && contact.state() == WayInState.UP)
        .min(Comparator.comparing(contact -> !contact.main()));
  }

  private String call(PublicContact phone) {
    return phone.main()
        ? book.say("reach.call", value(phone))
        : book.say("reach.call.other", label(phone), value(phone));
  }

  private String come(PublicOffice office) {
    String name = PlainWords.cut(PlainWords.line(office.name(), book.language()), 80);
    String address = PlainWords.cut(String.join(", ", office.addressLines()), 120);
    return address.isEmpty()
        ? book.say("reach.come", name)
        : book.say("reach.come.address", name, address);
  }

  private static String value(PublicContact contact) {
    return PlainWords.cut(contact.value(), 80);
  }

  private String label(PublicContact contact) {
    return PlainWords.cut(PlainWords.line(contact.label(), book.language()), 80);
  }
}
