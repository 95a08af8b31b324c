package racecard.worker;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import racecard.catalog.ContenderName;
import racecard.queue.JobId;
import racecard.queue.Lease;
import racecard.sample.Generation;
import racecard.sample.Sample;
import racecard.sample.SampleKind;
import racecard.statistics.Round;
import racecard.statistics.Spread;

/** What is kept of one cell: its generations and rounds, of all its jobs. */
record CellRecord(List<Generation> generations, List<Sample> samples) {

  static CellRecord of(int cell, List<Generation> generations, List<Sample> samples) {
    return new CellRecord(
        generations.stream().filter(generation -> generation.cell() == cell).toList(),
        samples.stream().filter(sample -> sample.cell() == cell).toList());
  }

  /** The generations that count. */
  List<Generation> complete() {
    return generations.stream().filter(Generation::complete).toList();
  }

  /** How many of them {@code job} measured. */
  int completeOf(JobId job) {
    return (int) complete().stream().filter(generation -> generation.job().equals(job)).count();
  }

  /** Rounds of blocks in complete generations, failed ones included. */
  List<Sample> measured() {
    return samples.stream().filter(sample -> sample.kind() == SampleKind.MEASURED).toList();
  }

  /** The valid ones of {@code contender}, in the order they were measured. */
  List<Sample> valid(ContenderName contender) {
    return valid().filter(sample -> sample.contender().equals(contender.toString())).toList();
  }

  int validRounds() {
    return (int) valid().count();
  }

  private Stream<Sample> valid() {
    return measured().stream().filter(Sample::valid);
  }

  /**
   * The rounds as the comparison takes them. Those of a contender that was given up stay out: the
   * blocks in which only it failed count for the others.
   */
  List<Round> rounds(List<ContenderName> racing) {
    Set<String> names = racing.stream().map(ContenderName::toString).collect(Collectors.toSet());
    return measured().stream()
        .filter(sample -> names.contains(sample.contender()))
        .map(CellRecord::round)
        .toList();
  }

  private static Round round(Sample sample) {
    return new Round(
        sample.generation(), sample.block(), sample.contender(), wallNs(sample), sample.valid());
  }

  static double wallNs(Sample sample) {
    Long wallNs = sample.wallNs();
    return wallNs == null ? 0 : wallNs;
  }

  /** How many blocks each generation has; empty before the first is complete. */
  OptionalInt blocks() {
    return measured().stream().mapToInt(Sample::block).max();
  }

  /** What has been spent on complete generations. */
  long spentNs() {
    return complete().stream().mapToLong(CellRecord::spentNs).sum();
  }

  private static long spentNs(Generation generation) {
    return Optional.ofNullable(generation.finishedAt())
        .map(end -> Duration.between(generation.startedAt(), end).toNanos())
        .orElse(0L);
  }

  /** The median time of N tasks; 0 without a valid round. */
  double medianWallNs(ContenderName contender) {
    return median(contender, CellRecord::wallNs);
  }

  /** The median length of a round, all its repeats together; 0 without a valid one. */
  double medianRoundNs(ContenderName contender) {
    return median(contender, sample -> wallNs(sample) * sample.repeats());
  }

  /** The median CPU time of N tasks; 0 where it is not known. */
  double medianCpuNs(ContenderName contender) {
    return median(contender, CellRecord::cpuNs);
  }

  private static double cpuNs(Sample sample) {
    Long cpuNs = sample.usage().cpuNs();
    return cpuNs == null ? 0 : (double) cpuNs / sample.repeats();
  }

  private double median(ContenderName contender, ToDoubleFunction<Sample> of) {
    double[] all = valid(contender).stream().mapToDouble(of).toArray();
    return all.length == 0 ? 0 : Spread.median(all);
  }

  /**
   * Why {@code contender} failed, one for each generation in which it did: complete ones, and those
   * that {@code lease} could not complete.
   */
  List<String> failures(ContenderName contender, Lease lease) {
    return generations.stream()
        .filter(generation -> generation.complete() || isOf(lease, generation))
        .flatMap(generation -> failure(contender, generation).stream())
        .toList();
  }

  private static boolean isOf(Lease lease, Generation generation) {
    return generation.job().equals(lease.job()) && generation.fence() == lease.fence();
  }

  private Optional<String> failure(ContenderName contender, Generation generation) {
    return samples.stream()
        .filter(sample -> sample.generation() == generation.number() && !sample.valid())
        .filter(sample -> sample.contender().equals(contender.toString()))
        .map(sample -> String.valueOf(sample.reason()))
        .findFirst();
  }
}
