package racecard.web.page.overview;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import racecard.catalog.Catalog;
import racecard.catalog.Contender;
import racecard.catalog.ContenderName;
import racecard.catalog.FoundRuntime;
import racecard.catalog.Parameters;
import racecard.catalog.Precision;
import racecard.catalog.Strategy;
import racecard.catalog.Workload;
import racecard.report.Article;
import racecard.report.Rule;
import racecard.web.http.Form;
import racecard.web.page.form.Prefilled;

/**
 * What a person can start with one press.
 *
 * @param text what it does, in a sentence or two
 * @param starts the runs that it may be, mostly one
 */
record Preset(String title, String text, List<Start> starts) {
  private static final int TASKS = Article.TASKS;
  private static final int CONNECTIONS = 4_000;
  private static final int TASKS_PER_CORE = 4;

  /**
   * A run of a preset.
   *
   * @param name what tells it from the others; empty when it is the only one
   * @param form its fields as the form posts them
   */
  record Start(String name, Form form) {}

  private Preset(String title, String text, Form form) {
    this(title, text, List.of(new Start("", form)));
  }

  /** Those that make sense on a host with {@code cores} cores and these contenders. */
  static List<Preset> all(Catalog catalog, int cores) {
    return Stream.of(
            Stream.of(articleCpu(catalog), articleDownloads(catalog)),
            gil(catalog).stream(),
            Stream.of(
                slow(catalog),
                cores(catalog, cores),
                LevelPresets.scaling(catalog),
                LevelPresets.map(catalog, python(catalog))))
        .flatMap(presets -> presets)
        .toList();
  }

  /** A run that says something of {@code rule}. */
  static Form of(Rule rule, Catalog catalog) {
    Preset preset =
        switch (rule) {
          case COMPUTING -> articleCpu(catalog);
          case FEW_QUICK -> articleDownloads(catalog);
          case MANY_SLOW -> slow(catalog);
        };
    return preset.starts().getFirst().form();
  }

  private static Preset articleCpu(Catalog catalog) {
    return new Preset(
        "The article’s table: CPU",
        "7777 ** 200000, ten times: threads, processes, pools and event loops" + sides(catalog),
        article(Article.CPU, catalog));
  }

  private static Preset articleDownloads(Catalog catalog) {
    return new Preset(
        "The article’s table: downloads",
        "4 URLs of 50 ms each, ten times" + sides(catalog),
        article(Article.DOWNLOADS, catalog));
  }

  private static Form article(Parameters parameters, Catalog catalog) {
    Workload workload = parameters.workload();
    Form form = form(workload, TASKS, Precision.QUICK, Prefilled.sensible(catalog, TASKS));
    for (Map.Entry<String, Long> number : parameters.numbers().entrySet()) {
      form = form.with(workload.id() + "." + number.getKey(), String.valueOf(number.getValue()));
    }
    return form;
  }

  private static String sides(Catalog catalog) {
    return python(catalog).isPresent() ? ", JVM and CPython side by side." : ".";
  }

  /** The newest CPython that is measured without being ticked. */
  private static Optional<FoundRuntime> python(Catalog catalog) {
    return catalog.found().stream()
        .filter(runtime -> runtime.family().equals("cpython"))
        .filter(runtime -> catalog.preferred().contains(runtime.id()))
        .findFirst();
  }

  private static Optional<Preset> gil(Catalog catalog) {
    return python(catalog)
        .map(runtime ->
            new Preset(
                "The GIL, seen",
                "Threads of %s on arithmetic, which holds the GIL, and on hashing, which lets it go."
                    .formatted(runtime.title()),
                List.of(
                    new Start("hash", gil(catalog, runtime, Workload.HASH)),
                    new Start("power", gil(catalog, runtime, Workload.POWER)))));
  }

  private static Form gil(Catalog catalog, FoundRuntime runtime, Workload workload) {
    List<String> contenders =
        Stream.of("sequential", "threads", "thread-pool", "process-pool")
            .map(strategy -> new ContenderName(runtime.id(), strategy, 1))
            .filter(name -> catalog.find(name).filter(Contender::available).isPresent())
            .map(ContenderName::toString)
            .toList();
    return form(workload, TASKS, Precision.QUICK, contenders);
  }

  // One after another would take half an hour a round: compared with a thread for each instead.
  private static Preset slow(Catalog catalog) {
    List<String> concurrent =
        Prefilled.sensible(catalog, CONNECTIONS).stream()
            .filter(name -> !name.endsWith("/" + Strategy.SEQUENTIAL))
            .toList();
    String threads = Catalog.JVM + "/" + "threads";
    return new Preset(
        "Many slow connections",
        "4,000 downloads of 500 ms at once, divided by a thread for each.",
        form(Workload.FETCH, CONNECTIONS, Precision.BALANCED, concurrent)
            .with("fetch.urls_per_task", "1")
            .with("fetch.delay_ms", "500")
            .with("baseline", concurrent.contains(threads) ? threads : ""));
  }

  private static Preset cores(Catalog catalog, int cores) {
    int tasks = TASKS_PER_CORE * cores;
    return new Preset(
        "All my cores",
        "SHA-256 over 32 MiB, %d times on %s."
            .formatted(tasks, cores == 1 ? "1 core" : cores + " cores"),
        form(Workload.HASH, tasks, Precision.BALANCED, Prefilled.sensible(catalog, tasks)));
  }

  private static Form form(
      Workload workload, int tasks, Precision precision, List<String> contenders) {
    return Form.EMPTY
        .with("workload", workload.id())
        .with("tasks", String.valueOf(tasks))
        .with("contenders", contenders)
        .with("precision", precision.id());
  }
}
