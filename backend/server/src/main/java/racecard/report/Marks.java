package racecard.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import racecard.sample.Sample;
import racecard.sample.SampleKind;
import racecard.statistics.Spread;

/** Tells which rounds count, which are unusual and which are only kept. */
final class Marks {
  private final Set<Block> invalid;

  private record Block(int generation, int block) {
    static Block of(Sample sample) {
      return new Block(sample.generation(), sample.block());
    }
  }

  Marks(List<Sample> samples) {
    invalid =
        samples.stream()
            .filter(sample -> !sample.valid())
            .filter(sample -> sample.kind() == SampleKind.MEASURED)
            .map(Block::of)
            .collect(Collectors.toUnmodifiableSet());
  }

  /** Whether the round is in the estimate. */
  boolean counts(Sample sample) {
    return sample.kind() == SampleKind.MEASURED && !invalid.contains(Block.of(sample));
  }

  /** The rounds of one contender that have a time, warm-up and cold ones left out. */
  List<Mark> of(List<Sample> rounds) {
    List<Sample> timed = rounds.stream().filter(Marks::shown).toList();
    boolean[] unusual =
        Spread.unusual(timed.stream().filter(this::counts).mapToDouble(Marks::wallNs).toArray());
    List<Mark> marks = new ArrayList<>();
    int counted = 0;
    for (Sample sample : timed) {
      boolean far = counts(sample) && unusual[counted++];
      marks.add(new Mark(wallNs(sample), far ? Mark.Kind.UNUSUAL : kind(sample)));
    }
    return marks;
  }

  private Mark.Kind kind(Sample sample) {
    if (!sample.valid() || invalid.contains(Block.of(sample))) {
      return Mark.Kind.INVALID;
    }
    return sample.kind() == SampleKind.PARTIAL ? Mark.Kind.PARTIAL : Mark.Kind.USUAL;
  }

  private static boolean shown(Sample sample) {
    return sample.wallNs() != null
        && switch (sample.kind()) {
          case MEASURED, PARTIAL -> true;
          case COLD, WARM_UP -> false;
        };
  }

  private static double wallNs(Sample sample) {
    return Objects.requireNonNull(sample.wallNs());
  }
}
