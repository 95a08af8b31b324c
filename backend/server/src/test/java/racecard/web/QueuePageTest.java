package racecard.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import racecard.host.HostFacts;
import racecard.host.WorkerState;
import racecard.queue.ClaimedJob;
import racecard.queue.InTransaction;
import racecard.queue.JobEnd;

final class QueuePageTest {
  private static TestServer server;

  @BeforeAll
  static void open(@TempDir Path directory) {
    server = TestServer.open(directory);
  }

  @AfterAll
  static void close() {
    server.close();
  }

  @Test
  void runs_go_from_waiting_by_in_progress_to_finished() {
    TestServer.Visitor visitor = server.visitor();
    String first = visitor.submit("{\"workload\":\"sleep\",\"label\":\"the first\"}");
    String second = visitor.submit("{\"workload\":\"sleep\",\"label\":\"the second\"}");
    String waiting = visitor.get("/queue").body();
    assertThat(waiting.indexOf("the first")).isBetween(1, waiting.indexOf("the second"));
    assertThat(waiting).contains("None was ever heard of", "/runs/" + second + "/cancellation");

    server.rooms.hosts().begin(HostFacts.read(), "owner", "0.1.0");
    server.rooms.hosts().seen("owner", WorkerState.IDLE);
    ClaimedJob job = server.rooms.queue().claim("owner", HostFacts.read().name()).orElseThrow();
    String running = visitor.get("/queue").body();
    assertThat(running)
        .contains("/runs/" + first + "/cancellation")
        .doesNotContain("None was ever");
    assertThat(visitor.get("/").body())
        .contains("measuring " + first, "/runs/" + first, "Then: “the second”");

    server.rooms.queue().finish(job.lease(), new JobEnd.Done(), InTransaction.NOTHING);
    assertThat(visitor.get("/queue").body()).contains("/runs/" + first);
    assertThat(visitor.get("/").body()).doesNotContain("measuring " + first).contains("idle");
  }

  @Test
  void a_person_pauses_and_resumes() {
    TestServer.Visitor visitor = server.visitor();
    String paused = visitor.follow(visitor.form("/queue/pause")).body();
    assertThat(server.rooms.pause().paused()).isTrue();
    assertThat(paused).contains("The queue is paused", "/queue/resumption");
    assertThat(visitor.form("/queue/pause").statusCode()).isEqualTo(303);
    String resumed = visitor.follow(visitor.form("/queue/resumption")).body();
    assertThat(server.rooms.pause().paused()).isFalse();
    assertThat(resumed).contains("/queue/pause").doesNotContain("The queue is paused");
  }
}
