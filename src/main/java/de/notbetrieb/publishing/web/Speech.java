package de.notbetrieb.publishing.web;

import de.notbetrieb.channel.posts.Post;
import de.notbetrieb.channel.posts.PostsFile;
import de.notbetrieb.edition.EditionPackage;
import de.notbetrieb.platform.Language;
import java.util.Arrays;
import java.util.List;

/** The posts of an edition in one language, to be copied. */
public record Speech(Language language, List<Post> posts) {
  public Speech {
    posts = List.copyOf(posts);
  }

  /** In each language that it speaks; editions of before there were posts have none. */
  static List<Speech> of(EditionPackage edition) {
    if (edition.sums().of(PostsFile.PATH).isEmpty()) {
      return List.of();
    }
    List<Post> posts = PostsFile.read(edition.bytes(PostsFile.PATH)).posts();
    return Arrays.stream(Language.values())
        .map(
            language ->
                new Speech(
                    language, posts.stream().filter(post -> post.language() == language).toList()))
        .filter(speech -> !speech.posts().isEmpty())
        .toList();
  }
}
