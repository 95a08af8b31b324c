package racecard.run;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Where a run stands, as its jobs say; the last three are final unless more is measured. */
public enum RunState {
  QUEUED,
  RUNNING,
  STOPPING,
  DONE,
  FAILED,
  CANCELLED;

  /** The state named {@code id}, if there is one. */
  public static Optional<RunState> find(String id) {
    return Stream.of(values()).filter(state -> state.id().equals(id)).findFirst();
  }

  /** The word in JSON and addresses. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether none of the run's jobs waits or runs. */
  public boolean isFinal() {
    return switch (this) {
      case QUEUED, RUNNING, STOPPING -> false;
      case DONE, FAILED, CANCELLED -> true;
    };
  }
}
