package de.notbetrieb.channel.posts;

import de.notbetrieb.platform.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * posts.json: what the town posts.
 *
 * @param posts in every language of the edition, German first
 */
public record PostsFile(String town, int number, List<Post> posts) {
  public static final String PATH = "posts.json";

  public PostsFile {
    posts = List.copyOf(posts);
  }

  public static PostsFile read(byte[] json) {
    return Json.read(new String(json, StandardCharsets.UTF_8), PostsFile.class);
  }

  byte[] json() {
    return Json.write(this).getBytes(StandardCharsets.UTF_8);
  }

  /** The same to be copied by hand. */
  byte[] text() {
    StringBuilder text = new StringBuilder();
    for (Post post : posts) {
      text.append("== ")
          .append(post.name())
          .append(", ")
          .append(post.language().ownName())
          .append(" (")
          .append(post.network().length(post.text()))
          .append("/")
          .append(post.most())
          .append(")\n\n")
          .append(post.text())
          .append("\n\n");
      post.image()
          .ifPresent(
              image ->
                  text.append("[")
                      .append(image.path())
                      .append("] ")
                      .append(image.alternative())
                      .append("\n\n"));
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }
}
