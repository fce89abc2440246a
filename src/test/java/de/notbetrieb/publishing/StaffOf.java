package de.notbetrieb.publishing;

import de.notbetrieb.edition.Purpose;
import de.notbetrieb.publishing.place.Places;
import de.notbetrieb.publishing.place.StaffDesk;
import de.notbetrieb.staff.StaffApplication;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Objects;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** The screens of a {@link PublishingWorld}. */
final class StaffOf implements AutoCloseable {
  private final ConfigurableApplicationContext staff;

  StaffOf(PublishingWorld world, Path data) {
    staff =
        StaffApplication.start(
            new StaffApplication.Rooms(
                world.journal,
                world.people,
                world.editions,
                new Places(world.journal, world.editions, data),
                Purpose.REAL,
                Clock.system(ZoneId.of("Europe/Berlin"))),
            StaffApplication.Listener.local(0));
  }

  StaffDesk signedIn(String name) throws Exception {
    int port =
        Objects.requireNonNull(((ServletWebServerApplicationContext) staff).getWebServer())
            .getPort();
    return StaffDesk.signedIn(port, name, PublishingWorld.PASSWORD);
  }

  @Override
  public void close() {
    staff.close();
  }
}
