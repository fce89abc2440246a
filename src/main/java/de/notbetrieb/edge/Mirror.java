package de.notbetrieb.edge;

import de.notbetrieb.edition.EditionPackage;
import de.notbetrieb.edition.EditionStore;
import de.notbetrieb.edition.LogFiles;
import de.notbetrieb.edition.WithdrawalNote;
import de.notbetrieb.platform.Damage;
import de.notbetrieb.platform.Minisign;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/**
 * Copies one town's editions, key, log and withdrawals from a source into a folder of towns, which
 * the edge follows like any other. Nothing enters that folder before its signature, its files, its
 * number and its place in the log were checked, and an edition enters it whole.
 */
final class Mirror implements AutoCloseable {
  static final Duration PACE = Duration.ofSeconds(10);
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(10);

  /** So many earlier numbers are asked about in one look, in turn. */
  private static final int ASKED_AT_ONCE = 20;

  private static final System.Logger LOG = System.getLogger(Mirror.class.getName());

  private final Source source;
  private final Path folder;
  private final Optional<Minisign.PublicKey> key;
  private final InstantSource clock;
  private final Duration pace;
  private final Keeping keeping;
  private final ScheduledExecutorService clockwork =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("mirror").factory());
  private volatile SourceWord word;
  private String editionMark = "";
  private String logMark = "";
  private boolean isWhole;
  private int failures;
  private int turn;

  /** What was said in the log of the last look and of clearing away, to say it once. */
  private String told = "";

  private String notCleared = "";

  /**
   * @param folder where the copies, and what is remembered of the source, lie
   */
  Mirror(
      Source source,
      Path folder,
      Optional<Minisign.PublicKey> key,
      InstantSource clock,
      Duration pace,
      Keeping keeping) {
    this.source = source;
    this.folder = folder;
    this.key = key;
    this.clock = clock;
    this.pace = pace;
    this.keeping = keeping;
    this.word = new SourceWord(source.address(), remembered(), "");
  }

  /** The folder of towns to follow. */
  static Path towns(Path folder) {
    return folder.resolve("towns");
  }

  SourceWord word() {
    return word;
  }

  void start() {
    clockwork.execute(this::run);
  }

  // A rim: whatever one look meets, another one comes.
  private void run() {
    try {
      look();
    } catch (RuntimeException | OutOfMemoryError e) {
      LOG.log(System.Logger.Level.ERROR, "The source could not be looked at", e);
      failures++;
    }
    if (!clockwork.isShutdown()) {
      clockwork.schedule(this::run, wait(failures).toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  /** Twice as long after each failure, and not all mirrors at the same moment. */
  private Duration wait(int failed) {
    Duration whole = pace.multipliedBy(1L << Math.min(failed, 16));
    long most = Math.min(whole.toMillis(), Math.max(pace.toMillis(), LONGEST_WAIT.toMillis()));
    return Duration.ofMillis(
        failed == 0 ? most : ThreadLocalRandom.current().nextLong(most / 2, most + 1));
  }

  /** Asks the source once. A withdrawal that nobody may believe holds back no new edition. */
  void look() {
    clear();
    try {
      Optional<String> withheld = withdrawals();
      Optional<Instant> said = askForEdition();
      askForLog();
      if (withheld.isPresent()) {
        failed(withheld.get());
      } else {
        heard(said);
        failures = 0;
        succeeded();
      }
    } catch (Damage | IOException | UncheckedIOException e) {
      failed(words(e));
    }
  }

  /** First of all: a disk that is full gets room for what comes. */
  private void clear() {
    try {
      Optional<EditionStore> store = store();
      if (store.isPresent()) {
        keeping.clear(store.get(), folder.resolve("leaving"));
      }
      notCleared = "";
    } catch (IOException | UncheckedIOException e) {
      if (!notCleared.equals(e.toString())) {
        LOG.log(System.Logger.Level.WARNING, "Earlier editions could not be cleared away", e);
      }
      notCleared = e.toString();
    }
  }

  private Optional<String> withdrawals() {
    try {
      askForWithdrawals();
      return Optional.empty();
    } catch (Damage | IOException | UncheckedIOException e) {
      return Optional.of(words(e));
    }
  }

  private static String words(Exception problem) {
    if (problem instanceof NotWritten) {
      return "" + problem.getMessage();
    }
    return problem instanceof Damage damage
        ? damage.file() + ": expected " + damage.expected() + ", found " + damage.found()
        : problem.getMessage()
            + Optional.ofNullable(problem.getCause()).map(c -> " (" + c + ")").orElse("");
  }

  private void failed(String problem) {
    failures++;
    if (!problem.equals(told)) {
      LOG.log(
          System.Logger.Level.WARNING,
          "The copy of {0} is not brought up to date: {1}. It is tried again, more and more rarely",
          source.address(),
          problem);
    }
    told = problem;
    editionMark = "";
    logMark = "";
    word = new SourceWord(source.address(), word.last(), problem);
  }

  private void succeeded() {
    if (!told.isEmpty()) {
      LOG.log(System.Logger.Level.INFO, "The copy of {0} is up to date again", source.address());
    }
    told = "";
  }

  /** A word counts when it is not old: an old one may come from a cache that is cut off. */
  private void heard(Optional<Instant> said) {
    Instant now = clock.instant();
    Instant at = said.orElse(now);
    String both =
        "the answer is of %s, and it is %s here: "
            .formatted(at, now.truncatedTo(ChronoUnit.SECONDS));
    if (at.plus(Health.CLOCKS_DIFFER).isBefore(now)) {
      String problem = both + "it is an old one, or this clock is ahead";
      word = new SourceWord(source.address(), word.last(), problem);
      return;
    }
    boolean behind = now.plus(Health.CLOCKS_DIFFER).isBefore(at);
    word =
        new SourceWord(
            source.address(), Optional.of(now), behind ? both + "this clock is behind" : "");
    remember(now);
  }

  private Path memory() {
    return folder.resolve("heard");
  }

  private Optional<Instant> remembered() {
    try {
      return Files.exists(memory())
          ? Optional.of(Instant.parse(Files.readString(memory()).strip()))
          : Optional.empty();
    } catch (IOException | DateTimeException e) {
      return Optional.empty();
    }
  }

  /** To the minute, so that a disk is not written to at every look. */
  private void remember(Instant now) {
    Instant minute = now.truncatedTo(ChronoUnit.MINUTES);
    if (remembered().filter(minute::equals).isPresent()) {
      return;
    }
    try {
      Files.createDirectories(folder);
      Incoming.replace(memory(), minute + "\n");
    } catch (IOException e) {
      LOG.log(System.Logger.Level.WARNING, "The last word of the source cannot be written down", e);
    }
  }

  private Optional<EditionStore> store() {
    Path towns = towns(folder);
    return Files.isDirectory(towns)
        ? EditionStore.towns(towns).stream().findFirst().map(town -> new EditionStore(towns, town))
        : Optional.empty();
  }

  /** Returns when the source said it. */
  private Optional<Instant> askForEdition() throws IOException {
    Optional<EditionStore> there = store();
    if (!isWhole && there.isPresent()) {
      Incoming.dropDamaged(there.get());
      isWhole = true;
    }
    HttpResponse<byte[]> signature = source.get(EditionPackage.SIGNATURE, editionMark);
    if (signature.statusCode() == 304 && !editionMark.isEmpty()) {
      return Source.saidAt(signature);
    }
    if (signature.statusCode() != 200) {
      throw new IOException("the source answers with status " + signature.statusCode());
    }
    try (Incoming incoming = Incoming.in(folder, source, key, there)) {
      incoming.edition(signature.body());
    }
    editionMark = mark(signature);
    return Source.saidAt(signature);
  }

  private static String mark(HttpResponse<?> answer) {
    return answer.headers().firstValue(Source.ETAG).orElse("");
  }

  /** The log may grow by the word of witnesses alone. */
  private void askForLog() throws IOException {
    HttpResponse<byte[]> checkpoint = source.get(LogFiles.CHECKPOINT, logMark);
    Optional<EditionStore> store = store();
    if (checkpoint.statusCode() != 200 || store.isEmpty()) {
      return;
    }
    Path here = store.get().log().resolve(LogFiles.CHECKPOINT);
    if (!Files.exists(here) || !Arrays.equals(Files.readAllBytes(here), checkpoint.body())) {
      try (Incoming incoming = Incoming.in(folder, source, key, store)) {
        incoming.keysAndLog();
      }
    }
    logMark = mark(checkpoint);
  }

  private void askForWithdrawals() throws IOException {
    Optional<EditionStore> store = store();
    if (store.isEmpty()) {
      return;
    }
    List<Integer> held =
        store.get().numbers().reversed().stream().filter(n -> !store.get().isWithdrawn(n)).toList();
    for (int i = 0; i < Math.min(held.size(), ASKED_AT_ONCE); i++) {
      // the newest each time, the others in turn
      int number = held.get(i == 0 ? 0 : 1 + Math.floorMod(turn++, held.size() - 1));
      String note = "editions/" + number + "/" + WithdrawalNote.FILE_NAME;
      HttpResponse<byte[]> answer = source.get(note, "");
      if (answer.statusCode() == 200) {
        try (Incoming incoming = Incoming.in(folder, source, key, store)) {
          incoming.withdrawal(number, answer.body());
        }
      }
    }
  }

  @Override
  public void close() {
    clockwork.shutdownNow();
    source.close();
  }
}
