package de.notbetrieb.channel.html;

import de.notbetrieb.edition.PublicLifeSituation;
import de.notbetrieb.edition.PublicService;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A feed, as the head of a page names it. */
public record FeedLink(String type, String title, String href) {
  private static final Pattern SERVICE = Pattern.compile("dienste/([^/]+)/");
  private static final String ATOM = "application/atom+xml";
  private static final String RSS = "application/rss+xml";
  private static final String JSON = "application/feed+json";

  /** That of what the page is about, then those of the town. */
  static List<FeedLink> from(Frame frame) {
    List<FeedLink> feeds = new ArrayList<>();
    Matcher ofService = SERVICE.matcher(frame.path());
    String slug = ofService.matches() ? ofService.group(1) : "";
    for (PublicService service : frame.edition().services()) {
      if (slug.equals(service.slug().value())) {
        feeds.add(of(frame, ATOM, frame.path() + "feed.atom", frame.words(service.name()).text()));
      }
    }
    if (frame.path().equals("dienste/")) {
      frame.facts().groups().stream()
          .flatMap(group -> group.about().stream())
          .forEach(about -> feeds.addAll(of(frame, about)));
    }
    String town = frame.edition().town().name();
    feeds.add(of(frame, ATOM, "feed.atom", town));
    feeds.add(of(frame, RSS, "feed.rss", town));
    feeds.add(of(frame, JSON, "feed.json", town));
    return feeds;
  }

  private static List<FeedLink> of(Frame frame, PublicLifeSituation about) {
    String path = "lebenslagen/" + about.slug() + "/feed";
    String name = frame.words(about.name()).text();
    return List.of(
        of(frame, ATOM, path + ".atom", name),
        of(frame, RSS, path + ".rss", name),
        of(frame, JSON, path + ".json", name));
  }

  private static FeedLink of(Frame frame, String type, String path, String title) {
    return new FeedLink(type, title, frame.to(path));
  }
}
