package de.notbetrieb.publishing.place;

import de.notbetrieb.edition.EditionHead;
import de.notbetrieb.edition.EditionPackage;
import de.notbetrieb.edition.PublicFile;
import de.notbetrieb.platform.Damage;
import de.notbetrieb.platform.Sha256Sums;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Brings an edition into a folder: everything is laid beside it, then one name changes. Where the
 * other side knows links, that is one step and the old edition or the new one is there at every
 * instant; elsewhere the old folder is moved aside and the new one into its place, with nothing
 * there for a moment, never a mixture. Broken off at any point, the next run goes on from there.
 */
final class FolderFeed {
  private static final int MOST_LIST_BYTES = 8 << 20;
  private static final String MARK = ".ausgabe-";
  private static final String NEW_LINK = ".neu";
  private static final String ASIDE = ".vorher";

  private final FolderTarget target;
  private final String root;
  private final Cargo cargo;

  FolderFeed(FolderTarget target, String root, Cargo cargo) {
    this.target = target;
    this.root = root;
    this.cargo = cargo;
  }

  /**
   * Does it.
   *
   * @param all sends every file anew and leans on nothing that lies there: somebody may have
   *     changed it
   * @return how many files were sent
   */
  int run(boolean all) throws IOException, NotFed {
    FolderTarget.Entry now = putBack(target.look(root));
    requireOurs(now);
    Optional<String> current =
        switch (now) {
          case FolderTarget.Entry.Link(String to) -> Optional.of(to);
          case FolderTarget.Entry.Folder _ -> Optional.of(root);
          case FolderTarget.Entry.Absent _, FolderTarget.Entry.Plain _ -> Optional.empty();
        };
    if (!all && current.filter(this::isComplete).isPresent()) {
      tidy(current.get());
      return 0;
    }
    String beside = root + MARK + cargo.name();
    if (current.filter(beside::equals).isPresent()) {
      beside += "-neu";
    }
    if (all && !(target.look(beside) instanceof FolderTarget.Entry.Absent)) {
      target.remove(beside);
    }
    int sent = isComplete(beside) ? 0 : fill(beside, all ? Optional.empty() : current);
    cargo.requireWanted();
    switchTo(beside, now);
    tidy(beside);
    return sent;
  }

  /**
   * Killed in the middle of a switch, and what is to come now is not yet all there: what was there
   * is shown again meanwhile, unless it was taken back.
   */
  private FolderTarget.Entry putBack(FolderTarget.Entry now) throws IOException {
    String aside = root + ASIDE;
    boolean isGone =
        now instanceof FolderTarget.Entry.Absent
            && target.look(aside) instanceof FolderTarget.Entry.Folder;
    if (!isGone || isComplete(root + MARK + cargo.name()) || !mayStand(aside)) {
      return now;
    }
    target.rename(aside, root);
    return target.look(root);
  }

  private boolean mayStand(String folder) throws IOException {
    String facts = folder + "/" + EditionHead.FILE_NAME;
    try {
      return target
          .read(facts, MOST_LIST_BYTES)
          .map(bytes -> EditionHead.parse(facts, bytes).number())
          .filter(number -> !cargo.isWithdrawn(number))
          .isPresent();
    } catch (Damage e) {
      return false;
    }
  }

  /** A folder that people filled with something else is not taken from them. */
  private void requireOurs(FolderTarget.Entry now) throws IOException, NotFed {
    boolean ours =
        switch (now) {
          case FolderTarget.Entry.Absent _ -> true;
          case FolderTarget.Entry.Plain _ -> false;
          case FolderTarget.Entry.Link(String to) -> to.startsWith(root + MARK);
          case FolderTarget.Entry.Folder _ -> {
            Set<String> files = target.files(root).keySet();
            yield files.isEmpty()
                || files.contains(Sha256Sums.FILE_NAME) && files.contains(EditionHead.FILE_NAME);
          }
        };
    if (!ours) {
      throw new NotFed(Finding.What.NOT_OURS, root);
    }
  }

  /** The list is sent last: where it is, everything is. */
  private boolean isComplete(String folder) {
    try {
      return list(folder).filter(text -> text.equals(cargo.sums().text())).isPresent()
          && target
              .read(folder + "/" + EditionPackage.SIGNATURE, MOST_LIST_BYTES)
              .filter(cargo::isSigned)
              .isPresent();
    } catch (IOException e) {
      return false;
    }
  }

  private Optional<String> list(String folder) throws IOException {
    return target
        .read(folder + "/" + Sha256Sums.FILE_NAME, MOST_LIST_BYTES)
        .map(bytes -> new String(bytes, StandardCharsets.UTF_8));
  }

  private int fill(String beside, Optional<String> current) throws IOException, NotFed {
    target.makeFolder(beside);
    Map<String, Long> there = new TreeMap<>(target.files(beside));
    Optional<Sha256Sums> old = current.isEmpty() ? Optional.empty() : sums(current.get());
    Map<String, Long> oldFiles = old.isEmpty() ? Map.of() : target.files(current.orElseThrow());
    Set<String> folders = new HashSet<>();
    boolean canRepeat = true;
    int sent = 0;
    for (PublicFile file : cargo.inOrder()) {
      cargo.requireTime();
      String path = file.path();
      long size = file.bytes().length;
      if (there.getOrDefault(path, -1L) == size && isSame(beside, file)) {
        continue;
      }
      makeFolders(beside, path, folders);
      boolean unchanged =
          old.flatMap(sums -> sums.of(path)).equals(cargo.sums().of(path))
              && cargo.sums().of(path).isPresent()
              && oldFiles.getOrDefault(path, -1L) == size;
      if (unchanged && canRepeat) {
        canRepeat = target.again(current.orElseThrow() + "/" + path, beside + "/" + path);
      }
      if (!unchanged || !canRepeat) {
        target.write(beside + "/" + path, file.bytes());
        sent++;
      }
    }
    requireNothingElse(beside, there);
    return sent;
  }

  /** What the list names is known by its size; the list itself is sent in any case. */
  private boolean isSame(String folder, PublicFile file) throws IOException {
    String path = file.path();
    return !cargo.isProof(path)
        || !path.equals(Sha256Sums.FILE_NAME)
            && target
                .read(folder + "/" + path, MOST_LIST_BYTES)
                .filter(bytes -> Arrays.equals(bytes, file.bytes()))
                .isPresent();
  }

  private Optional<Sha256Sums> sums(String folder) throws IOException {
    try {
      return list(folder).map(text -> Sha256Sums.parse(folder, text));
    } catch (Damage e) {
      return Optional.empty();
    }
  }

  private void makeFolders(String beside, String path, Set<String> made) throws IOException {
    for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
      String folder = path.substring(0, slash);
      if (made.add(folder)) {
        target.makeFolder(beside + "/" + folder);
      }
    }
  }

  private void requireNothingElse(String beside, Map<String, Long> there)
      throws IOException, NotFed {
    there.keySet().removeAll(cargo.paths());
    if (!there.isEmpty()) {
      target.remove(beside);
      throw new NotFed(Finding.What.BROKE_OFF);
    }
  }

  private void switchTo(String beside, FolderTarget.Entry now) throws IOException {
    String link = root + NEW_LINK;
    if (!(target.look(link) instanceof FolderTarget.Entry.Absent)) {
      target.remove(link);
    }
    boolean linked = target.link(link, beside);
    if (now instanceof FolderTarget.Entry.Folder || !linked && exists(now)) {
      if (!(target.look(root + ASIDE) instanceof FolderTarget.Entry.Absent)) {
        target.remove(root + ASIDE);
      }
      target.rename(root, root + ASIDE);
    }
    target.rename(linked ? link : beside, root);
  }

  private static boolean exists(FolderTarget.Entry now) {
    return !(now instanceof FolderTarget.Entry.Absent);
  }

  /** What an earlier edition or a given-up attempt left. */
  private void tidy(String current) throws IOException {
    for (String name : target.beside()) {
      boolean ours = name.startsWith(root + MARK) || name.equals(root + ASIDE);
      if (ours && !name.equals(current)) {
        target.remove(name);
      }
    }
  }
}
