package racecard.statistics;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a cell's rounds say, as it is stored and shown.
 *
 * @param entrants the contenders as they entered the comparison, with their limits
 * @param grade A without a flag, B with one, C with a severe one; what is odd about one contender
 *     alone, as a wide spread, says nothing against the machine and does not count
 * @param stop why measuring ended; null while it goes on
 * @param spentNs measuring time so far
 */
public record Assessment(
    Comparison comparison,
    List<Entrant> entrants,
    List<Flag> flags,
    String grade,
    double marginPercent,
    StopRule.@Nullable Reason stop,
    long spentNs) {
  // With grade C a difference must be larger than this to be called one.
  private static final double COARSE_MARGIN_PERCENT = 10;

  /** Compares, and compares again with a coarser margin where a severe flag demands it. */
  public static Assessment of(
      List<Round> rounds,
      List<Entrant> entrants,
      double marginPercent,
      List<Flag> hostFlags,
      long spentNs) {
    Comparison fine = Comparison.of(rounds, entrants, marginPercent);
    List<Flag> flags = Flags.of(fine, hostFlags);
    boolean severe = flags.stream().anyMatch(Flag::severe);
    double margin = severe ? Math.max(marginPercent, COARSE_MARGIN_PERCENT) : marginPercent;
    Comparison comparison =
        margin == marginPercent ? fine : Comparison.of(rounds, entrants, margin);
    String grade = severe ? "C" : flags.isEmpty() ? "A" : "B";
    List<Flag> all =
        Stream.concat(flags.stream(), ContenderFlags.of(rounds, entrants).stream()).toList();
    return new Assessment(comparison, entrants, all, grade, margin, null, spentNs);
  }

  /**
   * How much of the measuring time the named {@code contenders} took, in nanoseconds: their rounds,
   * and of what is around rounds as much as every other contender.
   */
  public long spentNs(Collection<String> contenders) {
    List<Placing> placings = comparison.placings();
    double rounds = placings.stream().mapToDouble(Assessment::roundsNs).sum();
    double around = Math.max(0, spentNs - rounds) / Math.max(1, placings.size());
    double theirs =
        placings.stream()
            .filter(placing -> contenders.contains(placing.name()))
            .mapToDouble(placing -> roundsNs(placing) + around)
            .sum();
    return Math.min(spentNs, Math.round(theirs));
  }

  private static double roundsNs(Placing placing) {
    return placing.medianNs() == null ? 0 : placing.medianNs() * placing.rounds();
  }

  /** The same, ended for {@code reason}. */
  public Assessment stopped(StopRule.Reason reason) {
    return new Assessment(comparison, entrants, flags, grade, marginPercent, reason, spentNs);
  }
}
