package racecard.web.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import racecard.report.Disturbance;
import racecard.report.NoiseEvidence;
import racecard.report.Surroundings;

/**
 * How undisturbed a run was measured, in numbers; null is what its host does not tell, never 0.
 *
 * @param noise every disturbance by its name, null where it is not known
 * @param notKnown the names of those that could not be read
 */
record EvidenceJson(
    int rounds,
    int overlappingRounds,
    int blocks,
    Map<String, @Nullable SeenJson> noise,
    List<Double> foreignCpuByBlock,
    @Nullable String clockSource,
    @Nullable Long clockGrainNs,
    List<String> notKnown) {

  record SeenJson(double share, @Nullable Double worstBlock) {}

  static EvidenceJson of(Surroundings surroundings) {
    NoiseEvidence seen = surroundings.noise();
    Map<String, @Nullable SeenJson> noise = new LinkedHashMap<>();
    for (Disturbance what : Disturbance.values()) {
      noise.put(what.id(), json(seen.seen().get(what)));
    }
    return new EvidenceJson(
        seen.rounds(),
        seen.overlapping(),
        seen.blocks(),
        noise,
        seen.foreignByBlock(),
        seen.clockSource(),
        seen.clockGrainNs(),
        seen.unknown().stream().map(Disturbance::id).toList());
  }

  private static @Nullable SeenJson json(NoiseEvidence.@Nullable Seen seen) {
    return seen == null ? null : new SeenJson(seen.share(), seen.worst());
  }
}
