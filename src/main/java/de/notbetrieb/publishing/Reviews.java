package de.notbetrieb.publishing;

import de.notbetrieb.channel.Channels;
import de.notbetrieb.edition.Edition;
import de.notbetrieb.edition.PublicFile;
import de.notbetrieb.journal.Actor;
import de.notbetrieb.journal.Journal;
import de.notbetrieb.journal.Stored;
import de.notbetrieb.platform.Json;
import de.notbetrieb.platform.Moment;
import de.notbetrieb.platform.Sha256;
import de.notbetrieb.platform.Slug;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a releaser looks at beside the difference: what has changed since, which words somebody has
 * judged, and every channel as it would be published. Nothing of it is written anywhere.
 */
public final class Reviews {
  private final Journal journal;
  private final Editions editions;
  private volatile Rendered newest = new Rendered(Sha256.of(""), Map.of());

  public Reviews(Journal journal, Editions editions) {
    this.journal = journal;
    this.editions = editions;
  }

  /** Words that a request carries, and what somebody said of them. */
  public record Judged(Judgement judgement, Actor by, Moment when) {}

  /** The files of one edition; the pages of a preview are asked for one by one. */
  private record Rendered(Sha256 edition, Map<String, PublicFile> files) {
    Rendered {
      files = Map.copyOf(files);
    }
  }

  /** What the program says otherwise by now than the frozen revision: not part of it. */
  public Difference later(Slug town, Request request, OffsetDateTime now) {
    Edition frozen = request.edition();
    Set<String> held =
        journal
            .read(town)
            .find(HeldBack.KIND, request.id())
            .map(stored -> Set.copyOf(stored.value().items()))
            .orElse(Set.of());
    return Difference.of(
        Optional.of(frozen), editions.drafting().draft(town, now, frozen.nextWordDue(), held));
  }

  /** What the newest request left as it was, and what has not gone out since. */
  public List<Difference.Item> heldBack(Slug town, OffsetDateTime now) {
    Set<String> held =
        journal.read(town).all(HeldBack.KIND).stream()
            .max(Comparator.comparingLong(Stored::entry))
            .map(stored -> Set.copyOf(stored.value().items()))
            .orElse(Set.of());
    return held.isEmpty()
        ? List.of()
        : Difference.of(editions.live(town), editions.drafting().draft(town, now, Optional.empty()))
            .items()
            .stream()
            .filter(item -> held.contains(item.key()))
            .toList();
  }

  /** The judged sentences that stand in an edition, the newest judgement first. */
  public List<Judged> judged(Slug town, Edition edition) {
    String public_ = Json.write(edition);
    return journal.read(town).all(Judgement.KIND).stream()
        .filter(stored -> public_.contains(Json.write(stored.value().text())))
        .sorted((one, other) -> Long.compare(other.entry(), one.entry()))
        .map(stored -> new Judged(stored.value(), stored.actor(), stored.recorded()))
        .toList();
  }

  /** A file as it would be published under the next number; a folder gives its page. */
  public Optional<PublicFile> preview(Slug town, Request request, String path) {
    Edition edition = Course.next(new Releases(journal.read(town)), List.of(), request.edition());
    Sha256 wanted = Sha256.of(Json.write(edition));
    Rendered rendered = newest;
    if (!rendered.edition().equals(wanted)) {
      rendered =
          new Rendered(
              wanted,
              Channels.render(edition).stream()
                  .collect(Collectors.toMap(PublicFile::path, Function.identity())));
      newest = rendered;
    }
    boolean isFolder = path.isEmpty() || path.endsWith("/");
    return Optional.ofNullable(rendered.files().get(isFolder ? path + "index.html" : path));
  }
}
