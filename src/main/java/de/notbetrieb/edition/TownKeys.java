package de.notbetrieb.edition;

import de.notbetrieb.platform.Damage;
import de.notbetrieb.platform.Minisign;
import de.notbetrieb.platform.Note;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The keys that a town has had, each with the edition from which on it signs. Each change is signed
 * by the key before and by the new one.
 *
 * @param eras the first begins with edition 1
 * @param changes the signed notes between them
 */
public record TownKeys(List<Era> eras, List<Note> changes) {
  private static final int MAX_CHANGES = 100;

  /** A key and its first edition. */
  public record Era(int from, Minisign.PublicKey key) {}

  public TownKeys {
    eras = List.copyOf(eras);
    changes = List.copyOf(changes);
  }

  /** A town whose key never changed, as far as is known. */
  public static TownKeys only(Minisign.PublicKey key) {
    return new TownKeys(List.of(new Era(1, key)), List.of());
  }

  /**
   * Reads {@code minisign.pub} and the changes that led to it.
   *
   * @throws Damage if they do not lead there
   */
  public static TownKeys read(Path folder) {
    List<Note> notes = new ArrayList<>();
    for (int number = 1; number <= MAX_CHANGES; number++) {
      String name = KeyChange.fileName(number);
      if (!Files.exists(folder.resolve(name))) {
        break;
      }
      notes.add(Note.parse(folder.resolve(name).toString(), text(folder, name)));
    }
    String name = folder.resolve("minisign.pub").toString();
    Minisign.PublicKey last = Minisign.PublicKey.ofFile(name, text(folder, "minisign.pub"));
    if (notes.isEmpty()) {
      return only(last);
    }
    TownKeys keys = of(notes);
    if (!keys.current().equals(last)) {
      throw new Damage(name, "the key that the last change names", last.base64());
    }
    return keys;
  }

  /** The keys that these changes tell of, in their order. */
  public static TownKeys of(List<Note> notes) {
    List<Era> eras = new ArrayList<>();
    for (Note note : notes) {
      KeyChange change = KeyChange.of(KeyChange.FILE_NAME, note);
      if (eras.isEmpty()) {
        eras.add(new Era(1, change.old()));
      }
      Era before = eras.getLast();
      if (!before.key().equals(change.old())
          || change.from() < before.from()
          || (change.from() == before.from() && eras.size() > 1)) {
        throw new Damage(KeyChange.FILE_NAME, "the key before, and a later edition", "others");
      }
      eras.add(new Era(change.from(), change.next()));
    }
    return new TownKeys(eras, notes);
  }

  private static String text(Path folder, String name) {
    return new String(EditionPackage.bytes(folder, name), StandardCharsets.UTF_8);
  }

  public Minisign.PublicKey current() {
    return eras.getLast().key();
  }

  /** The key that signs an edition of that number. */
  public Minisign.PublicKey of(long number) {
    return eras.stream()
        .filter(era -> era.from() <= Math.max(number, 1))
        .reduce((_, later) -> later)
        .orElseThrow()
        .key();
  }

  /** Those that may take an edition back: its own, and all that came after. */
  List<Minisign.PublicKey> since(int number) {
    List<Minisign.PublicKey> keys = new ArrayList<>(List.of(of(number)));
    eras.stream().filter(era -> era.from() > number).map(Era::key).forEach(keys::add);
    return keys;
  }

  public boolean includes(Minisign.PublicKey key) {
    return eras.stream().anyMatch(era -> era.key().equals(key));
  }

  /** A file with a change, by its name. */
  public Optional<String> file(String name) {
    for (int number = 1; number <= changes.size(); number++) {
      if (name.equals(KeyChange.fileName(number))) {
        return Optional.of(changes.get(number - 1).file());
      }
    }
    return Optional.of(name)
        .filter(one -> one.equals(KeyChange.FILE_NAME) && !changes.isEmpty())
        .map(_ -> changes.getLast().file());
  }
}
