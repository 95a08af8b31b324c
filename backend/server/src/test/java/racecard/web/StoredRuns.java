package racecard.web;

import java.util.List;
import java.util.Map;
import racecard.Rooms;
import racecard.catalog.Workload;
import racecard.report.StoredRun;
import racecard.run.Run;

/** Runs with a result, in the database of a test server. */
final class StoredRuns {
  static final String SEQUENTIAL = "jvm/sequential";
  static final String THREADS = "jvm/threads";
  static final String PROCESSES = "jvm/processes";

  private StoredRuns() {}

  /** Threads ten times as fast as sequential, processes skipped. */
  static Run done(TestServer server, String label, List<String> tags, String note) {
    return StoredRun.labelled(
            Rooms.on(server.database),
            StoredRun.plan(Workload.FETCH, null, SEQUENTIAL, THREADS, PROCESSES),
            label,
            tags,
            note)
        .begin()
        .skipped(PROCESSES, "too many <processes> at once", "ask for fewer")
        .wobbling(THREADS, 0.01)
        .limitMs(THREADS, 80)
        .generations(3, Map.of(SEQUENTIAL, 1000.0, THREADS, 100.0))
        .done();
  }
}
