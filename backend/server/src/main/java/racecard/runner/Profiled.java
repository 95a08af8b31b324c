package racecard.runner;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a child saw of itself, as docs/PROTOCOL.md defines it.
 *
 * @param samples how many looks found tasks at work
 * @param functions in which function, most first
 * @param events each kind that its runtime knows, once
 * @param allocatedBytes null where its runtime does not count that
 */
public record Profiled(
    long samples, List<Function> functions, List<Event> events, @Nullable Long allocatedBytes)
    implements Answer {

  /** Copies the lists. */
  public Profiled {
    functions = List.copyOf(functions);
    events = List.copyOf(events);
  }

  /** A function that was found at work so often. */
  public record Function(String name, long count) {}

  /** Something that stops or slows tasks. */
  public record Event(
      String kind, long count, long totalNs, long longestNs, @Nullable String example) {}
}
