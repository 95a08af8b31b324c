package racecard.exchange;

import static racecard.exchange.MeasuredReader.LONGEST_NS;
import static racecard.exchange.RunFileReader.maybe;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import racecard.sample.Generation;
import racecard.sample.Sample;
import racecard.sample.SampleKind;
import racecard.sample.Usage;

/** Reads the rounds of one generation. */
final class RoundReader {
  private static final int REPEATS = 1_000_000_000;
  private static final int PLACES = 100_000;

  private final Generation generation;
  private final Set<String> contenders;
  private int last;

  RoundReader(Generation generation, Set<String> contenders) {
    this.generation = generation;
    this.contenders = contenders;
  }

  Sample read(Spot spot) {
    boolean valid = spot.in("valid").flag();
    if (valid == spot.maybe("reason").isPresent()) {
      throw spot.wrong("must have a reason exactly when it is not valid");
    }
    Long wallNs = spot.orNull("wall_ns", ns -> ns.whole(valid ? 1 : 0, LONGEST_NS));
    if (valid && wallNs == null) {
      throw spot.wrong("must have wall_ns, since it is valid");
    }
    return new Sample(
        generation.cell(),
        generation.number(),
        seq(spot.in("seq")),
        spot.in("block").count(0, PLACES),
        spot.in("position").count(0, PLACES),
        MeasuredReader.contender(spot.in("contender"), contenders),
        kind(spot.in("kind")),
        valid,
        maybe(spot, "reason", 2_000),
        spot.in("started_ns").whole(Long.MIN_VALUE / 4, Long.MAX_VALUE / 4),
        wallNs,
        repeats(spot.in("repeats"), wallNs),
        maybe(spot, "checksum", 80),
        usage(spot),
        spot.in("counters").json(20_000));
  }

  private int seq(Spot spot) {
    int seq = spot.count(1, Integer.MAX_VALUE);
    if (seq <= last) {
      throw spot.wrong("must be larger than the one before");
    }
    last = seq;
    return seq;
  }

  private SampleKind kind(Spot spot) {
    SampleKind kind = spot.word(SampleKind::of);
    boolean fits =
        switch (kind) {
          case COLD, WARM_UP -> true;
          case MEASURED -> generation.complete();
          case PARTIAL -> !generation.complete();
        };
    if (!fits) {
      throw spot.wrong("must be measured in a generation that finished, else partial");
    }
    return kind;
  }

  private static int repeats(Spot spot, @Nullable Long wallNs) {
    int repeats = spot.count(1, REPEATS);
    if (wallNs != null && wallNs > LONGEST_NS / repeats) {
      throw spot.wrong("and wall_ns together are longer than any round");
    }
    return repeats;
  }

  private static Usage usage(Spot spot) {
    return new Usage(
        used(spot, "cpu_ns"),
        used(spot, "memory_bytes"),
        used(spot, "threads"),
        used(spot, "processes"),
        used(spot, "gc_ns"),
        used(spot, "gc_count"),
        used(spot, "compile_ns"),
        used(spot, "voluntary_switches"),
        used(spot, "involuntary_switches"));
  }

  private static @Nullable Long used(Spot spot, String name) {
    return spot.orNull(name, number -> number.whole(0, Long.MAX_VALUE / 4));
  }
}
