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

  /** The outline of its icon, on a drawing 16 wide and high. */
  public String icon() {
    return switch (this) {
      case QUEUED -> "M8 2.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11M8 5v3.2l2 1.6";
      case RUNNING -> "M5.5 3.5v9l7-4.5z";
      case STOPPING -> "M4.5 4.5h7v7h-7z";
      case DONE -> "M3 8.5l3.5 3.5L13 4.5";
      case FAILED -> "M4 4l8 8M12 4l-8 8";
      case CANCELLED -> "M8 2.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11M4.2 11.8l7.6-7.6";
    };
  }

  /** The word in class names and addresses. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
