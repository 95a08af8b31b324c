package racecard.catalog;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;

/**
 * What a run varies from cell to cell; each list rises, and is empty where a plan's one value holds
 * for all cells.
 *
 * @param cpuPercent only beside {@code inFlight}: together they make a choice map
 */
public record Levels(List<Integer> inFlight, List<Integer> tasks, List<Integer> cpuPercent) {
  /** Nothing varies: the run has one cell. */
  public static final Levels NONE = new Levels(List.of(), List.of(), List.of());

  /** How few levels vary anything. */
  public static final int FEWEST = 2;

  /** How many levels one axis has at most. */
  public static final int MOST = 12;

  /** How many cells a run has at most. */
  public static final int MOST_CELLS = 64;

  private static final String CPU_PERCENT = "cpu_percent";

  /** Copies the lists. */
  public Levels {
    inFlight = List.copyOf(inFlight);
    tasks = List.copyOf(tasks);
    cpuPercent = List.copyOf(cpuPercent);
  }

  /** Whether the run has one cell. */
  public boolean none() {
    return inFlight.isEmpty() && tasks.isEmpty();
  }

  /** Whether both the CPU share and in flight vary. */
  public boolean map() {
    return !cpuPercent.isEmpty();
  }

  /** What varies, under the names of requests. */
  public SequencedMap<String, List<Integer>> request() {
    SequencedMap<String, List<Integer>> request = new LinkedHashMap<>();
    put(request, CPU_PERCENT, cpuPercent);
    put(request, "in_flight", inFlight);
    put(request, "tasks", tasks);
    return request;
  }

  private static void put(
      SequencedMap<String, List<Integer>> request, String name, List<Integer> levels) {
    if (!levels.isEmpty()) {
      request.put(name, levels);
    }
  }

  /**
   * The plan of each cell, in the order they are measured: coarse to fine, so that what stands
   * after a few cells spans all levels.
   *
   * @param first the plan of the cell with the lowest levels
   */
  public List<Plan> cells(Plan first) {
    if (none()) {
      return List.of(first);
    }
    if (map()) {
      return CoarseToFine.order(cpuPercent, inFlight).stream()
          .map(at -> first.with("cpu_percent", at.row()).with(first.tasks(), at.column()))
          .toList();
    }
    List<Integer> levels = tasks.isEmpty() ? inFlight : tasks;
    return CoarseToFine.order(List.of(0), levels).stream()
        .map(at -> tasks.isEmpty() ? first.with(first.tasks(), at.column()) : more(first, at))
        .toList();
  }

  /** All in flight stays all in flight, however many tasks there are. */
  private static Plan more(Plan first, CoarseToFine.Point at) {
    boolean all = first.inFlight() >= first.tasks();
    return first.with(at.column(), all ? at.column() : Math.min(first.inFlight(), at.column()));
  }

  /** How many cells there are. */
  public int count() {
    return Math.max(1, cpuPercent.size()) * Math.max(1, Math.max(inFlight.size(), tasks.size()));
  }

  /** The value of {@code plan} on the axis of levels; of a map, how many it has in flight. */
  public int level(Plan plan) {
    return tasks.isEmpty() ? plan.inFlight() : plan.tasks();
  }

  /**
   * The cell's levels, as {@code 16 in flight}, {@code 1,000 tasks} or {@code 20 % CPU, 16 in
   * flight}.
   */
  public String words(Plan plan) {
    List<String> words = new ArrayList<>();
    if (map()) {
      words.add(plan.parameters().number(CPU_PERCENT) + " % CPU");
    }
    words.add(unit(level(plan)));
    return String.join(", ", words);
  }

  /** A level with its unit, as {@code 16 in flight} or {@code 1,000 tasks}. */
  public String unit(int level) {
    String count = String.format(Locale.ROOT, "%,d", level);
    return count + (tasks.isEmpty() ? " in flight" : level == 1 ? " task" : " tasks");
  }
}
