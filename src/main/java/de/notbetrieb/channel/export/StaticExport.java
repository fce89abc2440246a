package de.notbetrieb.channel.export;

import de.notbetrieb.edition.EditionPackage;
import de.notbetrieb.edition.PublicFile;
import de.notbetrieb.platform.Minisign;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * The files of a sealed edition with what proves them. For a stick, links name {@code index.html},
 * since no server answers for a folder; such pages are no longer the signed ones, so the proofs stay
 * away and a note says where they are.
 */
public final class StaticExport {
  /** ZIP knows no zone and begins in 1980: one fixed time makes the same bytes everywhere. */
  private static final LocalDateTime ZIP_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

  private final List<PublicFile> files;

  private StaticExport(List<PublicFile> files) {
    this.files = files.stream().sorted(Comparator.comparing(PublicFile::path)).toList();
  }

  /** As it was signed, with what proves it and the key beside it. */
  public static StaticExport signed(EditionPackage edition, Minisign.PublicKey key) {
    List<PublicFile> files = new ArrayList<>(listed(edition));
    for (String proof : EditionPackage.PROOFS) {
      if (Files.exists(edition.folder().resolve(proof))) {
        files.add(new PublicFile(proof, edition.proof(proof)));
      }
    }
    files.add(new PublicFile("minisign.pub", key.file().getBytes(StandardCharsets.UTF_8)));
    return new StaticExport(files);
  }

  /** For reading from a folder without a server. */
  public static StaticExport stick(EditionPackage edition) {
    List<PublicFile> files = new ArrayList<>();
    for (PublicFile file : listed(edition)) {
      if (file.path().endsWith(".html")) {
        files.add(StickLinks.rewritten(file));
      } else if (!file.path().endsWith(".gz") && !file.path().endsWith(".br")) {
        files.add(file);
      }
    }
    files.removeIf(file -> file.path().equals("PRUEFEN.txt"));
    files.add(new PublicFile("LIESMICH.txt", StickLinks.note(edition)));
    return new StaticExport(files);
  }

  private static List<PublicFile> listed(EditionPackage edition) {
    return edition.sums().lines().stream()
        .map(line -> new PublicFile(line.path(), edition.bytes(line.path())))
        .toList();
  }

  public List<PublicFile> files() {
    return files;
  }

  /** Into a folder; files of that name are replaced, others stay. */
  public void toFolder(Path folder) throws IOException {
    for (PublicFile file : files) {
      Path target = folder.resolve(file.path());
      Files.createDirectories(target.resolveSibling("."));
      Files.write(target, file.bytes());
    }
  }

  /** As one ZIP: the same edition gives the same bytes. The caller closes the stream. */
  public void toZip(OutputStream out) throws IOException {
    ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
    for (PublicFile file : files) {
      ZipEntry entry = new ZipEntry(file.path());
      entry.setTimeLocal(ZIP_TIME);
      zip.putNextEntry(entry);
      zip.write(file.bytes());
      zip.closeEntry();
    }
    zip.finish();
  }
}
