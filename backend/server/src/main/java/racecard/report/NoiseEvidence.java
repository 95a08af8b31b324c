package racecard.report;

import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What was seen of noise while a run was measured; what is not told is not in it, never 0.
 *
 * @param rounds those with a time
 * @param overlapping those that began before another had ended
 * @param blocks those in which every round counts; the rest says nothing of the host
 * @param seen the shares, by what was counted
 * @param foreignByBlock the share of all cores that other programs used, block by block
 * @param clockSource where the kernel reads the time from; null where it does not tell
 * @param clockGrainNs the smallest step of the clock; null where it was not noted
 * @param origin whether the local origin took part
 */
public record NoiseEvidence(
    int rounds,
    int overlapping,
    int blocks,
    SequencedMap<Disturbance, Seen> seen,
    List<Double> foreignByBlock,
    @Nullable String clockSource,
    @Nullable Long clockGrainNs,
    boolean origin) {

  /** Copies the list. */
  public NoiseEvidence {
    foreignByBlock = List.copyOf(foreignByBlock);
  }

  /**
   * A share.
   *
   * @param share over all blocks
   * @param worst in the block where it was largest; null where it is not counted per block
   */
  public record Seen(double share, @Nullable Double worst) {}

  /** What could not be read where it was measured, though it would have been counted. */
  public List<Disturbance> unknown() {
    return Stream.of(Disturbance.values())
        .filter(one -> origin || one != Disturbance.ORIGIN_CORE)
        .filter(one -> !seen.containsKey(one))
        .toList();
  }

  /** The same in words, name to text. */
  void into(Map<String, String> texts) {
    seen.forEach((what, share) -> texts.put(what.title(), text(what, share)));
    if (clockGrainNs != null) {
      texts.put("Clock", clock(clockGrainNs));
    }
    String unknown = String.join(", ", unknown().stream().map(NoiseEvidence::lower).toList());
    if (blocks > 0 && !unknown.isEmpty()) {
      texts.put("Not known here", unknown);
    }
  }

  private static String text(Disturbance what, Seen share) {
    String all = Figures.percent(Math.max(0, share.share()));
    Double worst = share.worst();
    String most = worst == null ? all : Figures.percent(Math.max(0, worst));
    String rest = most.equals(all) ? "" : ", %s in the worst block".formatted(most);
    return "%s %s%s".formatted(all, what.of(), rest);
  }

  private String clock(long grainNs) {
    String source = clockSource == null ? "" : clockSource + ", ";
    return "%sin steps of %s".formatted(source, Figures.time((double) grainNs));
  }

  private static String lower(Disturbance what) {
    return Character.toLowerCase(what.title().charAt(0)) + what.title().substring(1);
  }
}
