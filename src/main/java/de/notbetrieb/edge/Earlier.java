package de.notbetrieb.edge;

import de.notbetrieb.edition.EditionPackage;
import de.notbetrieb.platform.Damage;
import de.notbetrieb.platform.Sha256;
import de.notbetrieb.platform.Sha256Sums;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/**
 * Files of earlier editions, read from the store when they are asked for and checked against the
 * list whose hash was verified: what is not as it was sealed is not shown. Under its own name a
 * file comes byte for byte, for those who check; the address of a folder answers its page with a
 * word above it that another edition holds now.
 */
final class Earlier {
  private Earlier() {}

  static Prepared answer(Request request, Sites.Town town, Sites.Past past, String rest) {
    String path = rest.substring(1);
    if (path.isEmpty() || path.endsWith("/")) {
      path += "index.html";
    }
    if (!Sha256Sums.isPath(path)) {
      return Pages.notFound(town, Router.languageOf(rest));
    }
    Path folder = town.store().edition(past.number());
    try {
      byte[] list = read(folder.resolve(Sha256Sums.FILE_NAME));
      if (!Sha256.of(list).hex().equals(past.sums())) {
        throw new Damage(Sha256Sums.FILE_NAME, past.sums(), "another list");
      }
      if (EditionPackage.PROOFS.contains(path)) {
        return file(request, path, read(folder.resolve(path)));
      }
      Sha256Sums sums =
          Sha256Sums.parse(Sha256Sums.FILE_NAME, new String(list, StandardCharsets.UTF_8));
      if (sums.of(path).isEmpty()) {
        return missing(town, past, rest, sums, path);
      }
      byte[] bytes = read(folder.resolve(path));
      sums.check(path, bytes);
      boolean marked = rest.endsWith("/") && past.number() != town.site().number();
      return marked ? Superseded.page(town, past, rest, bytes) : file(request, path, bytes);
    } catch (Damage | IOException | UncheckedIOException e) {
      return Pages.unreadable(town, Router.languageOf(rest));
    }
  }

  private static Prepared missing(
      Sites.Town town, Sites.Past past, String rest, Sha256Sums sums, String path) {
    if (sums.of(path + "/index.html").isPresent()) {
      String address = "/editions/" + past.number() + "/" + path + "/";
      return Prepared.of(Head.redirect(address), new byte[0]);
    }
    return Pages.notFound(town, Router.languageOf(rest));
  }

  private static byte[] read(Path file) throws IOException {
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      throw new java.nio.file.NoSuchFileException(file.toString());
    }
    return Files.readAllBytes(file);
  }

  private static Prepared file(Request request, String path, byte[] bytes) {
    Head head = Head.file(path, Sha256.of(bytes).hex()).with(Superseded.NO_INDEX);
    return Site.resource(head, bytes).answer(request);
  }
}
