import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.XmlReader;
import java.net.URI;

/** What rome reads in the feeds named by their addresses. */
class Rome {
  public static void main(String[] addresses) throws Exception {
    for (String address : addresses) {
      SyndFeed feed = new SyndFeedInput().build(new XmlReader(URI.create(address).toURL().openStream()));
      System.out.println(feed.getFeedType() + "  " + feed.getTitle());
      for (SyndEntry entry : feed.getEntries()) {
        var when = entry.getPublishedDate() == null ? entry.getUpdatedDate() : entry.getPublishedDate();
        System.out.println("  " + when.toInstant() + "  " + entry.getTitle());
      }
    }
  }
}
