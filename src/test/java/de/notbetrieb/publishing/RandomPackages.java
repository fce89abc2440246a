package de.notbetrieb.publishing;

import de.notbetrieb.channel.Channels;
import de.notbetrieb.channel.Compression;
import de.notbetrieb.edition.Edition;
import de.notbetrieb.edition.Examples;
import de.notbetrieb.edition.PublicFile;
import de.notbetrieb.edition.Purpose;
import de.notbetrieb.edition.RandomEditions;
import de.notbetrieb.newsroom.Translations;
import de.notbetrieb.platform.Sha256Sums;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Packages of random towns, from their facts to every file; also as a program of its own, with editions. */
final class RandomPackages {
  private static final OffsetDateTime AS_OF = OffsetDateTime.parse("2023-11-21T16:00:00+01:00");

  private RandomPackages() {}

  /** Every file, with its compressed neighbours. */
  static List<PublicFile> of(Canaries town) {
    List<PublicFile> files = Collections.synchronizedList(new ArrayList<>());
    Edition edition =
        new Composer(
                town.situation, town.newsroom, Translations.none(), Purpose.REAL, Optional.empty())
            .compose(
                AS_OF,
                Optional.of(AS_OF.plusHours(20)),
                new Composer.Place(1, Optional.empty()),
                Optional.empty(),
                Set.of());
    Package.render(
        edition,
        edition.services(),
        file -> {
          files.add(file);
          files.addAll(Compression.neighbours(file));
        });
    return files;
  }

  /**
   * Writes the lists of so many editions and towns, file by file, into a file: editions below, seeds
   * of towns from, to, file.
   */
  public static void main(String[] arguments) throws IOException {
    StringBuilder lists = new StringBuilder();
    for (long seed = 0; seed < Long.parseLong(arguments[0]); seed++) {
      lists.append("edition ").append(seed).append('\n').append(list(edition(seed)));
    }
    Declared declared = Declared.read();
    for (long seed = Long.parseLong(arguments[1]); seed < Long.parseLong(arguments[2]); seed++) {
      List<PublicFile> files = of(new Canaries(seed, declared));
      lists.append("town ").append(seed).append('\n').append(list(files));
    }
    Files.writeString(Path.of(arguments[3]), lists);
  }

  private static List<PublicFile> edition(long seed) {
    List<PublicFile> files =
        new ArrayList<>(
            Channels.render(
                switch ((int) seed) {
                  case 0 -> Examples.moessingen();
                  case 1 -> Examples.minimal();
                  default -> RandomEditions.of(seed - 2);
                }));
    files.addAll(files.stream().flatMap(file -> Compression.neighbours(file).stream()).toList());
    return files;
  }

  private static String list(List<PublicFile> files) {
    return Sha256Sums.of(files.stream().map(PublicFile::line).toList()).text();
  }
}
