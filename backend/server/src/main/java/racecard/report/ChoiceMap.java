package racecard.report;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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
   * @param tied who is as fast as the leader within the margin
   * @param open who is not told apart from the leader
   * @param ahead how many times as fast as the best of those that are slower; null without one
   */
  public record Square(
      int cell,
      int cpuPercent,
      int inFlight,
      RunState state,
      Win win,
      @Nullable String leader,
      List<String> tied,
      List<String> open,
      @Nullable Double ahead) {

    /** Who stands beside the leader: those tied with it, else those not told apart. */
    public List<String> others() {
      return tied.isEmpty() ? open : tied;
    }

    /** Whether {@code contender} is not shown to be slower than anybody here. */
    boolean unbeaten(String contender) {
      return unbeaten().contains(contender);
    }

    /** The leader, and everybody who is not shown to be slower; empty without a leader. */
    List<String> unbeaten() {
      return leader == null
          ? List.of()
          : Stream.of(List.of(leader), tied, open).flatMap(List::stream).toList();
    }
  }

  /** The square of these levels. */
  public Optional<Square> at(int cpu, int flight) {
    return squares.stream()
        .filter(square -> square.cpuPercent() == cpu && square.inFlight() == flight)
        .findFirst();
  }
}
