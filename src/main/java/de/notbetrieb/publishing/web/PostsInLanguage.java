package de.notbetrieb.publishing.web;

import de.notbetrieb.channel.posts.Post;
import de.notbetrieb.channel.posts.PostsFile;
import de.notbetrieb.edition.EditionPackage;
import de.notbetrieb.platform.Language;
import java.util.Arrays;
import java.util.List;

/** The posts of an edition in one language, to be copied. */
public record PostsInLanguage(Language language, List<Post> posts) {
  public PostsInLanguage {
    posts = List.copyOf(posts);
  }

  /** In each language that it speaks; editions of before there were posts have none. */
  static List<PostsInLanguage> of(EditionPackage edition) {
    if (edition.sums().of(PostsFile.PATH).isEmpty()) {
      return List.of();
    }
    List<Post> posts = PostsFile.read(edition.bytes(PostsFile.PATH)).posts();
    return Arrays.stream(Language.values())
        .map(
            language ->
                new PostsInLanguage(
                    language, posts.stream().filter(post -> post.language() == language).toList()))
        .filter(one -> !one.posts().isEmpty())
        .toList();
  }
}
