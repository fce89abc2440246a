package de.notbetrieb.channel.text;

import de.notbetrieb.edition.Edition;

/** PRUEFEN.txt: how to check an edition, and what a check does not prove. */
final class CheckingText {
  private CheckingText() {}

  static String of(Edition edition) {
    return """
        SO PRÜFEN SIE DIESE AUSGABE
        %s, Ausgabe %d, Stand %s

        Ohne Technik: Vergleichen Sie die Telefonnummer mit einem alten Bescheid.
        Rufen Sie dort an und fragen Sie nach der Nummer der Ausgabe.

        Mit Technik, in diesem Ordner:

          minisign -V -m SHA256SUMS -p minisign.pub
          sha256sum -c SHA256SUMS

        Den Schlüssel minisign.pub holen Sie bitte nicht nur von dieser Seite.
        Vergleichen Sie ihn mit einem gedruckten Brief der Stadt oder fragen Sie
        telefonisch nach seiner Nummer.

        Was die Prüfung zeigt: Diese Dateien hat jemand mit dem Schlüssel der Stadt
        unterschrieben, und seitdem hat sie niemand verändert.
        Was sie nicht zeigt: dass es die neueste Ausgabe ist, und dass alles stimmt,
        was darin steht.

        HOW TO CHECK THIS EDITION

        Without technology: compare the phone number with one on an old letter from
        us. Call it and ask for the number of the edition.
        With technology: the two commands above. They show that these files were
        signed with the town's key and have not been changed since. They do not show
        that this is the newest edition, nor that everything in it is right.
        """
        .formatted(edition.town().name(), edition.number(), edition.asOf());
  }
}
