package racecard.runner;

import java.util.List;
import java.util.Map;

/** Reads from an exit status and the last words what probably ended a child. */
final class Crash {
  private static final int SIGNALLED = 128;
  private static final Map<Integer, String> SIGNALS =
      Map.of(
          2, "SIGINT", 4, "SIGILL", 6, "SIGABRT", 7, "SIGBUS", 8, "SIGFPE", 9, "SIGKILL", 11,
          "SIGSEGV", 15, "SIGTERM");

  private static final List<String> OUT_OF_MEMORY =
      List.of(
          "OutOfMemoryError",
          "insufficient memory",
          "Could not reserve enough space",
          "Cannot allocate memory");

  private Crash() {}

  static ChildFailure.Crashed of(String child, int status, List<String> lastWords) {
    String signal =
        status <= SIGNALLED
            ? null
            : SIGNALS.getOrDefault(status - SIGNALLED, "signal " + (status - SIGNALLED));
    return new ChildFailure.Crashed(child, status, signal, cause(signal, lastWords), lastWords);
  }

  private static String cause(
      @org.jspecify.annotations.Nullable String signal, List<String> lastWords) {
    boolean memory =
        lastWords.stream().anyMatch(line -> OUT_OF_MEMORY.stream().anyMatch(line::contains));
    if (memory) {
      return "It ran out of memory: ask for fewer tasks, fewer in flight or less work.";
    }
    if ("SIGKILL".equals(signal)) {
      return "Either the system was out of memory and chose it, or somebody killed it: ask for fewer"
          + " in flight, or close other programs.";
    }
    return "SIGTERM".equals(signal) || "SIGINT".equals(signal) ? "Somebody stopped it." : "";
  }
}
