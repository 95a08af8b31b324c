package racecard.statistics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All contenders of a cell, each compared with its baseline, and with the leader and every other
 * one of those that have the same baseline.
 *
 * @param placings in the order of the entrants
 * @param leaders of those with the same baseline, the one with the largest speed-up: the first for
 *     the baseline that was named first; without those of whom none can lead
 * @param controlDiffers whether a control was not tied with the contender it repeats, though it
 *     could be told
 * @param impossible the contenders that beat what is physically possible
 * @param invalidBlocks how many blocks were left out
 */
public record Comparison(
    List<Placing> placings,
    List<String> leaders,
    boolean controlDiffers,
    List<String> impossible,
    int generations,
    int blocks,
    int invalidBlocks) {
  /**
   * Compares {@code entrants} by their rounds; differences up to {@code marginPercent} do not
   * matter.
   */
  public static Comparison of(List<Round> rounds, List<Entrant> entrants, double marginPercent) {
    return new Comparing(Blocks.of(rounds), entrants, marginPercent).compare();
  }

  /** The first of the leaders; null when nobody can lead. */
  public @Nullable String leader() {
    return leaders.isEmpty() ? null : leaders.getFirst();
  }

  /**
   * Whether failed rounds left too little: too many blocks are invalid, or a contender was not
   * compared in {@code fewest} generations.
   */
  boolean lacks(int fewest) {
    return Blocks.tooMany(invalidBlocks, blocks)
        || placings.stream().anyMatch(placing -> lacks(placing.effect(), fewest));
  }

  private static boolean lacks(@Nullable Effect effect, int fewest) {
    return effect != null && effect.generations() < fewest;
  }

  /** The placing of the contender {@code name}. */
  public Optional<Placing> placing(String name) {
    return placings.stream().filter(placing -> placing.name().equals(name)).findFirst();
  }

  /** The ranked contenders, best first, ties in the order of their median. */
  public List<Placing> ranking() {
    List<Placing> ranked =
        new ArrayList<>(placings.stream().filter(placing -> placing.rank() != null).toList());
    ranked.sort(
        Comparator.comparingInt((Placing s) -> s.rank() == null ? 0 : s.rank())
            .thenComparingDouble(s -> s.medianNs() == null ? Double.MAX_VALUE : s.medianNs()));
    return ranked;
  }
}
