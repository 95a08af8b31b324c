package racecard.report;

import static org.assertj.core.api.Assertions.assertThat;
import static racecard.report.StoredRun.plan;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import racecard.catalog.Parameters;
import racecard.catalog.Plan;
import racecard.catalog.Workload;

/** What the table of all numbers claims, and where it says that it cannot. */
final class TableTest extends WithStoredRuns {
  private static final String PYTHON = "cpython-3.11/";

  @Test
  void a_run_of_the_articles_work_shows_the_articles_ratios_with_their_source() {
    Plan plan =
        plan(
            Workload.POWER,
            null,
            PYTHON + "sequential",
            PYTHON + "threads",
            PYTHON + "thread-pool");
    Map<String, Double> ms =
        Map.of(
            PYTHON + "sequential",
            1200.0,
            PYTHON + "threads",
            1210.0,
            PYTHON + "thread-pool",
            1205.0);
    Table table = Table.of(measured(plan, ms));
    int column = table.columns().indexOf("× in the article");
    assertThat(table.rows())
        .extracting(row -> row.contender().label() + " " + row.cells().get(column))
        .containsExactlyInAnyOrder("sequential 1.00", "threads 0.88", "thread-pool –");
    assertThat(table.notes())
        .containsExactly(
            "× in the article: measured on its author’s laptop with CPython; sequential 2.18 s,"
                + " threads 2.47 s, processes 1.12 s, gevent 2.23 s, asyncio 2.23 s.");
  }

  @Test
  void downloads_are_the_articles_only_with_its_delay_and_its_origin() {
    assertThat(columns(Parameters.defaults(Workload.FETCH))).contains("× in the article");
    assertThat(columns(Parameters.of(Workload.FETCH, Map.of("delay_ms", 51L))))
        .doesNotContain("× in the article");
    List<String> own = Collections.nCopies(4, "http://example.org/");
    assertThat(columns(new Parameters(Workload.FETCH, new LinkedHashMap<>(), own)))
        .doesNotContain("× in the article");
  }

  private static List<String> columns(Parameters parameters) {
    Plan plan = plan(parameters, null, PYTHON + "sequential", PYTHON + "threads");
    Map<String, Double> ms = Map.of(PYTHON + "sequential", 2000.0, PYTHON + "threads", 210.0);
    return Table.of(measured(plan, ms)).columns();
  }

  @Test
  void speed_ups_on_different_runtimes_are_said_to_tell_only_where_each_has_its_own_baseline() {
    assertThat(notes(Workload.POWER, null))
        .containsExactly(
            "Seconds on different runtimes cannot tell which strategy is better: their big-integer"
                + " libraries differ. Speed-ups can.");
    assertThat(notes(Workload.POWER, "jvm/sequential"))
        .containsExactly(
            "Seconds on different runtimes cannot tell which strategy is better: their big-integer"
                + " libraries differ. Speed-ups by one baseline for all cannot either.");
    assertThat(notes(Workload.SLEEP, null))
        .singleElement()
        .asString()
        .endsWith("speed-ups are by each runtime’s own baseline.");
    assertThat(notes(Workload.SLEEP, "jvm/sequential"))
        .singleElement()
        .asString()
        .endsWith("and so do speed-ups by one baseline for all.");
  }

  private static List<String> notes(Workload workload, @Nullable String baseline) {
    Plan plan = plan(workload, baseline, "jvm/sequential", "node-20/sequential");
    Map<String, Double> ms = Map.of("jvm/sequential", 200.0, "node-20/sequential", 300.0);
    return Table.of(measured(plan, ms)).notes();
  }
}
