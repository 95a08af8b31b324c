package racecard.runner;

import java.util.Locale;

/** From when on a task's latency is counted. */
public enum LatencyOf {
  /** From the task's own start. */
  SERVICE,
  /** From the submission of all tasks together. */
  SUBMISSION;

  String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
