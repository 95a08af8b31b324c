package racecard.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import racecard.TestDatabase;
import racecard.catalog.ContenderName;
import racecard.catalog.Workload;
import racecard.queue.JobState;
import racecard.run.MoreAsked;
import racecard.run.MoreMeasured;
import racecard.run.Run;
import racecard.run.RunState;
import racecard.sample.Findings;
import racecard.sample.Outcome;
import racecard.sample.Profile;

/** A profile looks into real children, and changes nothing that was measured. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
final class ProfilingTest {
  private static final String SEQUENTIAL = "jvm/sequential";
  private static final String POOL = "jvm/process-pool";
  private static final TestDatabase DATABASE = TestDatabase.h2();
  private static final AtWork WORK = AtWork.on(DATABASE);
  private static Run run;

  @BeforeAll
  static void measure() {
    run =
        WORK.submit(AtWork.plan(Workload.POWER, Map.of("exponent", 20_000L), 4, SEQUENTIAL, POOL));
    assertThat(WORK.end(run).state()).isEqualTo(JobState.DONE);
  }

  @AfterAll
  static void close() {
    WORK.close();
    DATABASE.close();
  }

  @Test
  void every_contender_is_looked_into_and_the_verdict_stays_also_when_one_is_again() {
    List<Outcome> before = WORK.rooms.outcomes.of(run.id());
    int generations = WORK.rooms.samples.generations(run.id()).size();

    profile(List.of());

    Findings sequential = findings(SEQUENTIAL);
    assertThat(sequential.missing()).isEmpty();
    assertThat(sequential.rounds()).isPositive();
    assertThat(sequential.profiler()).isEqualTo("JFR");
    assertThat(sequential.functions())
        .first()
        .extracting(Findings.Function::name)
        .asString()
        .contains("Integer");
    assertThat(sequential.events()).extracting(Findings.Event::kind).contains("gc_pause", "pinned");
    Findings.Memory pool = Objects.requireNonNull(findings(POOL).memory());
    assertThat(pool.processes()).isGreaterThan(2);
    assertThat(pool.pssBytes()).isPositive().isLessThan(pool.rssBytes());

    Profile pooled = profiles(POOL).getFirst();
    profile(List.of(ContenderName.parse(SEQUENTIAL)));
    assertThat(profiles(SEQUENTIAL)).hasSize(1);
    assertThat(profiles(SEQUENTIAL).getFirst().job()).isNotEqualTo(pooled.job());
    assertThat(profiles(POOL)).containsExactly(pooled);

    assertThat(WORK.rooms.outcomes.of(run.id())).isEqualTo(before);
    assertThat(WORK.rooms.samples.generations(run.id())).hasSize(generations);
    assertThat(WORK.rooms.runs.find(run.id()).orElseThrow().state()).isEqualTo(RunState.DONE);
  }

  private static void profile(List<ContenderName> these) {
    assertThat(WORK.rooms.runs.measureMore(run.publicId(), new MoreAsked(0, 0, these, 1_000)))
        .isInstanceOf(MoreMeasured.Queued.class);
    assertThat(WORK.end(run).state()).isEqualTo(JobState.DONE);
  }

  private static Findings findings(String contender) {
    return profiles(contender).getFirst().findings();
  }

  private static List<Profile> profiles(String contender) {
    return WORK.rooms.profiles.of(run.id(), 0).stream()
        .filter(one -> one.contender().equals(contender))
        .toList();
  }
}
