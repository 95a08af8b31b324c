package racecard.report;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import racecard.catalog.ContenderName;
import racecard.catalog.Parameters;
import racecard.catalog.Plan;
import racecard.statistics.Effect;
import racecard.statistics.Placing;
import tools.jackson.databind.JsonNode;

/** The best contender of each runtime as a program with the run's own numbers. */
final class Snippets {
  private static final String PLACE_FOR_OWN = "http://127.0.0.1:8000/";
  private static final double NS_PER_MS = 1e6;
  private static final double STEPS_PER_MS = 1_000;

  private final Plan plan;
  private final Names names;
  private final JsonNode noted;
  private final String where;

  private Snippets(Grounds grounds, String where) {
    this.plan = grounds.plan();
    this.names = grounds.names();
    this.noted = grounds.noted();
    this.where = where;
  }

  static List<Snippet> of(Grounds grounds, String host) {
    Snippets snippets = new Snippets(grounds, host.isEmpty() ? "" : " on " + host);
    return grounds.runtimes().stream()
        .flatMap(runtime -> snippets.best(grounds.on(runtime)).stream())
        .toList();
  }

  private Optional<Snippet> best(List<ContenderResult> results) {
    return results.stream()
        .filter(one -> rank(one) < Integer.MAX_VALUE)
        .filter(one -> !Grounds.strategy(one).mistake())
        .sorted(Comparator.comparingInt(Snippets::rank).thenComparingDouble(Grounds::median))
        .findFirst()
        .flatMap(this::snippet);
  }

  private Optional<Snippet> snippet(ContenderResult one) {
    ContenderName name = Grounds.name(one);
    return SnippetLanguage.of(name.runtime())
        .flatMap(language -> {
          String title = "%s in %s".formatted(names.subject(one.name()), language.title());
          return new SnippetSource(language, plan.workload().id(), values(one, language))
              .of(frame(name.strategy()))
              .map(text -> new Snippet(one.name(), title, text));
        });
  }

  /** Variants share a frame. */
  private static String frame(String strategy) {
    if (strategy.equals("asyncio-process-pool")) {
      return "asyncio";
    }
    return strategy.startsWith("processes-") ? "processes" : strategy;
  }

  private Map<String, String> values(ContenderResult one, SnippetLanguage language) {
    String strategy = Grounds.name(one).strategy();
    Map<String, String> values = new HashMap<>(numbers(language));
    values.put("header", language.comment(header(one)));
    values.put("tasks", String.valueOf(plan.tasks()));
    values.put(
        "in_flight",
        String.valueOf(Objects.requireNonNullElse(one.effectiveInFlight(), plan.inFlight())));
    values.put(
        "executor",
        strategy.endsWith("process-pool") ? "ProcessPoolExecutor" : "ThreadPoolExecutor");
    values.put(
        "start_method",
        strategy.startsWith("processes-") ? strategy.substring("processes-".length()) : "fork");
    return values;
  }

  private String[] header(ContenderResult one) {
    String measured =
        "%s: %s%s".formatted(Work.whole(plan), Figures.time(Grounds.median(one)), where);
    Effect effect = one.placing() == null ? null : one.placing().effect();
    return effect == null
        ? new String[] {measured}
        : new String[] {
          measured + ",",
          "%s times as fast as %s"
              .formatted(Figures.ratio(effect.speedUp()), names.reference(one.baseline()))
        };
  }

  private Map<String, String> numbers(SnippetLanguage language) {
    Parameters p = plan.parameters();
    return switch (plan.workload()) {
      case POWER -> Map.of("base", number("base"), "exponent", number("exponent"));
      case HASH -> Map.of("buffer_bytes", number("buffer_bytes"), "repeats", number("repeats"));
      case SLEEP ->
          Map.of("sleep_ms", number("sleep_ms"), "sleep_s", seconds((double) p.number("sleep_ms")));
      case MIXED -> mixed(p.number("task_ms"), p.number("cpu_percent"));
      case FOREIGN -> Map.of();
      case FETCH ->
          Map.of(
              "urls",
              p.urls().isEmpty()
                  ? language.urls(p.urlsPerTask(), PLACE_FOR_OWN)
                  : language.urls(p.urls()));
    };
  }

  private Map<String, String> mixed(long taskMs, long cpuPercent) {
    double cpuMs = taskMs * cpuPercent / 100.0;
    double waitMs = (taskMs - cpuMs) / 2;
    JsonNode calibrated = noted.path("mixed_steps");
    long steps =
        calibrated.isIntegralNumber() ? calibrated.longValue() : Math.round(cpuMs * STEPS_PER_MS);
    return Map.of(
        "wait_s", seconds(waitMs),
        "wait_ms", decimal(waitMs),
        "wait_ns", String.valueOf(Math.round(waitMs * NS_PER_MS)),
        "steps", String.valueOf(steps));
  }

  private String number(String name) {
    return String.valueOf(plan.parameters().number(name));
  }

  private static String seconds(double ms) {
    return decimal(ms / 1e3);
  }

  private static String decimal(double number) {
    return String.format(Locale.ROOT, "%.6f", number)
        .replaceFirst("0+$", "")
        .replaceFirst("\\.$", "");
  }

  private static int rank(ContenderResult one) {
    Placing placing = one.placing();
    Integer rank = placing == null ? null : placing.rank();
    return rank == null ? Integer.MAX_VALUE : rank;
  }
}
