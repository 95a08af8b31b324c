package racecard.report;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import racecard.catalog.ContenderName;
import racecard.catalog.Parameters;
import racecard.catalog.Plan;
import racecard.catalog.Workload;

/**
 * The table of the article that the questions came from, beside runs with its parameters: seconds
 * on its author's laptop, of which only ratios can be compared.
 */
public final class Article {
  /** How many tasks it executed at once. */
  public static final int TASKS = 10;

  /** The work that keeps cores busy. */
  public static final Parameters CPU =
      Parameters.of(Workload.POWER, Map.of("base", 7_777L, "exponent", 200_000L));

  /** The downloads, with a delay that stands for its author's network. */
  public static final Parameters DOWNLOADS =
      Parameters.of(Workload.FETCH, Map.of("urls_per_task", 4L, "delay_ms", 50L));

  private static final Map<String, Double> CPU_S =
      Map.of(
          "sequential", 2.18, "threads", 2.47, "processes", 1.12, "gevent", 2.23, "asyncio", 2.23);
  private static final Map<String, Double> DOWNLOADS_S =
      Map.of(
          "sequential", 31.4, "threads", 7.9, "processes", 7.22, "gevent", 6.85, "asyncio", 4.37);

  private final Map<String, Double> seconds;

  private Article(Map<String, Double> seconds) {
    this.seconds = seconds;
  }

  /** The column that a run of {@code plan} may be compared with; empty when there is none. */
  static Optional<Article> of(Plan plan) {
    boolean known =
        plan.tasks() == TASKS
            && plan.inFlight() >= TASKS
            && plan.contenders().stream().anyMatch(name -> CPU_S.containsKey(known(name)));
    return known ? column(plan).map(Article::new) : Optional.empty();
  }

  private static Optional<Map<String, Double>> column(Plan plan) {
    if (plan.parameters().equals(CPU)) {
      return Optional.of(CPU_S);
    }
    return plan.parameters().equals(DOWNLOADS) ? Optional.of(DOWNLOADS_S) : Optional.empty();
  }

  /** How many times as fast as sequential the article's contender was. */
  String ratio(ContenderResult one) {
    Double measured = seconds.get(known(ContenderName.parse(one.name())));
    Double sequential = seconds.get("sequential");
    return measured == null || sequential == null
        ? Figures.NONE
        : Figures.ratio(sequential / measured);
  }

  /** Where the column comes from. */
  String source() {
    return "× in the article: measured on its author’s laptop with CPython; %s."
        .formatted(
            String.join(
                ", ",
                Stream.of("sequential", "threads", "processes", "gevent", "asyncio")
                    .map(strategy -> strategy + " " + seconds.get(strategy) + " s")
                    .toList()));
  }

  /** The strategy of a contender that the article had; empty for every other. */
  private static String known(ContenderName name) {
    return name.runtime().startsWith("cpython-") && !name.control() ? name.strategy() : "";
  }
}
