package racecard.runner;

import java.util.List;

/** A message of a child, as docs/PROTOCOL.md defines it. */
sealed interface Answer
    permits Answer.Hello,
        Answer.Pong,
        Answer.Calibrated,
        Answer.TimelinePiece,
        Answer.LatencyPiece,
        Answer.Goodbye,
        Answer.ToProfile,
        Answer.Listening,
        Answer.Configured,
        Answer.FaultSet,
        OriginStats,
        Prepared,
        Profiled,
        Rounded {

  record Hello(int protocol, String runtime, String version, String factsJson) implements Answer {}

  record Pong() implements Answer {}

  record Calibrated(long steps) implements Answer {}

  record TimelinePiece(int round, int from, int total, List<TaskTimes> tasks) implements Answer {}

  /** Some buckets, each an index and a count. */
  record LatencyPiece(int from, int total, List<long[]> buckets) implements Answer {}

  record Goodbye() implements Answer {}

  /** Either of the two that {@code profile} may have. */
  sealed interface ToProfile extends Answer permits Profiling, Failed {}

  record Profiling(String profiler, long intervalNs) implements ToProfile {}

  /** The child could not do what it was asked for. */
  record Failed(String kind, String message) implements ToProfile {}

  record Listening(int protocol, List<String> addresses, int maxConnections) implements Answer {}

  record Configured() implements Answer {}

  record FaultSet() implements Answer {}
}
