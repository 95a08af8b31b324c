package racecard.report;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import racecard.catalog.ContenderName;
import racecard.catalog.Plan;
import racecard.sample.Generation;
import racecard.sample.Sample;
import racecard.sample.SampleKind;
import racecard.statistics.Assessment;
import racecard.statistics.Comparison;
import racecard.statistics.Effect;
import racecard.statistics.Placing;
import racecard.statistics.Round;

/**
 * Contenders that are compared with each other: those of one runtime where each has its own
 * baseline, else all of a run.
 *
 * @param runtime empty for all of a run
 */
record Compared(String runtime, Assessment assessment) {

  /** What the rounds of a run come to; empty before there is an assessment. */
  static List<Compared> of(Stored stored) {
    Assessment assessment = stored.assessment();
    if (assessment == null) {
      return List.of();
    }
    return of(stored.plan(), assessment, rounds(stored));
  }

  /** The same from an assessment and its rounds. */
  static List<Compared> of(Plan plan, Assessment assessment, List<Round> rounds) {
    List<String> runtimes = runtimes(plan, assessment);
    if (runtimes.isEmpty()) {
      return List.of(new Compared("", assessment));
    }
    return runtimes.stream()
        .map(runtime -> new Compared(runtime, again(assessment, runtime, rounds)))
        .toList();
  }

  /** The same from an assessment alone, which cannot tell who ties within a runtime. */
  static List<Compared> of(Plan plan, Assessment assessment) {
    List<String> runtimes = runtimes(plan, assessment);
    return runtimes.isEmpty()
        ? List.of(new Compared("", assessment))
        : runtimes.stream()
            .map(runtime -> new Compared(runtime, part(assessment, runtime)))
            .toList();
  }

  /** The contender that leads; null when none does. */
  @Nullable String leader() {
    return assessment.comparison().leader();
  }

  /** The runtimes that are compared each by itself; empty where all are compared together. */
  private static List<String> runtimes(Plan plan, Assessment assessment) {
    List<String> runtimes =
        assessment.entrants().stream().map(entrant -> runtime(entrant.name())).distinct().toList();
    return plan.baseline() != null || runtimes.size() < 2 ? List.of() : runtimes;
  }

  private static Assessment again(Assessment all, String runtime, List<Round> rounds) {
    return with(
        all,
        runtime,
        Comparison.of(
            rounds.stream().filter(round -> runtime(round.contender()).equals(runtime)).toList(),
            all.entrants().stream().filter(one -> runtime(one.name()).equals(runtime)).toList(),
            all.marginPercent()));
  }

  private static Assessment part(Assessment all, String runtime) {
    Comparison whole = all.comparison();
    List<Placing> placings =
        whole.placings().stream().filter(one -> runtime(one.name()).equals(runtime)).toList();
    return with(
        all,
        runtime,
        new Comparison(
            placings.stream().map(Compared::alone).toList(),
            leader(placings),
            whole.controlDiffers(),
            whole.impossible().stream().filter(name -> runtime(name).equals(runtime)).toList(),
            whole.generations(),
            whole.blocks(),
            whole.invalidBlocks()));
  }

  private static Assessment with(Assessment all, String runtime, Comparison comparison) {
    return new Assessment(
        comparison,
        all.entrants().stream().filter(one -> runtime(one.name()).equals(runtime)).toList(),
        all.flags(),
        all.grade(),
        all.marginPercent(),
        all.stop(),
        all.spentNs());
  }

  // How it compares with a leader on another runtime says nothing here.
  private static Placing alone(Placing one) {
    return new Placing(
        one.name(),
        one.baseline(),
        one.rank(),
        one.verdict(),
        one.effect(),
        null,
        null,
        one.medianNs(),
        one.rounds(),
        one.reason());
  }

  private static @Nullable String leader(List<Placing> placings) {
    return placings.stream()
        .filter(placing -> placing.rank() != null)
        .max(Comparator.comparingDouble(Compared::theta))
        .map(Placing::name)
        .orElse(null);
  }

  private static double theta(Placing placing) {
    Effect effect = placing.effect();
    return effect == null ? 0 : effect.theta();
  }

  private static List<Round> rounds(Stored stored) {
    Set<Integer> complete =
        stored.generations().stream()
            .filter(Generation::complete)
            .map(Generation::number)
            .collect(Collectors.toSet());
    Marks marks = new Marks(stored.samples());
    return stored.samples().stream()
        .filter(sample -> sample.kind() == SampleKind.MEASURED)
        .filter(sample -> complete.contains(sample.generation()))
        .map(sample -> round(sample, marks.counts(sample)))
        .toList();
  }

  // A round that failed on any runtime makes its whole block invalid.
  private static Round round(Sample sample, boolean counts) {
    return new Round(
        sample.generation(),
        sample.block(),
        sample.contender(),
        Objects.requireNonNullElse(sample.wallNs(), 0L),
        counts);
  }

  private static String runtime(String contender) {
    return ContenderName.parse(contender).runtime();
  }
}
