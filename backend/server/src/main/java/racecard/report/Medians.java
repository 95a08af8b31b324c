package racecard.report;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import racecard.sample.Sample;
import racecard.sample.Usage;
import racecard.statistics.Spread;

/**
 * What a typical round of one contender used; null is what nobody could read.
 *
 * @param coresUsed CPU time ÷ wall time
 * @param cpuNs of N tasks
 * @param memoryBytes the peak of its whole child tree
 * @param switches voluntary and involuntary ones together, of N tasks
 */
public record Medians(
    @Nullable Double coresUsed,
    @Nullable Double cpuNs,
    @Nullable Double memoryBytes,
    @Nullable Double threads,
    @Nullable Double processes,
    @Nullable Double switches,
    @Nullable Double gcCount,
    @Nullable Double gcNs) {

  /** The medians of these valid rounds. */
  static Medians of(List<Sample> rounds) {
    return new Medians(
        median(rounds, Medians::coresUsed),
        median(rounds, Medians::cpuNs),
        median(rounds, sample -> number(sample.usage().memoryBytes())),
        median(rounds, sample -> number(sample.usage().threads())),
        median(rounds, sample -> number(sample.usage().processes())),
        median(rounds, Medians::switches),
        median(rounds, sample -> share(sample, sample.usage().gcCount())),
        median(rounds, sample -> share(sample, sample.usage().gcNs())));
  }

  private static @Nullable Double coresUsed(Sample sample) {
    Double cpu = cpuNs(sample);
    Long wall = sample.wallNs();
    return cpu == null || wall == null || wall == 0 ? null : cpu / wall;
  }

  private static @Nullable Double cpuNs(Sample sample) {
    return share(sample, sample.usage().cpuNs());
  }

  // Counters are of the whole round, times are of N tasks.
  private static @Nullable Double share(Sample sample, @Nullable Long counted) {
    return counted == null ? null : (double) counted / sample.repeats();
  }

  private static @Nullable Double switches(Sample sample) {
    Usage usage = sample.usage();
    Long voluntary = usage.voluntarySwitches();
    Long involuntary = usage.involuntarySwitches();
    return voluntary == null || involuntary == null ? null : share(sample, voluntary + involuntary);
  }

  private static @Nullable Double number(@Nullable Long number) {
    return number == null ? null : number.doubleValue();
  }

  private static @Nullable Double median(
      List<Sample> rounds, Function<Sample, @Nullable Double> of) {
    double[] known =
        rounds.stream()
            .map(of)
            .filter(Objects::nonNull)
            .mapToDouble(number -> Objects.requireNonNull(number))
            .toArray();
    return known.length == 0 ? null : Spread.median(known);
  }
}
