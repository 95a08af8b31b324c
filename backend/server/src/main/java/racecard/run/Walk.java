package racecard.run;

/**
 * A direction to read the run table in.
 *
 * @param beyond which runs lie further on than {@code :from_id} and {@code :from_key}
 * @param by the order in which they come
 */
record Walk(String beyond, String by) {
  static Walk on(RunOrder order) {
    return switch (order) {
      case NEWEST -> new Walk("run.id < :from_id", "run.id desc");
      case OLDEST -> new Walk("run.id > :from_id", "run.id");
      case LABEL -> keyed("run.label", ">", "<", "run.label, run.id desc");
      case WORKLOAD -> keyed("run.workload", ">", "<", "run.workload, run.id desc");
    };
  }

  static Walk back(RunOrder order) {
    return switch (order) {
      case NEWEST -> on(RunOrder.OLDEST);
      case OLDEST -> on(RunOrder.NEWEST);
      case LABEL -> keyed("run.label", "<", ">", "run.label desc, run.id");
      case WORKLOAD -> keyed("run.workload", "<", ">", "run.workload desc, run.id");
    };
  }

  private static Walk keyed(String column, String key, String id, String by) {
    return new Walk(
        "(%1$s %2$s :from_key or (%1$s = :from_key and run.id %3$s :from_id))"
            .formatted(column, key, id),
        by);
  }
}
