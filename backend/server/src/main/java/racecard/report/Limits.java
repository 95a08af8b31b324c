package racecard.report;

import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;
import racecard.statistics.Assessment;
import racecard.statistics.Entrant;

/** What no contender of a run can beat. */
final class Limits {
  private Limits() {}

  /** The lowest limit of any contender; null where none is known. */
  static @Nullable Limit of(Stored stored, List<ContenderResult> contenders) {
    Assessment assessment = stored.assessment();
    if (assessment == null) {
      return null;
    }
    OptionalDouble waiting =
        assessment.entrants().stream()
            .mapToDouble(Entrant::limitNs)
            .filter(limit -> limit > 0)
            .min();
    if (waiting.isPresent()) {
      return new Limit(waiting.getAsDouble(), "waiting alone");
    }
    return stored.names().severalRuntimes() ? null : computing(assessment, contenders);
  }

  private static @Nullable Limit computing(
      Assessment assessment, List<ContenderResult> contenders) {
    for (Entrant entrant : assessment.entrants()) {
      double most = entrant.mostSpeedUp();
      if (!entrant.isBaseline() && !entrant.control() && !Double.isInfinite(most) && most > 1) {
        return median(entrant.baseline(), contenders)
            .mapToObj(ns -> new Limit(ns / most, "all cores busy"))
            .findFirst()
            .orElse(null);
      }
    }
    return null;
  }

  private static DoubleStream median(String name, List<ContenderResult> contenders) {
    return contenders.stream()
        .filter(contender -> contender.name().equals(name))
        .map(ContenderResult::medianNs)
        .filter(Objects::nonNull)
        .mapToDouble(ns -> ns);
  }
}
