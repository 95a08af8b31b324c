package racecard.jvm;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import racecard.jvm.line.Message;

/** The timeline of one round, put together from its pieces. */
record Timeline(List<List<Long>> tasks) {
  static Timeline of(Prepared prepared, long round) {
    List<List<Long>> tasks = new ArrayList<>();
    int total;
    do {
      Message piece =
          prepared.timeline(
              Message.of("timeline").with("round", round).with("from", (long) tasks.size()));
      Message read = Message.read(piece.json());
      total = read.count("total", 0, Integer.MAX_VALUE);
      List<?> rows = (List<?>) Objects.requireNonNull(read.fields().get("tasks"));
      for (Object row : rows) {
        tasks.add(((List<?>) row).stream().map(number -> (Long) number).toList());
      }
    } while (tasks.size() < total);
    return new Timeline(tasks);
  }

  /** The most tasks between their start and their end at any moment. */
  int mostAtOnce() {
    List<long[]> changes = new ArrayList<>();
    for (List<Long> task : tasks) {
      changes.add(new long[] {task.get(1), 1});
      changes.add(new long[] {task.get(2), -1});
    }
    changes.sort(
        Comparator.<long[]>comparingLong(change -> change[0])
            .thenComparingLong(change -> change[1]));
    int now = 0;
    int most = 0;
    for (long[] change : changes) {
      now += (int) change[1];
      most = Math.max(most, now);
    }
    return most;
  }
}
