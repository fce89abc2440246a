package de.notbetrieb.channel.posts;

import de.notbetrieb.channel.Channel;
import de.notbetrieb.channel.Languages;
import de.notbetrieb.edition.Edition;
import de.notbetrieb.edition.PublicFile;
import java.util.List;

/** posts.json and posts.txt: what the town posts, in every language of the edition. */
public final class PostsChannel implements Channel {
  @Override
  public List<PublicFile> render(Edition edition) {
    List<Post> posts =
        Languages.of(edition).stream()
            .flatMap(language -> Posts.of(edition, language).stream())
            .toList();
    PostsFile file = new PostsFile(edition.town().slug().value(), edition.number(), posts);
    return List.of(
        new PublicFile(PostsFile.PATH, file.json()), new PublicFile("posts.txt", file.text()));
  }
}
