package de.notbetrieb.town.file;

import de.notbetrieb.town.Town;
import de.notbetrieb.town.file.Located.Mapping;
import de.notbetrieb.town.file.Located.Position;
import de.notbetrieb.town.file.Located.Scalar;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A town file as it was read.
 *
 * @param town absent when something in it is wrong
 * @param situation the file's optional part on what is so, for the rooms that know it
 * @param problems every mistake, in the file's order
 */
public record TownFile(Optional<Town> town, Optional<Located> situation, List<Problem> problems) {
  /** More than any town needs. */
  public static final int MAX_BYTES = YamlTree.MAX_BYTES;

  static final String USUAL_TOWN = "usual-german-town";

  public TownFile {
    problems = List.copyOf(problems);
  }

  public boolean hasErrors() {
    return problems.stream().anyMatch(Problem::isError);
  }

  /** Reads and checks a file. Size is looked at before anything is read. */
  public static TownFile read(Path file) {
    String name = file.getFileName().toString();
    try {
      long size = Files.size(file);
      if (size > MAX_BYTES) {
        return tooLarge(name, size);
      }
      return read(name, Files.readAllBytes(file));
    } catch (IOException e) {
      return broken(Problem.error(new Position(name, 1, 1), "unreadable"));
    }
  }

  /** Any file in the same notation, for the rooms that know what it means. */
  public static Optional<Mapping> tree(Path file, List<Problem> problems) {
    String name = file.getFileName().toString();
    try {
      long size = Files.size(file);
      if (size > MAX_BYTES) {
        problems.addAll(tooLarge(name, size).problems());
        return Optional.empty();
      }
      return YamlTree.read(name, Files.readAllBytes(file), problems);
    } catch (IOException e) {
      problems.add(Problem.error(new Position(name, 1, 1), "unreadable"));
      return Optional.empty();
    }
  }

  public static TownFile read(String name, byte[] bytes) {
    if (bytes.length > MAX_BYTES) {
      return tooLarge(name, bytes.length);
    }
    List<Problem> problems = new ArrayList<>();
    Optional<Mapping> root = YamlTree.read(name, bytes, problems);
    if (root.isEmpty()) {
      return new TownFile(Optional.empty(), Optional.empty(), problems);
    }
    Optional<Located> situation = root.get().get("situation");
    Mapping facts = onTemplate(root.get(), problems).without("situation", "template");
    Binder binder = new Binder(problems);
    Optional<Town> town = binder.bind(facts, Town.class);
    if (Tree.words(facts.get("languages")).stream().anyMatch(word -> word.text().equals("en"))) {
      binder.onlyGerman().forEach(at -> problems.add(Problem.warning(at, "english-missing")));
    }
    new References(facts, problems).check();
    new Facts(facts, problems).check();
    new Promises(facts, problems).check();
    problems.sort(
        java.util.Comparator.comparing(
                (Problem problem) -> problem.at().file().equals(name) ? 0 : 1)
            .thenComparing(problem -> problem.at().line())
            .thenComparing(problem -> problem.at().column()));
    boolean wrong = problems.stream().anyMatch(Problem::isError);
    return new TownFile(wrong ? Optional.empty() : town, situation, problems);
  }

  /** The built-in template's own bytes. */
  public static byte[] usualTown() {
    try (InputStream in = TownFile.class.getResourceAsStream("/template/" + USUAL_TOWN + ".yaml")) {
      if (in == null) {
        throw new IllegalStateException("the program is incomplete: the template is missing");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Mapping onTemplate(Mapping root, List<Problem> problems) {
    Optional<Located> named = root.get("template");
    if (named.isEmpty()) {
      return root;
    }
    if (!(named.get() instanceof Scalar name) || !name.text().equals(USUAL_TOWN)) {
      problems.add(Problem.error(named.get().at(), "template-unknown").meaning(USUAL_TOWN));
      return root;
    }
    return YamlTree.read(USUAL_TOWN + ".yaml", usualTown(), problems)
        .map(template -> Overlay.of(template, root))
        .orElse(root);
  }

  private static TownFile tooLarge(String name, long size) {
    String megabytes = String.valueOf(size / 1_000_000);
    return broken(Problem.error(new Position(name, 1, 1), "too-large", megabytes));
  }

  private static TownFile broken(Problem problem) {
    return new TownFile(Optional.empty(), Optional.empty(), List.of(problem));
  }
}
