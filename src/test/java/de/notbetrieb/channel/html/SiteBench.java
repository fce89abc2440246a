package de.notbetrieb.channel.html;

import com.sun.management.OperatingSystemMXBean;
import de.notbetrieb.channel.Compression;
import de.notbetrieb.edition.Edition;
import de.notbetrieb.edition.Examples;
import de.notbetrieb.edition.PublicFile;
import de.notbetrieb.edition.PublicService;
import de.notbetrieb.edition.PublicUpdate;
import de.notbetrieb.edition.Varied;
import de.notbetrieb.platform.Language;
import de.notbetrieb.platform.Slug;
import de.notbetrieb.platform.Text;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** A town's whole site, rendered again and again; what it is measured against, as a folder for Hugo. See {@code bench/site}. */
final class SiteBench {
  private static final OperatingSystemMXBean MACHINE =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  private SiteBench() {}

  /** {@code render SERVICES UPDATES WARMUPS ROUNDS} or {@code hugo SERVICES UPDATES FOLDER}. */
  public static void main(String[] arguments) throws IOException {
    Edition edition = town(Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]));
    if (arguments[0].equals("hugo")) {
      Path folder = Path.of(arguments[3]);
      for (Language language : edition.languages()) {
        new HugoContent(edition, language).write(folder.resolve("content"));
      }
    } else {
      measure(edition, Integer.parseInt(arguments[3]), Integer.parseInt(arguments[4]));
    }
  }

  /** The example town with so many services and updates, in German and English. */
  static Edition town(int services, int updates) {
    Edition example = Examples.moessingen();
    List<PublicService> many = new ArrayList<>();
    for (int i = 0; i < services; i++) {
      PublicService one = example.services().get(i % example.services().size());
      many.add(Varied.named(one, one.slug() + "-" + i));
    }
    List<PublicUpdate> news = new ArrayList<>();
    for (int i = 0; i < updates; i++) {
      PublicUpdate one = example.updates().get(i % example.updates().size());
      List<Text> body = new ArrayList<>(one.body());
      body.add(
          Text.of(
              "Das ist die Meldung Nummer " + i + ". Sie ist für den Vergleich erfunden.",
              "This is update number " + i + ". It is invented for the comparison."));
      news.add(
          new PublicUpdate(
              Slug.of("meldung-" + i),
              one.at().minusMinutes(i),
              one.title(),
              body,
              List.of(many.get(i % services).slug())));
    }
    return Varied.withNews(Varied.with(example, many), news);
  }

  /** Prints: pages, bytes, CPU seconds for rendering alone, CPU seconds with gzip, brotli and hashes, a line for each round. */
  private static void measure(Edition edition, int warmups, int rounds) {
    for (int round = -warmups; round < rounds; round++) {
      AtomicLong pages = new AtomicLong();
      AtomicLong bytes = new AtomicLong();
      double rendering =
          cpuSeconds(
              () ->
                  render(
                      edition,
                      file -> {
                        pages.incrementAndGet();
                        bytes.addAndGet(file.bytes().length);
                      }));
      double all =
          cpuSeconds(
              () ->
                  render(
                      edition,
                      file -> {
                        file.line();
                        Compression.neighbours(file).forEach(PublicFile::line);
                      }));
      if (round >= 0) {
        System.out.println(
            String.join(
                " ",
                Arrays.asList(
                    pages.toString(),
                    bytes.toString(),
                    String.valueOf(rendering),
                    String.valueOf(all))));
      }
    }
  }

  private static void render(Edition edition, Consumer<PublicFile> out) {
    new PublicSite()
        .renderAll(
            edition,
            file -> {
              if (file.path().endsWith(".html")) {
                out.accept(file);
              }
            });
  }

  /** Of all threads, the compiler's and the collector's too. */
  private static double cpuSeconds(Runnable work) {
    long before = MACHINE.getProcessCpuTime();
    work.run();
    return (MACHINE.getProcessCpuTime() - before) / 1e9;
  }
}
