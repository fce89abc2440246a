package de.notbetrieb.edge;

import de.notbetrieb.edition.EditionStore;
import de.notbetrieb.edition.WithdrawalNote;
import de.notbetrieb.platform.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Decides what a request is answered with. */
final class Router {
  private static final Pattern EDITION = Pattern.compile("/editions/([1-9]\\d{0,8})(/.*)?");
  private static final Pattern SEARCH = Pattern.compile("/" + Words.FOLDER + "suche/");
  private static final Pattern MIRROR = Pattern.compile("/" + Words.FOLDER + "kopie/");
  private static final Pattern LIST = Pattern.compile("/" + Words.FOLDER + "editions/");
  private static final Pattern SINCE =
      Pattern.compile("/" + Words.FOLDER + "seit/([1-9]\\d{0,8})/?");

  private final InstantSource clock;
  private final Health health;
  private final Supplier<Optional<SourceWord>> source;

  /**
   * @param source what was heard of the source, if this is a mirror
   */
  Router(InstantSource clock, Health health, Supplier<Optional<SourceWord>> source) {
    this.clock = clock;
    this.health = health;
    this.source = source;
  }

  Answer answer(Request request, Sites sites) {
    String path = request.path();
    if (path.equals("/healthz")) {
      return health.of(sites, request.host(), source.get(), clock.instant());
    }
    Optional<Sites.Town> town = sites.of(request.host());
    if (town.isPresent()) {
      return of(request, town.get());
    }
    return sites
        .silent(request.host())
        .map(silent -> Router.of(request, silent))
        .orElseGet(() -> Pages.towns(sites));
  }

  private static Answer of(Request request, Sites.Silent town) {
    String path = request.path();
    Matcher edition = EDITION.matcher(path);
    Optional<Prepared> note =
        edition.matches()
            ? town.past().stream()
                .filter(past -> past.number() == Integer.parseInt(edition.group(1)))
                .findFirst()
                .flatMap(past -> withdrawal(request, past, town.store(), edition.group(2)))
            : Optional.empty();
    if (note.isPresent()) {
      return note.get();
    }
    boolean gone = edition.matches() && town.isGone(Integer.parseInt(edition.group(1)));
    return gone
        ? Pages.gone(edition.group(1), languageOf(orRoot(edition.group(2))))
        : Pages.takenBack(languageOf(path));
  }

  private Answer of(Request request, Sites.Town town) {
    Site site = town.site();
    String path = request.path();
    Optional<Resource> file = site.at(path, clock.instant());
    if (file.isPresent() && (request.query().isEmpty() || !isSearch(path))) {
      return LIST.matcher(path).matches() ? list(town, path) : shown(request, town, file.get());
    }
    return composed(request, town);
  }

  /** Readers of a mirror that is cut off are told so; files keep the bytes that were signed. */
  private Answer shown(Request request, Sites.Town town, Resource file) {
    Optional<SourceWord> silent =
        source
            .get()
            .filter(_ -> request.path().endsWith("/"))
            .filter(word -> word.isSilent(clock.instant()));
    return silent.isPresent()
        ? new Answer.Later(() -> MirrorPages.marked(town, silent.get(), request.path(), file))
        : file.answer(request);
  }

  private static boolean isSearch(String path) {
    return SEARCH.matcher(path).matches();
  }

  private Answer composed(Request request, Sites.Town town) {
    String path = request.path();
    Matcher edition = EDITION.matcher(path);
    if (edition.matches()) {
      return earlier(request, town, Integer.parseInt(edition.group(1)), edition.group(2));
    }
    Matcher search = SEARCH.matcher(path);
    if (search.matches()) {
      String lang = language(search);
      return new Answer.Later(() -> Pages.search(town, lang, Paths.field(request.query(), "q")));
    }
    if (LIST.matcher(path).matches()) {
      return list(town, path);
    }
    Matcher mirror = MIRROR.matcher(path);
    Optional<SourceWord> word = source.get();
    if (mirror.matches() && word.isPresent()) {
      return new Answer.Later(() -> MirrorPages.about(town, word.get(), language(mirror)));
    }
    if (path.equals("/live")) {
      return new Answer.Listen(town);
    }
    if (path.equals("/minisign.pub")) {
      byte[] key = town.key().file().getBytes(java.nio.charset.StandardCharsets.UTF_8);
      return Site.resource(Head.file("minisign.pub", Sha256.of(key).hex()), key).answer(request);
    }
    String file = path.substring(1);
    return town.log()
        .flatMap(log -> log.file(file).map(bytes -> log.answer(request, file, bytes)))
        .map(Answer.class::cast)
        .orElseGet(() -> elsewhere(request, town));
  }

  private Answer elsewhere(Request request, Sites.Town town) {
    String path = request.path();
    String folder = path + "/";
    if (town.site().has(folder) || isSearch(folder) || LIST.matcher(folder).matches()) {
      return redirect(folder, request.query());
    }
    Matcher since = SINCE.matcher(path);
    if (since.matches() && hasBeen(town, Integer.parseInt(since.group(2)))) {
      // too long ago for a page of its own: the list of all editions says it
      return Prepared.of(Head.elsewhere(Pages.home(language(since)) + "editions/"), new byte[0]);
    }
    String base = path.substring(1, Math.max(1, path.length() - 3));
    Optional<Resource> original = town.site().file(base);
    if (original.isPresent() && (path.endsWith(".gz") || path.endsWith(".br"))) {
      return new Answer.Later(() -> Pages.compressed(town, path, original.get()));
    }
    return new Answer.Later(() -> Pages.notFound(town, languageOf(path)));
  }

  /** A copy does not have all that the town has published. */
  private boolean hasBeen(Sites.Town town, int number) {
    return town.past(number).isPresent()
        || (source.get().isPresent() && number <= town.site().number());
  }

  private static Answer redirect(String folder, String query) {
    return Prepared.of(Head.redirect(folder + asked(query)), new byte[0]);
  }

  private static String asked(String query) {
    boolean safe = query.chars().allMatch(c -> c > ' ' && c < 127 && c != '"' && c != '<');
    return query.isEmpty() || !safe ? "" : "?" + query;
  }

  private Answer list(Sites.Town town, String path) {
    String lang = language(matched(LIST, path));
    return new Answer.Later(() -> Pages.editions(town, lang, source.get()));
  }

  private Answer earlier(Request request, Sites.Town town, int number, String rest) {
    Optional<Sites.Past> past = town.past(number);
    if (past.isEmpty()) {
      return new Answer.Later(() -> absent(town, number, orRoot(rest)));
    }
    Optional<Prepared> note = withdrawal(request, past.get(), town.store(), rest);
    if (note.isPresent()) {
      return note.get();
    }
    if (past.get().isWithdrawn()) {
      return new Answer.Later(() -> Pages.gone(town, past.get(), languageOf(orRoot(rest))));
    }
    if (rest == null) {
      return redirect("/editions/" + number + "/", "");
    }
    if (isSearch(rest) && !request.query().isEmpty()) {
      // only what holds now is searched
      return Prepared.of(Head.elsewhere(rest + asked(request.query())), new byte[0]);
    }
    return new Answer.Later(
        () -> {
          Prepared answer = Earlier.answer(request, town, past.get(), rest);
          // cleared away between that look and this one
          boolean isThere = Files.isDirectory(town.store().edition(number));
          return isThere || source.get().isEmpty() || number == town.site().number()
              ? answer
              : absent(town, number, rest);
        });
  }

  private Prepared absent(Sites.Town town, int number, String rest) {
    String lang = languageOf(rest);
    return source
        .get()
        .filter(_ -> number <= town.site().number())
        .map(word -> MirrorPages.absent(town, word, lang, number))
        .orElseGet(() -> Pages.notFound(town, lang));
  }

  /** What is left of an edition that was taken back, so that mirrors can obey and all can check. */
  private static Optional<Prepared> withdrawal(
      Request request, Sites.Past past, EditionStore store, @Nullable String rest) {
    String file = orRoot(rest).substring(1);
    if (!past.isWithdrawn() || !WithdrawalNote.isFile(file)) {
      return Optional.empty();
    }
    try {
      byte[] bytes = Files.readAllBytes(store.edition(past.number()).resolve(file));
      return Optional.of(
          Site.resource(Head.file(file, Sha256.of(bytes).hex()), bytes).answer(request));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static String orRoot(@Nullable String rest) {
    return rest == null ? "/" : rest;
  }

  static String languageOf(String path) {
    return Words.languageOf(path);
  }

  private static String language(Matcher matcher) {
    return Words.orGerman(matcher.group(1));
  }

  private static Matcher matched(Pattern pattern, String path) {
    Matcher matcher = pattern.matcher(path);
    if (!matcher.matches()) {
      throw new IllegalStateException(path);
    }
    return matcher;
  }
}
