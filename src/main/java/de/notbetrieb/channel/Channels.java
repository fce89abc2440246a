package de.notbetrieb.channel;

import de.notbetrieb.channel.api.ApiChannel;
import de.notbetrieb.channel.badge.BadgeChannel;
import de.notbetrieb.channel.calendar.CalendarChannel;
import de.notbetrieb.channel.cap.CapChannel;
import de.notbetrieb.channel.cms.CmsChannel;
import de.notbetrieb.channel.feed.FeedChannel;
import de.notbetrieb.channel.html.PublicSite;
import de.notbetrieb.channel.image.ImageChannel;
import de.notbetrieb.channel.poster.PaperChannel;
import de.notbetrieb.channel.posts.PostsChannel;
import de.notbetrieb.channel.statuspage.StatuspageChannel;
import de.notbetrieb.channel.text.TextChannel;
import de.notbetrieb.edition.Edition;
import de.notbetrieb.edition.PublicFile;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/** Every channel there is: to add one, name it here. */
public final class Channels {
  private static final List<Channel> ALL =
      List.of(
          new PublicSite(),
          new TextChannel(),
          new FeedChannel(),
          new StatuspageChannel(),
          new BadgeChannel(),
          new PaperChannel(),
          new CmsChannel(),
          new PostsChannel(),
          new ImageChannel(),
          new CapChannel(),
          new CalendarChannel(),
          new ApiChannel());

  private Channels() {}

  /** Every file of an edition but edition.json. */
  public static List<PublicFile> render(Edition edition) {
    List<PublicFile> files = new ArrayList<>();
    render(edition, files::add);
    return List.copyOf(files);
  }

  /** The same, handed on one by one. */
  public static void render(Edition edition, Consumer<PublicFile> out) {
    ALL.forEach(channel -> channel.render(edition, out));
  }

  /**
   * The same with every processor: several channels hand on at once, in no particular order.
   *
   * @param out may be called by several threads at once
   */
  public static void renderAtOnce(Edition edition, Consumer<PublicFile> out) {
    int processors = Runtime.getRuntime().availableProcessors();
    try (ExecutorService together = Executors.newFixedThreadPool(processors)) {
      List<Future<?>> rendered = new ArrayList<>();
      ALL.forEach(channel -> rendered.add(together.submit(() -> channel.render(edition, out))));
      for (Future<?> one : rendered) {
        one.get();
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException("a channel could not be rendered", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("rendering was interrupted", e);
    }
  }
}
