package de.notbetrieb.publishing;

import de.notbetrieb.platform.Checkpoint;
import de.notbetrieb.platform.Minisign;
import de.notbetrieb.platform.Note;
import de.notbetrieb.platform.NoteKey;
import de.notbetrieb.platform.Sha256;
import de.notbetrieb.platform.TreeProof;
import java.security.SecureRandom;
import java.util.List;

/** Another town with a log of its own, and the key that it signs with. */
record Neighbour(Minisign.KeyPair pair, NoteKey key) {
  static Neighbour called(String name) {
    Minisign.KeyPair pair = Minisign.KeyPair.generate(new SecureRandom());
    return new Neighbour(pair, NoteKey.of(name, pair.publicKey()));
  }

  /** The same town after it has changed its key. */
  Neighbour withNewKey() {
    return called(key.name());
  }

  /** What it gives us to sign. */
  String request(int old, List<Sha256> tree) {
    String text = new Checkpoint(key.name(), tree.size(), TreeProof.root(tree)).text();
    Note head = Note.signed(text, key, pair);
    return new WitnessRequest(old, TreeProof.consistency(tree, old), head).text();
  }

  /** What it gives back when we asked it to sign. */
  String answer(String request) {
    String text = WitnessRequest.parse(request).checkpoint().text();
    return key.asWitness().cosign(text, 1_700_000_000, pair).text();
  }
}
