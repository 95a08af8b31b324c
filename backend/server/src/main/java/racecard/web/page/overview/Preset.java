package racecard.web.page.overview;

import java.util.List;
import racecard.catalog.Catalog;
import racecard.catalog.Precision;
import racecard.catalog.Strategy;
import racecard.catalog.Workload;
import racecard.web.http.Form;
import racecard.web.page.form.Prefilled;

/**
 * A run that a person can start with one press.
 *
 * @param text what it does, in a sentence or two
 * @param form its fields as the form posts them
 */
record Preset(String title, String text, Form form) {
  private static final int TASKS = 10;
  private static final int CONNECTIONS = 4_000;
  private static final int TASKS_PER_CORE = 4;

  /** Those that make sense on a host with {@code cores} cores and these contenders. */
  static List<Preset> all(Catalog catalog, int cores) {
    return List.of(
        articleCpu(catalog), articleDownloads(catalog), slow(catalog), cores(catalog, cores));
  }

  private static Preset articleCpu(Catalog catalog) {
    return new Preset(
        "The article’s table: CPU",
        "7777 ** 200000, ten times: threads, processes, pools and event loops.",
        form(Workload.POWER, TASKS, Prefilled.sensible(catalog, TASKS))
            .with("power.base", "7777")
            .with("power.exponent", "200000"));
  }

  private static Preset articleDownloads(Catalog catalog) {
    return new Preset(
        "The article’s table: downloads",
        "4 URLs of 50 ms each, ten times.",
        form(Workload.FETCH, TASKS, Prefilled.sensible(catalog, TASKS))
            .with("fetch.urls_per_task", "4")
            .with("fetch.delay_ms", "50"));
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
        form(Workload.FETCH, CONNECTIONS, concurrent)
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
        form(Workload.HASH, tasks, Prefilled.sensible(catalog, tasks)));
  }

  private static Form form(Workload workload, int tasks, List<String> contenders) {
    return Form.EMPTY
        .with("workload", workload.id())
        .with("tasks", String.valueOf(tasks))
        .with("contenders", contenders)
        .with("precision", Precision.BALANCED.id());
  }
}
