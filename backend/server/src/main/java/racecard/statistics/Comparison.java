package racecard.statistics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All contenders of a cell, each compared with its baseline, with the leader and with every other
 * one.
 *
 * @param standings in the order of the entrants
 * @param leader the contender with the largest speed-up over the common reference; null when none
 *     can lead
 * @param controlDiffers whether a control was not tied with the contender it repeats, though it
 *     could be told
 * @param impossible the contenders that beat what is physically possible
 * @param invalidBlocks how many blocks were left out
 */
public record Comparison(
    List<Standing> standings,
    @Nullable String leader,
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

  /** The standing of the contender {@code name}. */
  public Optional<Standing> standing(String name) {
    return standings.stream().filter(standing -> standing.name().equals(name)).findFirst();
  }

  /** The ranked contenders, best first, ties in the order of their median. */
  public List<Standing> ranking() {
    List<Standing> ranked =
        new ArrayList<>(standings.stream().filter(standing -> standing.rank() != null).toList());
    ranked.sort(
        Comparator.comparingInt((Standing s) -> s.rank() == null ? 0 : s.rank())
            .thenComparingDouble(s -> s.medianNs() == null ? Double.MAX_VALUE : s.medianNs()));
    return ranked;
  }
}
