package racecard.web.api;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import racecard.report.ContenderResult;
import racecard.report.ContenderState;
import racecard.report.Medians;
import racecard.report.Percentiles;
import racecard.sample.Findings;
import racecard.sample.Profile;
import racecard.statistics.Effect;
import racecard.statistics.Placing;
import racecard.statistics.Verdict;

/** One contender of a run: what was measured of it and how it compares. */
record ContenderJson(
    String name,
    String baseline,
    String status,
    @Nullable Integer rank,
    String verdict,
    @Nullable Long medianNs,
    @Nullable EffectJson speedUp,
    @Nullable VersusLeaderJson versusLeader,
    @Nullable String checksum,
    @Nullable Boolean correct,
    int rounds,
    int invalidRounds,
    @Nullable Integer effectiveInFlight,
    @Nullable Long coldNs,
    @Nullable Long setupNs,
    @Nullable Double efficiency,
    @Nullable Double coresUsed,
    @Nullable Long cpuNs,
    @Nullable Long memoryBytes,
    @Nullable Long threads,
    @Nullable Long processes,
    @Nullable Percentiles latencyNs,
    @Nullable String reason,
    @Nullable ProfileJson profile) {

  private record ProfileJson(Instant takenAt, Findings findings) {
    static @Nullable ProfileJson of(@Nullable Profile profile) {
      return profile == null ? null : new ProfileJson(profile.takenAt(), profile.findings());
    }
  }

  /** A ratio with its interval; without ends where too few rounds give none. */
  private record EffectJson(double estimate, @Nullable Double low, @Nullable Double high) {
    static EffectJson of(Effect effect) {
      return new EffectJson(effect.speedUp(), lowest(effect), highest(effect));
    }
  }

  private record VersusLeaderJson(
      String verdict, double estimate, @Nullable Double low, @Nullable Double high) {
    static VersusLeaderJson of(Effect effect, Verdict verdict) {
      return new VersusLeaderJson(verdict.id(), effect.speedUp(), lowest(effect), highest(effect));
    }
  }

  static ContenderJson of(ContenderResult one) {
    Placing placing = one.placing();
    Verdict verdict = placing == null ? Verdict.NONE : placing.verdict();
    Effect effect = placing == null ? null : placing.effect();
    Medians medians = one.medians();
    return new ContenderJson(
        one.name(),
        one.baseline(),
        one.state().id(),
        placing == null ? null : placing.rank(),
        verdict.id(),
        rounded(one.medianNs()),
        effect == null ? null : EffectJson.of(effect),
        versusLeader(placing),
        one.checksum(),
        one.correct(),
        one.rounds(),
        one.invalidRounds(),
        one.effectiveInFlight(),
        one.coldNs(),
        one.setupNs(),
        one.efficiency(),
        medians.coresUsed(),
        rounded(medians.cpuNs()),
        rounded(medians.memoryBytes()),
        rounded(medians.threads()),
        rounded(medians.processes()),
        Percentiles.of(one.service()),
        reason(one, verdict),
        ProfileJson.of(one.profile()));
  }

  private static @Nullable VersusLeaderJson versusLeader(@Nullable Placing placing) {
    Effect effect = placing == null ? null : placing.versusLeader();
    Verdict verdict = placing == null ? null : placing.versusLeaderVerdict();
    return effect == null || verdict == null ? null : VersusLeaderJson.of(effect, verdict);
  }

  private static @Nullable String reason(ContenderResult one, Verdict verdict) {
    if (one.reason() != null || verdict != Verdict.NONE) {
      return one.reason();
    }
    return one.state() == ContenderState.WAITING
        ? "not measured yet"
        : "nothing was measured to divide by";
  }

  private static @Nullable Double lowest(Effect effect) {
    return Double.isInfinite(effect.low()) ? null : effect.speedUpLow();
  }

  private static @Nullable Double highest(Effect effect) {
    return Double.isInfinite(effect.high()) ? null : effect.speedUpHigh();
  }

  private static @Nullable Long rounded(@Nullable Double number) {
    return number == null ? null : Math.round(number);
  }
}
