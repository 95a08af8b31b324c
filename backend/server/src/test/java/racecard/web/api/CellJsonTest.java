package racecard.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import racecard.Database;
import racecard.Rooms;
import racecard.catalog.Levels;
import racecard.catalog.Workload;
import racecard.report.Reporter;
import racecard.report.Reports;
import racecard.report.StoredRun;
import racecard.run.Run;

final class CellJsonTest {
  private static final Map<String, Double> TIMES =
      Map.of("jvm/sequential", 500.0, "jvm/threads", 250.0);

  @Test
  void each_cell_is_read_once(@TempDir Path directory) {
    try (Database database = Database.embedded(directory)) {
      Rooms rooms = Rooms.on(database);
      StoredRun story =
          StoredRun.of(
              rooms,
              StoredRun.plan(Workload.SLEEP, null, "jvm/sequential", "jvm/threads").with(10, 1),
              new Levels(List.of(1, 2, 4), List.of(), List.of()));
      for (int cell = 0; cell < 3; cell++) {
        story.begin().generations(3, TIMES).done();
      }
      Run run = story.now();
      Reports reports = Reporter.on(rooms);
      List<Integer> read = new ArrayList<>();
      RunJson json =
          RunJson.of(
              reports.sweep(run),
              cell -> {
                read.add(cell);
                return reports.of(run, cell);
              },
              "");
      assertThat(read).containsExactlyInAnyOrder(0, 1, 2);
      assertThat(json.cells()).hasSize(3);
    }
  }
}
