package racecard.sample;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was found by looking into one contender's child while it executed rounds.
 *
 * @param profiler what looked, as {@code JFR}; empty where nothing did
 * @param missing why it was not looked into, for a person; empty where it was
 * @param rounds how many it executed meanwhile
 * @param wallNs how long these took together
 * @param intervalNs how often the profiler looked
 * @param samples how many of its looks found tasks at work
 * @param functions in which function, most first
 * @param events what stopped or slowed it, each kind once
 * @param allocatedBytes what its process allocated meanwhile; null when not counted
 * @param memory the most that its processes took together; null when the system does not tell
 */
public record Findings(
    String profiler,
    String missing,
    int rounds,
    long wallNs,
    long intervalNs,
    long samples,
    List<Function> functions,
    List<Event> events,
    @Nullable Long allocatedBytes,
    @Nullable Memory memory) {

  /** Copies the lists. */
  public Findings {
    functions = List.copyOf(functions);
    events = List.copyOf(events);
  }

  /** Of a contender that could not be looked into. */
  public static Findings missing(String why) {
    return new Findings("", why, 0, 0, 0, 0, List.of(), List.of(), null, null);
  }

  /** Reads what {@link #json} wrote. */
  public static Findings read(String json) {
    return Json.record(json, Findings.class);
  }

  /** As the table keeps it, at most 200,000 characters. */
  public String json() {
    return Json.record(this);
  }

  /**
   * A function that was found at work.
   *
   * @param name with its module or class
   * @param count in how many looks
   */
  public record Function(String name, long count) {}

  /**
   * Something that stops or slows tasks, as docs/PROTOCOL.md names it.
   *
   * @param totalNs of all together
   * @param longestNs of the longest
   * @param example what the longest was; null where there is nothing to tell
   */
  public record Event(
      String kind, long count, long totalNs, long longestNs, @Nullable String example) {}

  /**
   * What a process and all that it started take.
   *
   * @param pssBytes proportional set size: a page that several share counts in parts
   * @param rssBytes resident set size: a page that several share counts for each
   */
  public record Memory(long pssBytes, long rssBytes, int processes) {}
}
