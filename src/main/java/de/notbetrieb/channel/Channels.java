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
import de.notbetrieb.edition.PublicService;
import de.notbetrieb.platform.Language;
import de.notbetrieb.platform.Slug;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Every channel there is, those that take longest first: to add one, name it here. */
public final class Channels {
  private static final List<Channel> ALL =
      List.of(
          new ImageChannel(),
          new PaperChannel(),
          new PublicSite(),
          new TextChannel(),
          new FeedChannel(),
          new StatuspageChannel(),
          new BadgeChannel(),
          new CmsChannel(),
          new PostsChannel(),
          new CapChannel(),
          new CalendarChannel(),
          new ApiChannel());

  private static final Pattern OF_SERVICE =
      Pattern.compile(
          Arrays.stream(Language.values())
              .map(Language::folder)
              .map(Pattern::quote)
              .collect(Collectors.joining("|", "(?:", ")dienste/([^/]+)/[^/]+")));

  private Channels() {}

  /** Every file of an edition but edition.json. */
  public static List<PublicFile> render(Edition edition) {
    List<PublicFile> files = new ArrayList<>();
    render(edition, files::add);
    return List.copyOf(files);
  }

  /** The same, handed on one by one. */
  public static void render(Edition edition, Consumer<PublicFile> out) {
    ALL.forEach(channel -> channel.renderAll(edition, out));
  }

  private static void render(Edition about, PublicService service, Consumer<PublicFile> out) {
    for (Channel channel : ALL) {
      channel.renderService(
          about,
          service,
          file -> {
            if (!serviceOf(file.path()).equals(Optional.of(service.slug()))) {
              throw new IllegalStateException(file.path() + " is no file of " + service.slug());
            }
            out.accept(file);
          });
    }
  }

  /** The service that a file tells of alone, as its path says. */
  public static Optional<Slug> serviceOf(String path) {
    return Optional.of(OF_SERVICE.matcher(path))
        .filter(Matcher::matches)
        .map(m -> Slug.of(m.group(1)));
  }

  /**
   * The same with every processor: several channels hand on at once, in no particular order.
   *
   * @param services those whose own files are rendered
   * @param out may be called by several threads at once
   */
  public static void renderAtOnce(
      Edition edition, List<PublicService> services, Consumer<PublicFile> out) {
    int processors = Runtime.getRuntime().availableProcessors();
    try (ExecutorService together = Executors.newFixedThreadPool(processors)) {
      List<Future<?>> rendered = new ArrayList<>();
      ALL.forEach(channel -> rendered.add(together.submit(() -> channel.render(edition, out))));
      services.forEach(
          one -> rendered.add(together.submit(() -> render(edition.about(one), one, out))));
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
