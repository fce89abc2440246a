package de.notbetrieb.app;

import de.notbetrieb.edition.Purpose;
import de.notbetrieb.newsroom.ReadTownFile;
import de.notbetrieb.platform.Refused;
import de.notbetrieb.publishing.place.Courier;
import de.notbetrieb.staff.PublicPage;
import de.notbetrieb.staff.StaffApplication;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.springframework.context.ApplicationContextException;
import org.springframework.context.ConfigurableApplicationContext;

/** Starts the public listener first, then the application, until it is told to stop. */
final class ServeCommand implements Command {
  @Override
  public int run(Options options, PrintStream out, PrintStream err) {
    int publicPort = options.port("public-port", 8080);
    String staffHost = options.named("staff-host").orElse("127.0.0.1");
    Optional<Tls> tls = Tls.of(options);
    if (!Tls.isLoopback(staffHost) && tls.isEmpty()) {
      err.println("Über das Netz geht die Verwaltung nur verschlüsselt. Ein Zertifikat machen:");
      err.println("  ./notbetrieb certificate " + "NAME|ADRESSE" + " --data " + options.data());
      err.println("oder ein vorhandenes nennen: --staff-cert DATEI.pem --staff-key DATEI.pem");
      return Main.USAGE;
    }
    int staffPort = options.port("staff-port", 8081);
    if (staffPort == publicPort && staffPort != 0) {
      throw Refused.conflict("app.ports-same", String.valueOf(staffPort));
    }
    TakenPort.requireFree(TakenPort.Door.STAFF, staffHost, staffPort);
    Optional<ReadTownFile> demonstration = Optional.empty();
    Installation.Fixed usual = new Installation.Fixed(Purpose.REAL, 0);
    boolean isNew = !Files.exists(options.data().resolve("purpose.json"));
    if (isNew && options.named("demonstration").isPresent()) {
      ReadTownFile file = ReadTownFile.of(Path.of(options.named("demonstration").get()));
      Messages.german().print(file, err);
      if (file.errors() > 0) {
        return Main.WRONG;
      }
      usual = Demonstration.fixed(file, Clock.systemUTC());
      demonstration = Optional.of(file);
    }
    Installation.Fixed fixed = Installation.Fixed.of(options.data()).orElse(usual);
    try (EdgeProcess edge =
            new EdgeProcess(
                options.data(),
                options.named("public-host").orElse("0.0.0.0"),
                publicPort,
                fixed.clockOffsetSeconds());
        Installation installation = start(edge, options, fixed)) {
      demonstration.ifPresent(file -> Demonstration.begin(installation, file));
      return serve(installation, edge, options, tls, out);
    }
  }

  private static int serve(
      Installation installation,
      PublicPage publicPage,
      Options options,
      Optional<Tls> tls,
      PrintStream out) {
    StaffApplication.Rooms rooms =
        new StaffApplication.Rooms(
            installation.journal(),
            installation.people(),
            installation.editions(),
            installation.places(),
            installation.purpose(),
            installation.clock(),
            publicPage);
    int staffPort = options.port("staff-port", 8081);
    StaffApplication.Listener listener =
        new StaffApplication.Listener(
            options.named("staff-host").orElse("127.0.0.1"),
            staffPort,
            tls.map(files -> new StaffApplication.Pem(files.certificate(), files.key())));
    try (ConfigurableApplicationContext _ = staff(rooms, listener);
        Courier courier = installation.courier();
        HeapTrimmer trimmer = new HeapTrimmer()) {
      courier.start();
      trimmer.start();
      out.println("Öffentlich:  http://localhost:" + options.port("public-port", 8080));
      out.println(
          "Verwaltung:  " + (tls.isPresent() ? "https" : "http") + "://localhost:" + staffPort);
      if (installation.purpose() == Purpose.DEMONSTRATION) {
        Demonstration.PEOPLE.forEach(
            person ->
                out.println(
                    "  %-10s %-17s %s"
                        .formatted(person.signIn(), person.password(), person.name())));
      }
      out.println("Strg-C beendet.");
      awaitEnd();
    }
    return Main.FINE;
  }

  private static ConfigurableApplicationContext staff(
      StaffApplication.Rooms rooms, StaffApplication.Listener listener) {
    try {
      return StaffApplication.start(rooms, listener);
    } catch (ApplicationContextException e) {
      // somebody was faster since it was free at the start
      TakenPort.requireFree(TakenPort.Door.STAFF, listener.host(), listener.port());
      throw e;
    }
  }

  private static Installation start(EdgeProcess edge, Options options, Installation.Fixed fixed) {
    edge.start();
    return Installation.open(options, fixed);
  }

  private static void awaitEnd() {
    CountDownLatch asked = new CountDownLatch(1);
    Thread main = Thread.currentThread();
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  asked.countDown();
                  try {
                    main.join(15_000);
                  } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                  }
                }));
    try {
      asked.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public String usage() {
    return "[--public-port 8080] [--staff-port 8081] [--staff-host ADRESSE]"
        + " [--staff-cert PEM --staff-key PEM] [--demonstration DATEI]";
  }

  @Override
  public String purpose() {
    return "Startet die öffentliche Seite und das Programm für die Verwaltung.";
  }
}
