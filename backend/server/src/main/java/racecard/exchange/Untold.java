package racecard.exchange;

import java.util.List;
import java.util.Objects;
import racecard.sample.Sample;
import racecard.sample.SampleKind;
import racecard.statistics.Assessment;
import racecard.statistics.Comparison;
import racecard.statistics.Entrant;
import racecard.statistics.Placing;
import racecard.statistics.Spread;
import racecard.statistics.StopRule;
import racecard.statistics.Verdict;

/**
 * The assessment of contenders that were not measured in turns: medians, and no verdict, since a
 * machine that drifts meanwhile would decide it.
 */
final class Untold {
  private static final String REASON = "not measured in turns with the others";
  private static final double MARGIN_PERCENT = 5;

  private Untold() {}

  static Assessment assessment(List<String> contenders, List<Sample> samples) {
    List<Sample> measured =
        samples.stream().filter(one -> one.kind() == SampleKind.MEASURED).toList();
    String first = contenders.getFirst();
    List<Placing> placings =
        contenders.stream().map(name -> placing(name, first, measured)).toList();
    int generations = (int) measured.stream().map(Sample::generation).distinct().count();
    return new Assessment(
        new Comparison(placings, List.of(), false, List.of(), generations, measured.size(), 0),
        contenders.stream().map(name -> entrant(name, first)).toList(),
        List.of(),
        "C",
        MARGIN_PERCENT,
        StopRule.Reason.COMPLETE,
        measured.stream().mapToLong(Untold::ns).reduce(0, Untold::plus));
  }

  private static long plus(long before, long ns) {
    return Math.min(AssessmentReader.LONGEST_SPENT_NS, before + ns);
  }

  private static Placing placing(String name, String first, List<Sample> measured) {
    double[] times =
        measured.stream()
            .filter(one -> one.contender().equals(name))
            .mapToDouble(Untold::ns)
            .toArray();
    return new Placing(
        name,
        first,
        null,
        Verdict.NONE,
        null,
        null,
        null,
        Spread.median(times),
        times.length,
        REASON);
  }

  private static Entrant entrant(String name, String first) {
    return new Entrant(name, first, false, 0, Double.POSITIVE_INFINITY);
  }

  private static long ns(Sample sample) {
    return Objects.requireNonNull(sample.wallNs());
  }
}
