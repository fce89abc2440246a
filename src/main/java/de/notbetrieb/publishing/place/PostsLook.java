package de.notbetrieb.publishing.place;

import java.io.IOException;
import java.net.URI;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether the posts of an account still say what was posted, read as anybody would read them. */
final class PostsLook {
  private final Fetch fetch;
  private final String server;
  private final Optional<String> token;
  private final InstantSource clock;

  PostsLook(Fetch fetch, String server, Optional<String> token, InstantSource clock) {
    this.fetch = fetch;
    this.server = server;
    this.token = token;
    this.clock = clock;
  }

  Sighting at(Posted posted, Optional<Integer> live, Releasing releases, OffsetDateTime now) {
    List<Finding> findings = new ArrayList<>();
    for (Posted.One one : posted.standing()) {
      if (releases.isWithdrawn(one.edition())) {
        findings.add(Finding.of(Finding.What.WITHDRAWN, String.valueOf(one.edition())));
      }
    }
    List<Posted.One> newest = newest(posted, live, releases);
    if (newest.isEmpty()) {
      findings.add(Finding.of(Finding.What.NO_POST));
      return new Sighting(verdict(findings), Optional.empty(), findings, 0, now);
    }
    return seen(newest, findings, now);
  }

  /** In all its languages: those of the live edition, else of the last that was not taken back. */
  private static List<Posted.One> newest(
      Posted posted, Optional<Integer> live, Releasing releases) {
    return live.filter(number -> !posted.standing(number).isEmpty())
        .or(
            () ->
                posted
                    .newest()
                    .map(Posted.One::edition)
                    .filter(number -> !releases.isWithdrawn(number)))
        .map(posted::standing)
        .orElse(List.of());
  }

  private static Sighting.Verdict verdict(List<Finding> findings) {
    return findings.size() == 1 ? Sighting.Verdict.NOTHING : Sighting.Verdict.CONTRADICTS;
  }

  private Sighting seen(List<Posted.One> posts, List<Finding> findings, OffsetDateTime now) {
    Optional<Integer> edition = Optional.of(posts.getFirst().edition());
    int there = 0;
    try {
      for (Posted.One one : posts) {
        Optional<Mastodon.Status> status = status(one.id());
        there += status.isPresent() ? 1 : 0;
        if (status.isPresent() && !isAsPosted(status.get(), one)) {
          findings.add(Finding.of(Finding.What.CHANGED_POST, one.address()));
        }
      }
    } catch (NotFed e) {
      return new Sighting(Sighting.Verdict.UNREACHABLE, edition, List.of(e.why()), 0, now);
    } catch (IOException e) {
      Finding silent = Finding.of(Finding.What.NO_ANSWER);
      return new Sighting(Sighting.Verdict.UNREACHABLE, edition, List.of(silent), 0, now);
    }
    if (there < posts.size()) {
      findings.add(Finding.of(Finding.What.NO_POST));
    }
    if (there == 0) {
      return new Sighting(verdict(findings), Optional.empty(), findings, 0, now);
    }
    return new Sighting(
        findings.isEmpty() ? Sighting.Verdict.GENUINE : Sighting.Verdict.CONTRADICTS,
        edition,
        findings,
        there,
        now);
  }

  private static boolean isAsPosted(Mastodon.Status status, Posted.One one) {
    return status.says(one.text()) && status.visibility().equals("public");
  }

  /** Without our token first; some servers show nothing to those who have none. */
  private Optional<Mastodon.Status> status(String id) throws IOException, NotFed {
    URI address = URI.create(server + Mastodon.STATUSES + "/" + id);
    switch (fetch.get(address)) {
      case Fetch.Answer.Got(byte[] json) -> {
        return Optional.of(Mastodon.read(json));
      }
      case Fetch.Answer.Not(Finding why) -> {
        boolean isForMembers =
            why.what() == Finding.What.OTHER_STATUS
                && (why.arguments().contains("401") || why.arguments().contains("403"));
        if (why.what() == Finding.What.NOT_FOUND) {
          return Optional.empty();
        }
        if (!isForMembers || token.isEmpty()) {
          throw new NotFed(why.what(), why.arguments().toArray(String[]::new));
        }
      }
    }
    try (Mastodon mastodon = new Mastodon(server, token.get(), clock)) {
      return mastodon.status(id);
    }
  }
}
