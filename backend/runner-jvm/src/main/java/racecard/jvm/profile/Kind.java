package racecard.jvm.profile;

import java.time.Duration;
import jdk.jfr.consumer.RecordedClass;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedMethod;
import org.jspecify.annotations.Nullable;

/** What this runtime can know to have happened, as the protocol and the recorder call it. */
enum Kind {
  GC_PAUSE("gc_pause", "jdk.GCPhasePause", Duration.ZERO),
  LOCK_WAIT("lock_wait", "jdk.JavaMonitorEnter", Duration.ofNanos(100_000)),
  PINNED("pinned", "jdk.VirtualThreadPinned", Duration.ZERO),
  COMPILATION("compilation", "jdk.Compilation", Duration.ZERO);

  private final String id;
  private final String event;
  private final Duration threshold;

  Kind(String id, String event, Duration threshold) {
    this.id = id;
    this.event = event;
    this.threshold = threshold;
  }

  String id() {
    return id;
  }

  String event() {
    return event;
  }

  /** Shorter ones are not recorded. */
  Duration threshold() {
    return threshold;
  }

  /** Whether {@code happened} befell the tasks, or the process without the recorder's doing. */
  boolean counts(RecordedEvent happened) {
    return switch (this) {
      case GC_PAUSE -> true;
      case LOCK_WAIT, PINNED -> Stack.ofTasks(happened.getThread(), happened.getStackTrace());
      case COMPILATION -> !Stack.ofRecorder(happened.getValue("method"));
    };
  }

  /** Tells {@code happened} to a person; null where there is nothing to tell. */
  @Nullable String example(RecordedEvent happened) {
    return switch (this) {
      case GC_PAUSE -> null;
      case LOCK_WAIT -> waited(happened);
      case PINNED -> pinned(happened);
      case COMPILATION -> compiled(happened);
    };
  }

  private static String waited(RecordedEvent happened) {
    RecordedClass monitor = happened.getClass("monitorClass");
    return (monitor == null ? "a monitor" : monitor.getName())
        + ": "
        + Stack.name(happened.getThread())
        + " waited in "
        + Stack.application(happened.getStackTrace());
  }

  private static String pinned(RecordedEvent happened) {
    return Stack.application(happened.getStackTrace())
        + ": "
        + happened.getString("blockingOperation")
        + ", "
        + happened.getString("pinnedReason");
  }

  private static @Nullable String compiled(RecordedEvent happened) {
    RecordedMethod method = happened.getValue("method");
    return method == null ? null : Stack.name(method) + " by " + happened.getString("compiler");
  }
}
