package racecard.web.page.run;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import racecard.report.Disturbance;
import racecard.report.Figures;
import racecard.report.MeasuredOn;
import racecard.report.NoiseEvidence;
import racecard.report.RunReport;
import racecard.report.Surroundings;
import racecard.statistics.HostFlags;
import racecard.view.Fact;
import racecard.view.chart.Strip;
import racecard.view.run.Environment;
import racecard.web.page.host.HostPages;

/** What a run was measured on, and how undisturbed. */
final class EnvironmentView {
  private EnvironmentView() {}

  /** Null before a generation began; {@code access} says whether the host's page can be opened. */
  static @Nullable Environment of(RunReport report, boolean access) {
    Surroundings surroundings = report.surroundings();
    MeasuredOn host = report.host();
    if (surroundings == null) {
      return null;
    }
    return new Environment(
        access && host != null && report.run().imported() == null
            ? HostPages.href(host.name())
            : null,
        facts(surroundings.facts()),
        surroundings.alone(),
        facts(surroundings.evidence()),
        strip(surroundings.noise()));
  }

  private static @Nullable Strip strip(NoiseEvidence noise) {
    NoiseEvidence.Seen seen = noise.seen().get(Disturbance.FOREIGN_CPU);
    Double worst = seen == null ? null : seen.worst();
    if (seen == null || worst == null) {
      return null;
    }
    String summary =
        "%s of all cores, %s in the worst of %s"
            .formatted(
                Figures.percent(seen.share()),
                Figures.percent(worst),
                Figures.count(noise.foreignByBlock().size()) + " blocks");
    return Strip.of(
        "Other programs, block by block",
        summary,
        noise.foreignByBlock(),
        HostFlags.BUSY,
        "the line is %s, beyond which their average is a warning"
            .formatted(Figures.margin(100 * HostFlags.BUSY)));
  }

  private static List<Fact> facts(Map<String, String> facts) {
    return facts.entrySet().stream().map(e -> new Fact(e.getKey(), e.getValue())).toList();
  }
}
