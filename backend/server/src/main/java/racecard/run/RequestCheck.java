package racecard.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import racecard.catalog.Catalog;
import racecard.catalog.ContenderName;
import racecard.catalog.Levels;
import racecard.catalog.Parameter;
import racecard.catalog.Parameters;
import racecard.catalog.Plan;
import racecard.catalog.Precision;
import racecard.catalog.Target;
import racecard.catalog.Workload;

/**
 * Turns the fields of a form or of an API request into a plan, or says all that is wrong with them.
 */
public final class RequestCheck {
  /** The largest seed, 2^53 − 1: every JSON reader keeps it exactly. */
  public static final long MAX_SEED = 9_007_199_254_740_991L;

  /** The most tasks a round may have. */
  public static final int MAX_TASKS = 100_000;

  /** The margins a person may pick, in percent. */
  public static final List<Integer> MARGINS = List.of(1, 3, 5, 10);

  private static final int DEFAULT_TASKS = 10;
  private static final int DEFAULT_MARGIN_PERCENT = 5;
  private static final int MAX_TAGS = 10;
  private static final int MAX_URLS = 100;

  private final Catalog catalog;
  private final UrlPolicy urlPolicy;
  private final LongSupplier seeds;
  private final int cores;

  /**
   * A check against {@code catalog}.
   *
   * @param seeds gives the seed of a request that names none
   * @param cores usable ones of the host that will probably measure
   */
  public RequestCheck(Catalog catalog, UrlPolicy urlPolicy, LongSupplier seeds, int cores) {
    this.catalog = catalog;
    this.urlPolicy = urlPolicy;
    this.seeds = seeds;
    this.cores = cores;
  }

  /** Checks {@code request}, whose keys and types are those of {@code POST /api/v1/runs}. */
  public CheckedRequest check(Map<String, ?> request) {
    List<FieldError> errors = new ArrayList<>();
    Fields fields = new Fields("", request, errors);
    Optional<Workload> workload = workload(fields);
    // Without a workload nothing can be said of its parameters, but of everything else.
    Fields params = workload.isPresent() ? fields.inner("params") : fields.ignored("params");
    Draft draft = draft(workload.orElse(Workload.POWER), params, fields);
    String label = fields.line("label", 120);
    List<String> tags = tags(fields);
    String note = fields.text("note", 4_000);
    fields.refuseOthers();
    if (!errors.isEmpty()) {
      return new CheckedRequest.Refused(errors);
    }
    Plan plan = draft.plan();
    return new CheckedRequest.Accepted(
        plan, draft.levels(), label, tags, note, Doubts.about(plan, draft.levels(), cores));
  }

  private static Optional<Workload> workload(Fields fields) {
    String id = fields.text("workload", 40);
    Optional<Workload> found = Workload.find(id).filter(Workload.executed()::contains);
    if (found.isEmpty()) {
      fields.wrong(
          "workload", "must be one of " + join(Workload.executed().stream().map(Workload::id)));
    }
    return found;
  }

  private record Draft(
      Parameters parameters,
      List<Target> targets,
      int tasks,
      int inFlight,
      List<ContenderName> contenders,
      @Nullable ContenderName baseline,
      Precision precision,
      int marginPercent,
      int budgetS,
      long seed,
      Levels levels) {
    Plan plan() {
      return new Plan(
          parameters,
          tasks,
          inFlight,
          contenders,
          baseline,
          precision,
          marginPercent,
          budgetS,
          seed,
          targets);
    }
  }

  private Draft draft(Workload workload, Fields params, Fields fields) {
    Levels levels = LevelCheck.of(workload, params, fields);
    Map<String, Long> numbers = numbers(workload, params);
    if (levels.map()) {
      numbers.put("cpu_percent", (long) levels.cpuPercent().getFirst());
    }
    List<String> urls = urls(workload, params);
    List<Target> targets = targets(urls, params);
    params.refuseOthers();
    int tasks = tasks(fields, levels);
    int inFlight = inFlight(fields, levels, tasks);
    ContenderCheck.Chosen chosen =
        new ContenderCheck(catalog, fields, levels.map()).read(Math.max(inFlight, most(levels)));
    Precision precision = precision(fields, levels);
    return new Draft(
        new Parameters(workload, new LinkedHashMap<>(numbers), urls),
        targets,
        tasks,
        inFlight,
        chosen.contenders(),
        chosen.baseline(),
        precision,
        margin(fields),
        (int) fields.number("budget_s", precision.defaultBudgetS(), 10, 3_600),
        fields.has("seed") ? fields.number("seed", 0, 0, MAX_SEED) : seeds.getAsLong(),
        levels);
  }

  /** As many as the largest level has in flight, where nobody says how many. */
  private static int tasks(Fields fields, Levels levels) {
    return levels.tasks().isEmpty()
        ? (int) fields.number("tasks", Math.max(DEFAULT_TASKS, most(levels)), 1, MAX_TASKS)
        : levels.tasks().getFirst();
  }

  private static int inFlight(Fields fields, Levels levels, int tasks) {
    if (!levels.inFlight().isEmpty()) {
      if (most(levels) > tasks && fields.right("tasks")) {
        fields.wrong(
            "levels.in_flight",
            String.format(Locale.ROOT, "must be at most the %,d tasks of a round", tasks));
      }
      return levels.inFlight().getFirst();
    }
    // As many as the fewest tasks would be all of them there, but not at the other levels.
    boolean less = !levels.tasks().isEmpty() && fields.has("in_flight");
    if (less && tasks == 1) {
      fields.wrong("in_flight", "must be left out where levels.tasks has 1, which is all of them");
      return tasks;
    }
    int limit = fields.right("tasks") ? Math.max(1, less ? tasks - 1 : tasks) : MAX_TASKS;
    return (int) fields.number("in_flight", tasks, 1, limit);
  }

  private static int most(Levels levels) {
    return Stream.of(levels.inFlight(), levels.tasks())
        .flatMap(List::stream)
        .mapToInt(level -> level)
        .max()
        .orElse(0);
  }

  private static Map<String, Long> numbers(Workload workload, Fields params) {
    Map<String, Long> numbers = new LinkedHashMap<>();
    for (Parameter p : workload.parameters()) {
      numbers.put(p.name(), params.number(p.name(), p.defaultValue(), p.min(), p.max()));
    }
    return numbers;
  }

  private static List<String> urls(Workload workload, Fields params) {
    if (workload != Workload.FETCH) {
      return List.of();
    }
    List<String> urls = params.texts("urls");
    // Before any of their names is looked up.
    if (urls != null && urls.size() > MAX_URLS) {
      params.wrong("urls", "must be at most %d URLs".formatted(MAX_URLS));
      return List.of();
    }
    return urls == null ? List.of() : urls;
  }

  private List<Target> targets(List<String> urls, Fields params) {
    List<Target> targets = new ArrayList<>();
    for (int i = 0; i < urls.size(); i++) {
      switch (urlPolicy.resolve(urls.get(i))) {
        case UrlPolicy.Allowed(Target target) -> targets.add(target);
        case UrlPolicy.Denied(String reason) -> params.wrong("urls[" + i + "]", reason);
      }
    }
    return targets;
  }

  private static Precision precision(Fields fields, Levels levels) {
    String id = fields.text("precision", 20);
    if (id.isEmpty()) {
      return levels.none() ? Precision.BALANCED : Precision.QUICK;
    }
    return Precision.find(id)
        .orElseGet(() -> {
          fields.wrong(
              "precision",
              "must be one of " + join(Stream.of(Precision.values()).map(Precision::id)));
          return Precision.BALANCED;
        });
  }

  private static int margin(Fields fields) {
    int margin = (int) fields.number("margin_percent", DEFAULT_MARGIN_PERCENT, 1, 10);
    if (!MARGINS.contains(margin)) {
      fields.wrong("margin_percent", "must be 1, 3, 5 or 10");
    }
    return margin;
  }

  private static List<String> tags(Fields fields) {
    List<String> tags = fields.texts("tags");
    if (tags == null) {
      return List.of();
    }
    if (tags.size() > MAX_TAGS) {
      fields.wrong("tags", "must be at most " + MAX_TAGS);
      return List.of();
    }
    for (int i = 0; i < tags.size(); i++) {
      if (!tags.get(i).matches("[\\p{L}\\p{N}][\\p{L}\\p{N}._-]{0,29}")) {
        fields.wrong(
            "tags[" + i + "]", "must be 1 to 30 letters, digits, dots, dashes or underscores");
      }
    }
    return tags.stream().distinct().toList();
  }

  private static String join(Stream<String> names) {
    return names.collect(Collectors.joining(", "));
  }
}
