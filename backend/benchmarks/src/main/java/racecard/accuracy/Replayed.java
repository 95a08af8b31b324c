package racecard.accuracy;

import static racecard.statistics.Verdict.FASTER;
import static racecard.statistics.Verdict.SLOWER;

import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import racecard.statistics.Assessment;
import racecard.statistics.Placing;

/** Replayed: jobs drawn from rounds that a real machine measured beside a busy neighbour. */
final class Replayed {
  private static final double TENTH = Math.log(1.10);
  private static final double FIFTH = Math.log(1.20);

  private final Recording recording;
  private final int jobs;

  /** As many jobs for each number. */
  Replayed(Recording recording, int jobs) {
    this.recording = recording;
    this.jobs = jobs;
  }

  List<Figure> figures() {
    return List.of(
        rate(0, 5, Replayed::different)
            .atMost(0.01, "M1", "A/A called different, per comparison, replayed"),
        Rate.of(jobs, seed -> recording.job(seed, Recording.CLONES, 0, 5), Replayed::anyDiffers)
            .atMost(0.05, "M1", "A/A called different, per job of 4 clones, replayed"),
        rate(TENTH, 3, placing -> placing.verdict() == FASTER)
            .atMost(0, "M2", "+10 % called faster, replayed"),
        rate(FIFTH, 3, placing -> placing.verdict() == SLOWER)
            .atLeast(0.90, "M2", "+20 % called slower, replayed"),
        rate(0, 5, placing -> covers(placing, 0))
            .atLeast(0.93, "M3", "the interval covers 1.00, replayed"),
        rate(TENTH, 5, placing -> covers(placing, -TENTH))
            .atLeast(0.93, "M3", "the interval covers 1.10, replayed"));
  }

  private Rate rate(double effect, double marginPercent, Predicate<Placing> counts) {
    return Rate.of(
        jobs,
        seed -> recording.job(seed, 2, effect, marginPercent),
        job -> counts.test(job.comparison().placings().get(1)));
  }

  private static boolean anyDiffers(Assessment job) {
    return job.comparison().placings().stream().skip(1).anyMatch(Replayed::different);
  }

  private static boolean different(Placing placing) {
    return placing.verdict() == FASTER || placing.verdict() == SLOWER;
  }

  private static boolean covers(Placing placing, double truth) {
    var effect = Objects.requireNonNull(placing.effect());
    return effect.low() <= truth && truth <= effect.high();
  }
}
