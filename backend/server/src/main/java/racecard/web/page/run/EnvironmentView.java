package racecard.web.page.run;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import racecard.report.MeasuredOn;
import racecard.report.RunReport;
import racecard.report.Surroundings;
import racecard.view.Fact;
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
        facts(surroundings.evidence()));
  }

  private static List<Fact> facts(Map<String, String> facts) {
    return facts.entrySet().stream().map(e -> new Fact(e.getKey(), e.getValue())).toList();
  }
}
