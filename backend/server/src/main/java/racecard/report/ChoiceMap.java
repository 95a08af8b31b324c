package racecard.report;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import racecard.run.RunState;

/**
 * Which contender wins where: CPU share by tasks in flight.
 *
 * @param runtime the one whose contenders are compared; empty where all are
 * @param cpuPercent rising
 * @param inFlight rising
 * @param squares one for each cell, in the order they are measured
 */
public record ChoiceMap(
    String runtime, List<Integer> cpuPercent, List<Integer> inFlight, List<Square> squares) {
  /** How clear a win is. */
  public enum Win {
    /** Faster than everybody else. */
    CLEAR,
    /** Others are as fast within the margin. */
    TIED,
    /** Ahead, but not told apart from others. */
    OPEN,
    /** Nothing to say yet, or no verdict. */
    NONE
  }

  /**
   * One cell.
   *
   * @param leader null without one
   * @param others who is tied with the leader, or not told apart from it
   * @param ahead how many times as fast as the best of those that are clearly slower; null without
   *     one
   */
  public record Square(
      int cell,
      int cpuPercent,
      int inFlight,
      RunState state,
      Win win,
      @Nullable String leader,
      List<String> others,
      @Nullable Double ahead) {}

  /** The square of these levels. */
  public Optional<Square> at(int cpu, int flight) {
    return squares.stream()
        .filter(square -> square.cpuPercent() == cpu && square.inFlight() == flight)
        .findFirst();
  }
}
