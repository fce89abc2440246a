package de.notbetrieb.access;

import de.notbetrieb.access.Credentials.Credential;
import de.notbetrieb.journal.Actor;
import de.notbetrieb.journal.Writing;
import de.notbetrieb.platform.Ids;
import de.notbetrieb.platform.Minisign;
import de.notbetrieb.platform.Refused;
import java.util.Optional;

/** A person and what their password can do, ready to be written. */
record Account(Person person, Credential credential) {
  static Account of(Newcomer newcomer, Optional<Minisign.KeyPair> key) {
    Person person =
        new Person(
            new Actor("p-" + Ids.random()), newcomer.signIn(), newcomer.name(), newcomer.roles());
    return new Account(
        person, Credential.of(newcomer.password(), key.filter(_ -> person.may(Right.RELEASE))));
  }

  void write(Writing change, Credentials credentials) {
    change.put(Person.KIND, person.pseudonym().pseudonym(), person);
    credentials.put(change.rows(), person, credential);
  }

  /** The journal says that an account's secrets changed; its roles stay as they are by now. */
  static void touch(Writing change, Person person) {
    String id = person.pseudonym().pseudonym();
    Person present =
        change
            .find(Person.KIND, id)
            .filter(one -> !one.value().roles().isEmpty())
            .orElseThrow(() -> Refused.notFound("access.unknown-person", person.signIn()))
            .value();
    change.put(Person.KIND, id, present);
  }
}
