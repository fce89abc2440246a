package de.notbetrieb.town.file;

import de.notbetrieb.town.PreparedPlace;
import de.notbetrieb.town.calendar.OpeningHours;
import de.notbetrieb.town.calendar.PhoneNumbers;
import de.notbetrieb.town.file.Located.Mapping;
import de.notbetrieb.town.file.Located.Scalar;
import java.math.BigInteger;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Numbers, hours and keys that have the right shape and still cannot be. */
final class Facts {
  private static final Pattern AGS = Pattern.compile("(0[1-9]|1[0-6])[0-9]{6}");
  private static final Pattern IBAN = Pattern.compile("[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}");
  private static final String DIALLED = "phone";

  /** What the template says where a town has not yet put its number. */
  private static final String NUMBER_FOLLOWS = "Nummer folgt";

  private static final Set<String> STATES =
      Set.of(
          "bw", "by", "be", "bb", "hb", "hh", "he", "mv", "ni", "nw", "rp", "sl", "sn", "st", "sh",
          "th");

  private final Mapping facts;
  private final List<Problem> problems;

  Facts(Mapping facts, List<Problem> problems) {
    this.facts = facts;
    this.problems = problems;
  }

  void check() {
    words("town.ags").forEach(this::ags);
    words("town.ibans").forEach(this::iban);
    words("holidays.state").forEach(this::state);
    words("policy.nextWordHours").forEach(this::nextWord);
    for (Mapping contact : Tree.entries(facts, "contacts")) {
      if (Tree.scalar(contact, "kind").filter(kind -> kind.text().equals(DIALLED)).isPresent()) {
        Tree.scalar(contact, "value").ifPresent(this::phone);
      }
    }
    words("partners.phone").forEach(this::phone);
    words("partners.staffPhone").forEach(this::phone);
    words("services.competent.phone").forEach(this::phone);
    words("offices.hours").forEach(this::hours);
    words("offices.exceptions.hours").forEach(this::hours);
    words("contacts.hours").forEach(this::hours);
    words("services.leikaKey").forEach(this::leikaKey);
    places();
  }

  private void places() {
    List<Mapping> places = Tree.entries(facts, "places");
    if (places.size() > PreparedPlace.MOST) {
      problems.add(
          Problem.error(
              places.get(PreparedPlace.MOST).at(), "too-many", String.valueOf(PreparedPlace.MOST)));
    }
    words("places.id").stream()
        .filter(id -> id.text().equals(PreparedPlace.NEW.value()))
        .forEach(id -> problems.add(Problem.error(id.at(), "not-an-id", id.text())));
    for (String path : List.of("places.name", "places.feeder")) {
      words(path).stream()
          .filter(words -> words.text().length() > PreparedPlace.MOST_CHARACTERS)
          .forEach(
              words ->
                  problems.add(
                      Problem.error(
                          words.at(), "too-long", String.valueOf(PreparedPlace.MOST_CHARACTERS))));
    }
    words("places.address").forEach(this::address);
  }

  /** The reader takes any address; here none may hold a password or lead into a page. */
  private void address(Scalar written) {
    try {
      URI address = new URI(written.text());
      if (address.getRawUserInfo() != null || address.getRawFragment() != null) {
        problems.add(Problem.error(written.at(), "not-an-address", written.text()));
      }
    } catch (URISyntaxException e) {
      return; // the reader has said so
    }
  }

  private List<Scalar> words(String path) {
    return Tree.at(facts, List.of(path.split("\\."))).stream()
        .flatMap(node -> Tree.words(Optional.of(node)).stream())
        .toList();
  }

  private void ags(Scalar ags) {
    if (!AGS.matcher(ags.text()).matches()) {
      problems.add(Problem.error(ags.at(), "not-an-ags", ags.text()));
    }
  }

  /** ISO 7064: moved around and read as a number, it leaves 1 when divided by 97. */
  private void iban(Scalar written) {
    String iban = written.text().replace(" ", "").toUpperCase(Locale.ROOT);
    if (!IBAN.matcher(iban).matches()) {
      problems.add(Problem.error(written.at(), "not-an-iban", written.text()));
      return;
    }
    StringBuilder digits = new StringBuilder();
    (iban.substring(4) + iban.substring(0, 4))
        .chars()
        .forEach(letter -> digits.append(Character.digit(letter, 36)));
    boolean right = new BigInteger(digits.toString()).mod(BigInteger.valueOf(97)).intValue() == 1;
    boolean german = !iban.startsWith("DE") || iban.length() == 22;
    if (!right || !german) {
      problems.add(Problem.error(written.at(), "not-an-iban", written.text()));
    }
  }

  private void state(Scalar state) {
    if (!STATES.contains(state.text())) {
      problems.add(Problem.error(state.at(), "not-a-state", state.text()));
    }
  }

  private void nextWord(Scalar hours) {
    if (hours.text().matches("[0-9]{1,9}")) {
      int number = Integer.parseInt(hours.text());
      if (number < 1 || number > 168) {
        problems.add(Problem.error(hours.at(), "not-between", hours.text(), "1", "168"));
      }
    }
  }

  private void phone(Scalar number) {
    if (!number.text().equals(NUMBER_FOLLOWS) && PhoneNumbers.e164(number.text()).isEmpty()) {
      problems.add(Problem.error(number.at(), "not-a-phone-number", number.text()));
    }
  }

  private void hours(Scalar hours) {
    if (OpeningHours.parse(hours.text()) instanceof OpeningHours.Unreadable unreadable) {
      problems.add(
          Problem.error(hours.at(), "not-hours", hours.text())
              .meaning(unreadable.suggestion().orElse("")));
    }
  }

  private void leikaKey(Scalar key) {
    if (!LeikaKeys.known().contains(key.text())) {
      problems.add(
          Problem.error(key.at(), "leika-unknown", key.text())
              .meaning(Nearest.to(key.text(), LeikaKeys.known()).orElse("")));
    }
  }
}
