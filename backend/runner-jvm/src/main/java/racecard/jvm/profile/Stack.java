package racecard.jvm.profile;

import java.util.List;
import java.util.Objects;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedMethod;
import jdk.jfr.consumer.RecordedStackTrace;
import jdk.jfr.consumer.RecordedThread;
import jdk.jfr.consumer.RecordedThreadGroup;
import org.jspecify.annotations.Nullable;

/** Reads who did what from threads and their stacks, whose frames begin with the innermost one. */
final class Stack {
  private static final List<String> JDK = List.of("java.", "javax.", "jdk.", "sun.", "com.sun.");
  // The recorder makes classes when it begins.
  private static final List<String> RECORDER = List.of("jdk.jfr.", "jdk.internal.classfile.");

  private Stack() {}

  /**
   * Whether the tasks or what executes them were at work, and neither the VM's own threads nor the
   * recorder nor the protocol, whose thread executes tasks too.
   */
  static boolean ofTasks(@Nullable RecordedThread thread, @Nullable RecordedStackTrace trace) {
    if (thread == null || trace == null || trace.getFrames().isEmpty() || ofVm(thread)) {
      return false;
    }
    boolean protocol = false;
    for (RecordedFrame frame : trace.getFrames()) {
      String type = frame.getMethod().getType().getName();
      if (type.startsWith("racecard.jvm.strategy.")) {
        return true;
      }
      if (type.startsWith("jdk.jfr.")) {
        return false;
      }
      protocol |= type.equals("racecard.jvm.Main") || type.startsWith("racecard.jvm.line.");
    }
    return !protocol;
  }

  /** Whether {@code method} is one that the recorder keeps busy. */
  static boolean ofRecorder(@Nullable RecordedMethod method) {
    return method != null && beginsWith(RECORDER, method.getType().getName());
  }

  private static boolean ofVm(RecordedThread thread) {
    RecordedThreadGroup group = thread.getThreadGroup();
    return group != null && Objects.equals(group.getName(), "system");
  }

  /** The innermost function. */
  static String innermost(RecordedStackTrace trace) {
    return name(trace.getFrames().getFirst().getMethod());
  }

  /** The innermost function outside of the JDK; the innermost one where there is none. */
  static String application(RecordedStackTrace trace) {
    return trace.getFrames().stream()
        .map(frame -> name(frame.getMethod()))
        .filter(name -> !beginsWith(JDK, name))
        .findFirst()
        .orElseGet(() -> innermost(trace));
  }

  static String name(RecordedMethod method) {
    return method.getType().getName() + "." + method.getName();
  }

  static String name(RecordedThread thread) {
    String name = thread.getJavaName();
    return name == null || name.isEmpty() ? "a virtual thread" : name;
  }

  private static boolean beginsWith(List<String> packages, String name) {
    return packages.stream().anyMatch(name::startsWith);
  }
}
