package de.notbetrieb.channel.posts;

import de.notbetrieb.channel.Channel;
import de.notbetrieb.edition.Edition;
import de.notbetrieb.edition.PublicFile;
import de.notbetrieb.platform.Json;
import de.notbetrieb.platform.Language;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** posts.json: what the town posts, in every language of the edition. */
public final class PostsChannel implements Channel {
  /** The file. */
  record Written(String town, int number, List<Post> posts) {}

  @Override
  public List<PublicFile> render(Edition edition) {
    List<Post> posts =
        Arrays.stream(Language.values())
            .filter(l -> l == Language.DE || edition.languages().contains(l))
            .flatMap(language -> Posts.of(edition, language).stream())
            .toList();
    String json = Json.write(new Written(edition.town().slug().value(), edition.number(), posts));
    return List.of(new PublicFile("posts.json", json.getBytes(StandardCharsets.UTF_8)));
  }
}
