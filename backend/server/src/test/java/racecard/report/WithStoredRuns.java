package racecard.report;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import racecard.Database;
import racecard.Rooms;
import racecard.catalog.Plan;
import racecard.catalog.Workload;
import racecard.run.Run;

/** What tests of reports share: a database for each class, and runs that are stored in it. */
abstract class WithStoredRuns {
  static Rooms rooms;
  private static Database database;

  @BeforeAll
  static void openDatabase(@TempDir Path directory) {
    database = Database.embedded(directory);
    rooms = Rooms.on(database);
  }

  @AfterAll
  static void closeDatabase() {
    database.close();
  }

  /** A run of {@code plan} whose job is claimed. */
  static StoredRun measuring(Plan plan) {
    return StoredRun.of(rooms, plan).begin();
  }

  /** 10 tasks of 4 downloads by these contenders. */
  static Plan fetch(String... contenders) {
    return StoredRun.plan(Workload.FETCH, null, contenders);
  }

  static RunReport report(Run run) {
    return Reporter.on(rooms).of(run);
  }

  /** The report on a run that ended after three generations around these times in milliseconds. */
  static RunReport measured(Plan plan, Map<String, Double> ms) {
    return report(measuring(plan).generations(3, ms).done());
  }

  static RunSummary summary(Run run) {
    return Reporter.on(rooms).summaries(List.of(run)).getFirst();
  }
}
