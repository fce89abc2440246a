package de.notbetrieb.edge;

import de.notbetrieb.edition.EditionHead;
import de.notbetrieb.edition.EditionPackage;
import de.notbetrieb.edition.PageVariant;
import de.notbetrieb.platform.Language;
import de.notbetrieb.platform.Sha256;
import de.notbetrieb.platform.Sha256Sums;
import io.netty.buffer.ByteBuf;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;

/** The live edition of a town, wholly in memory. */
final class Site {
  private static final System.Logger LOG = System.getLogger(Site.class.getName());
  private final EditionHead head;
  private final Sha256Sums sums;
  private final Map<String, Resource> byPath = new HashMap<>();
  private final Map<String, Resource> byAddress = new HashMap<>();
  private final Map<String, String> shells = new HashMap<>();
  private final Map<String, Daily> daily = new LinkedHashMap<>();
  private final FutureTask<SearchPages> search;
  private final ByteBuf event;

  /** The forms of a folder's page by the words of the clock. */
  private static final class Daily {
    final Map<PageVariant, Resource> forms = new HashMap<>();

    Optional<Resource> of(PageVariant variant) {
      return Optional.ofNullable(forms.get(variant));
    }
  }

  private Site(EditionPackage edition, Optional<Site> before) {
    this.head = edition.head();
    this.sums = edition.sums();
    this.search = search(edition, before);
    this.event = EventStream.event(head);
  }

  /**
   * Reads an edition into memory and checks every file on the way, once. Files that are the same as
   * before are taken over, so that a new edition costs what it changes.
   *
   * @throws de.notbetrieb.platform.Damage if a file is not what was sealed
   */
  static Site load(EditionPackage edition, Optional<Site> before) {
    edition.refuseOthers();
    Site site = new Site(edition, before);
    for (Sha256Sums.Line line : edition.sums().lines()) {
      String path = line.path();
      if (!isCompressedForm(edition.sums(), path)) {
        Optional<Resource> same = before.flatMap(old -> old.same(path, edition.sums()));
        site.add(path, same.orElseGet(() -> site.read(edition, path)));
      }
      if (path.endsWith(".html") && Shells.isShell(path)) {
        site.shells.put(path, new String(edition.bytes(path), StandardCharsets.UTF_8));
      }
    }
    for (String proof : EditionPackage.PROOFS) {
      if (Files.exists(edition.folder().resolve(proof))) {
        byte[] bytes = edition.proof(proof);
        site.add(proof, resource(Head.file(proof, Sha256.of(bytes).hex()), bytes));
      }
    }
    Arrays.stream(Language.values())
        .map(Language::folder)
        .flatMap(folder -> Stream.of(folder, folder + "orte/"))
        .forEach(site::vary);
    return site;
  }

  /**
   * Reads the files of the search and leaves it to another thread to make something of them: pages
   * are there before. The words are looked at again only when they are others than before.
   */
  private static FutureTask<SearchPages> search(EditionPackage edition, Optional<Site> before) {
    Sha256Sums sums = edition.sums();
    Optional<String> words = sums.of(SearchPages.WORDS);
    Optional<Site> same =
        before.filter(old -> words.isPresent() && old.sums.of(SearchPages.WORDS).equals(words));
    Optional<byte[]> bytes =
        words.filter(there -> same.isEmpty()).map(there -> edition.bytes(SearchPages.WORDS));
    Map<String, byte[]> shown = new LinkedHashMap<>();
    for (Sha256Sums.Line line : sums.lines()) {
      if (SearchPages.isShown(line.path())) {
        shown.put(line.path(), edition.bytes(line.path()));
      }
    }
    FutureTask<SearchPages> search =
        new FutureTask<>(
            () -> {
              SearchPages pages =
                  same.map(old -> old.search().sameWords())
                      .or(() -> bytes.map(SearchPages::words))
                      .orElseGet(() -> SearchPages.firstForm(shown));
              shown.forEach(pages::show);
              return pages;
            });
    Thread.ofPlatform().daemon().name("search").start(search);
    return search;
  }

  private static boolean isCompressedForm(Sha256Sums sums, String path) {
    return (path.endsWith(".gz") || path.endsWith(".br"))
        && sums.of(path.substring(0, path.length() - 3)).isPresent();
  }

  private Optional<Resource> same(String path, Sha256Sums now) {
    boolean equal =
        sums.of(path).equals(now.of(path))
            && sums.of(path + ".gz").equals(now.of(path + ".gz"))
            && sums.of(path + ".br").equals(now.of(path + ".br"));
    return equal ? file(path) : Optional.empty();
  }

  private Resource read(EditionPackage edition, String path) {
    String more = isVariant(path) ? "Content-Location: /" + path + "\r\n" : "";
    Optional<String> gzip = sums.of(path + ".gz");
    Optional<String> brotli = sums.of(path + ".br");
    boolean varies = gzip.isPresent() || brotli.isPresent();
    String vary = (varies ? "Vary: Accept-Encoding\r\n" : "") + more;
    return new Resource(
        form(edition, path, path, vary),
        gzip.map(sha -> form(edition, path, path + ".gz", vary + "Content-Encoding: gzip\r\n")),
        brotli.map(sha -> form(edition, path, path + ".br", vary + "Content-Encoding: br\r\n")));
  }

  private Resource.Form form(EditionPackage edition, String path, String file, String more) {
    Head plain = Head.file(path, sums.of(file).orElseThrow());
    Head told = more.isEmpty() ? plain : plain.with(more.substring(0, more.length() - 2));
    return Resource.Form.of(told, edition.bytes(file));
  }

  static Resource resource(Head head, byte[] bytes) {
    return new Resource(Resource.Form.of(head, bytes), Optional.empty(), Optional.empty());
  }

  private void add(String path, Resource resource) {
    byPath.put(path, resource);
    byAddress.put("/" + path, resource);
    if (path.equals("index.html") || path.endsWith("/index.html")) {
      byAddress.put("/" + path.substring(0, path.length() - "index.html".length()), resource);
    }
  }

  /** Puts the forms of a folder's page together. */
  private void vary(String folder) {
    Daily pages = new Daily();
    for (Sha256Sums.Line line : sums.lines()) {
      if (line.path().startsWith(folder)) {
        PageVariant.ofFile(line.path().substring(folder.length()))
            .ifPresent(
                variant ->
                    pages.forms.put(
                        variant, Optional.ofNullable(byPath.get(line.path())).orElseThrow()));
      }
    }
    if (!pages.forms.isEmpty()) {
      daily.put("/" + folder, pages);
    }
  }

  private static boolean isVariant(String path) {
    return PageVariant.ofFile(path.substring(path.lastIndexOf('/') + 1)).isPresent();
  }

  /** What stands at an address now. */
  Optional<Resource> at(String address, Instant now) {
    Daily pages = daily.get(address);
    Optional<Resource> chosen = pages == null ? Optional.empty() : chosen(pages, now);
    return chosen.isPresent() ? chosen : Optional.ofNullable(byAddress.get(address));
  }

  private Optional<Resource> chosen(Daily pages, Instant now) {
    boolean overdue = head.nextWordDue().filter(due -> due.toInstant().isBefore(now)).isPresent();
    Optional<LocalDate> today = Optional.of(LocalDate.ofInstant(now, head.zone()));
    Optional<Resource> dated = pages.of(new PageVariant(today, false));
    return overdue
        ? pages
            .of(new PageVariant(today, true))
            .or(() -> pages.of(new PageVariant(Optional.empty(), true)))
            .or(() -> dated)
        : dated;
  }

  boolean has(String address) {
    return byAddress.containsKey(address);
  }

  /** The base file, as SHA256SUMS names it. */
  Optional<Resource> file(String path) {
    return Optional.ofNullable(byPath.get(path));
  }

  /** The page of the edition into which the edge writes what it composes. */
  Optional<String> shell(String path) {
    return Optional.ofNullable(shells.get(path));
  }

  /** What can be found; nothing if it could not be made. */
  SearchPages search() {
    try {
      return search.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      LOG.log(System.Logger.Level.ERROR, "The search could not be made", e);
    }
    return SearchPages.none();
  }

  /** What listeners hear of it. */
  ByteBuf event() {
    return event.duplicate();
  }

  int number() {
    return head.number();
  }

  String sums() {
    return sums.sha256();
  }

  Sha256Sums list() {
    return sums;
  }

  OffsetDateTime time() {
    return head.asOf();
  }

  EditionHead head() {
    return head;
  }

  String host() {
    return Optional.ofNullable(address().getHost()).orElse("").toLowerCase(Locale.ROOT);
  }

  URI address() {
    return head.publicAddress();
  }
}
