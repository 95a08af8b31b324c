package racecard.jvm;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import racecard.jvm.line.BadMessage;
import racecard.jvm.line.Message;
import racecard.jvm.line.Refusal;
import racecard.jvm.profile.Profiler;
import racecard.jvm.workload.Calibration;

/**
 * One conversation with the coordinator: which question is answered by whom, and when it may be.
 */
final class Session {
  static final int PROTOCOL = 1;
  private static final Set<String> GOES_ON_AFTER =
      Set.of("BAD_MESSAGE", "NOT_PREPARED", "NOT_RECORDED", "NO_PROFILER");

  private final Profiler profiler = new Profiler();
  private @Nullable Prepared prepared;
  private boolean over;

  /** Answers {@code question}; throws {@link BadMessage} if it cannot be obeyed. */
  Message answer(Message question) throws InterruptedException {
    String type = question.text("type");
    return switch (type) {
      case "ping" -> Message.of("pong");
      case "calibrate" -> calibrate(question.number("cpu_ns", 1, 10_000_000_000L));
      case "prepare" -> prepare(question);
      case "round" -> prepared().round(question);
      case "timeline" -> prepared().timeline(question);
      case "latency" -> prepared().latency(question);
      case "profile" -> profile();
      case "profile_end" -> profiler.end();
      case "bye" -> bye();
      default ->
          throw new BadMessage(
              "Unknown message type `"
                  + type
                  + "`. Known are bye, calibrate, latency, ping, prepare, profile, profile_end,"
                  + " round, timeline.");
    };
  }

  /** Whether the coordinator said bye. */
  boolean over() {
    return over;
  }

  static boolean goesOnAfter(BadMessage bad) {
    return GOES_ON_AFTER.contains(bad.kind());
  }

  private static Message calibrate(long cpuNs) {
    return Message.of("calibrated").with("cpu_ns", cpuNs).with("steps", Calibration.steps(cpuNs));
  }

  private Message prepare(Message question) {
    long protocol = question.number("protocol", 0, Integer.MAX_VALUE);
    if (protocol != PROTOCOL) {
      throw new BadMessage(
          "WRONG_PROTOCOL", "This runner speaks protocol " + PROTOCOL + ", not " + protocol + ".");
    }
    if (prepared != null) {
      throw new BadMessage("Already prepared: a child measures one contender.");
    }
    try {
      Prepared ready = Prepared.prepare(question);
      prepared = ready;
      return ready.ready();
    } catch (Refusal e) {
      return e.toMessage();
    }
  }

  private Message profile() {
    prepared();
    return profiler.begin();
  }

  private Prepared prepared() {
    if (prepared == null) {
      throw new BadMessage("NOT_PREPARED", "Nothing is prepared yet: send `prepare` first.");
    }
    return prepared;
  }

  private Message bye() {
    over = true;
    if (prepared != null) {
      prepared.close();
    }
    return Message.of("bye");
  }
}
