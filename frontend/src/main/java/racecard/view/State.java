package racecard.view;

import java.util.Locale;

/** Where a run stands, always shown as icon and word. */
public enum State {
  QUEUED,
  RUNNING,
  STOPPING,
  DONE,
  FAILED,
  CANCELLED;

  /** The word a person reads. */
  public String word() {
    return name().charAt(0) + id().substring(1);
  }

  /** The word in class names and addresses. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
