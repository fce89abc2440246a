package de.notbetrieb.edge;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import tools.jackson.databind.json.JsonMapper;

/** How well and how quickly is found, next to a library; see {@code bench/search}. */
final class SearchBench {
  private static final int SERVICES = 600;

  private SearchBench() {}

  /** A way to search: question and language in, places out. */
  private interface Search {
    List<Integer> find(String words, String language);
  }

  private static final Map<String, Function<List<SearchIndex.Entry>, Search>> SEARCHES =
      new LinkedHashMap<>();

  private static List<String> passedOver = List.of();

  static {
    SEARCHES.put("own", SearchBench::own);
    SEARCHES.put(
        "lucene-german",
        entries -> {
          LuceneSearch lucene = LuceneSearch.german(entries);
          return (words, _) -> lucene.find(words);
        });
    SEARCHES.put(
        "lucene-trigram",
        entries -> {
          LuceneSearch lucene = LuceneSearch.trigrams(entries);
          return (words, _) -> lucene.find(words);
        });
  }

  private static Search own(List<SearchIndex.Entry> entries) {
    SearchIndex index = new SearchIndex(entries, passedOver);
    return (words, language) ->
        index.find(words, language).stream().map(SearchIndex.Hit::entry).toList();
  }

  /**
   * Rounds, and perhaps {@code misses} to see what is not found first; or {@code alone}, a file of
   * words and the name of a search: one process that searches and nothing else.
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    if (arguments[0].equals("alone")) {
      alone(Path.of(arguments[1]), arguments[2]);
      return;
    }
    int rounds = Integer.parseInt(arguments[0]);
    SearchedTown town = new SearchedTown();
    List<SearchIndex.Entry> entries = entries(town.words);
    if (arguments.length > 1) {
      misses(town);
    }
    quality(entries, town.addresses());
    List<SearchIndex.Entry> large = LargeTown.of(entries, SERVICES);
    System.out.printf(
        "%n%d entries in 11 languages, %d phrases%n",
        large.size(), large.stream().mapToInt(entry -> entry.phrases().size()).sum());
    speed(large, rounds);
    processes(large);
  }

  private static List<SearchIndex.Entry> entries(byte[] json) {
    SearchWords words = new SearchWords();
    words.read(json);
    passedOver = words.passedOver();
    return words.entries();
  }

  private static void misses(SearchedTown town) {
    for (SearchQueries.Query query : SearchQueries.all()) {
      List<String> found = town.find(query);
      double rank = query.reciprocalRank(found);
      if (rank < 1) {
        System.out.printf(
            Locale.ROOT,
            "%s %s %.2f %s -> %s, not %s%n",
            query.written(),
            query.language(),
            rank,
            query.words(),
            query.expected(),
            found.stream().limit(3).toList());
      }
    }
    System.out.println();
  }

  private static void quality(List<SearchIndex.Entry> entries, List<String> addresses) {
    Map<String, Predicate<SearchQueries.Query>> parts = new LinkedHashMap<>();
    parts.put("all", SearchQueries.Query::isAnswerable);
    for (String written : List.of("before", "after")) {
      parts.put(written, query -> query.isAnswerable() && query.written().equals(written));
      for (String language : List.of("de", "en", "tr")) {
        parts.put(
            written + " " + language,
            query ->
                query.isAnswerable()
                    && query.written().equals(written)
                    && query.language().equals(language));
      }
    }
    parts.put("nothing to find", query -> !query.isAnswerable());
    System.out.println("MRR@3; \"nothing to find\": the part of which nothing was shown");
    System.out.printf("%-16s %8s", "queries", "number");
    SEARCHES.keySet().forEach(name -> System.out.printf(" %15s", name));
    System.out.println();
    Map<String, Search> made = new LinkedHashMap<>();
    SEARCHES.forEach((name, make) -> made.put(name, make.apply(entries)));
    parts.forEach(
        (name, those) -> {
          System.out.printf("%-16s %8d", name, SearchQueries.all().stream().filter(those).count());
          made.values()
              .forEach(
                  search ->
                      System.out.printf(
                          Locale.ROOT,
                          " %15.3f",
                          SearchQueries.mean(
                              those,
                              query ->
                                  search.find(query.words(), query.language()).stream()
                                      .map(addresses::get)
                                      .toList())));
          System.out.println();
        });
  }

  private static void speed(List<SearchIndex.Entry> large, int rounds) {
    System.out.printf(
        "%n%-16s %10s %10s %10s %10s %10s %10s %12s%n",
        "search",
        "build ms",
        "heap MiB",
        "p50 ms",
        "p99 ms",
        "p50 CPU",
        "p99 CPU",
        "p99 CPU ratio");
    double base = 0;
    for (var one : SEARCHES.entrySet()) {
      double heap = heap(one.getValue(), large);
      double began = cpu();
      Search search = one.getValue().apply(large);
      double build = cpu() - began;
      Took took = took(search, rounds);
      double p99 = took.cpu()[took.cpu().length * 99 / 100];
      base = base == 0 ? p99 : base;
      System.out.printf(
          Locale.ROOT,
          "%-16s %10.0f %10.1f %10.3f %10.3f %10.3f %10.3f %12.2f%n",
          one.getKey(),
          build,
          heap,
          took.wall()[took.wall().length / 2],
          took.wall()[took.wall().length * 99 / 100],
          took.cpu()[took.cpu().length / 2],
          p99,
          p99 / base);
    }
  }

  /** Milliseconds of the processor that this thread has had. */
  private static double cpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1e6;
  }

  /** Milliseconds of each question, by the clock and of the processor, in order. */
  private record Took(double[] wall, double[] cpu) {}

  /** MiB that stay when it is made. */
  private static double heap(
      Function<List<SearchIndex.Entry>, Search> make, List<SearchIndex.Entry> large) {
    // the first one loads the classes
    make.apply(large).find("ausweis", "de");
    long before = used();
    Search search = make.apply(large);
    search.find("ausweis", "de");
    long after = used();
    java.lang.ref.Reference.reachabilityFence(search);
    return (after - before) / 1048576.0;
  }

  /** As many rounds again come before, to warm up. */
  private static Took took(Search search, int rounds) {
    List<SearchQueries.Query> queries = SearchQueries.all();
    Took took = new Took(new double[rounds * queries.size()], new double[rounds * queries.size()]);
    int at = 0;
    for (int round = -rounds; round < rounds; round++) {
      for (SearchQueries.Query query : queries) {
        double cpu = cpu();
        long began = System.nanoTime();
        search.find(query.words(), query.language());
        if (round >= 0) {
          took.wall()[at] = (System.nanoTime() - began) / 1e6;
          took.cpu()[at++] = cpu() - cpu;
        }
      }
    }
    Arrays.sort(took.wall());
    Arrays.sort(took.cpu());
    return took;
  }

  private static long used() {
    for (int i = 0; i < 5; i++) {
      System.gc();
    }
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  /** Each search in a process that is started as the edge is. */
  private static void processes(List<SearchIndex.Entry> large)
      throws IOException, InterruptedException {
    Path words = Files.createTempFile("words", ".json");
    Files.writeString(words, json(large));
    System.out.printf("%na process started as the edge, with the search and nothing else%n");
    for (String name : SEARCHES.keySet()) {
      List<String> command = new ArrayList<>();
      command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
      command.addAll(EdgeMain.JVM_OPTIONS);
      command.addAll(List.of("-cp", System.getProperty("java.class.path")));
      command.addAll(List.of(SearchBench.class.getName(), "alone", words.toString(), name));
      new ProcessBuilder(command).inheritIO().start().waitFor();
    }
    Files.delete(words);
  }

  private static String json(List<SearchIndex.Entry> entries) {
    Map<String, Object> file = new LinkedHashMap<>();
    file.put("passedOver", passedOver);
    List<Object> all = new ArrayList<>();
    for (SearchIndex.Entry entry : entries) {
      List<Object> phrases = new ArrayList<>();
      entry
          .phrases()
          .forEach(p -> phrases.add(Map.of("in", p.language(), "words", List.of(p.words()))));
      all.add(Map.of("phrases", phrases, "text", entry.text()));
    }
    file.put("entries", all);
    return JsonMapper.shared().writeValueAsString(file);
  }

  private static void alone(Path words, String name) throws IOException {
    List<SearchIndex.Entry> entries = entries(Files.readAllBytes(words));
    Search search = java.util.Objects.requireNonNull(SEARCHES.get(name)).apply(entries);
    entries = List.of();
    search.find("ausweis verloren", "de");
    double ready = System.currentTimeMillis() - ManagementFactory.getRuntimeMXBean().getStartTime();
    double cpu =
        ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class)
                .getProcessCpuTime()
            / 1e6;
    took(search, 5);
    System.gc();
    String resident =
        Files.readAllLines(Path.of("/proc/self/status")).stream()
            .filter(line -> line.startsWith("VmRSS"))
            .findFirst()
            .orElse("VmRSS: 0 kB");
    double kib = Double.parseDouble(resident.replaceAll("\\D+", ""));
    System.out.printf(
        Locale.ROOT,
        "%-16s first answer after %5.0f ms (%5.0f ms of the processor), resident %4.0f MiB%n",
        name,
        ready,
        cpu,
        kib / 1024);
  }
}
