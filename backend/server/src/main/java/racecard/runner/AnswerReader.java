package racecard.runner;

import java.util.ArrayList;
import java.util.List;
import racecard.runner.Fields.Wrong;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Turns a line of a child into the message that it is. */
final class AnswerReader {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private AnswerReader() {}

  /** A line that is no message of the protocol. */
  static final class NotAnAnswer extends Exception {
    private static final long serialVersionUID = 1;

    NotAnAnswer(String why) {
      super(why);
    }
  }

  static Answer read(String line) throws NotAnAnswer {
    try {
      JsonNode node = JSON.readTree(line);
      if (!node.isObject()) {
        throw new NotAnAnswer("wrote to standard output, which is for messages only");
      }
      return read(new Fields(node));
    } catch (JacksonException notJson) {
      throw new NotAnAnswer("wrote to standard output, which is for messages only");
    } catch (Wrong wrong) {
      throw new NotAnAnswer(String.valueOf(wrong.getMessage()));
    }
  }

  private static Answer read(Fields fields) throws Wrong, NotAnAnswer {
    String type = fields.text("type");
    return switch (type) {
      case "hello" -> hello(fields);
      case "pong" -> new Answer.Pong();
      case "ready" -> ready(fields);
      case "refused" -> refused(fields);
      case "calibrated" -> new Answer.Calibrated(fields.number("steps"));
      case "rounded" -> rounded(fields);
      case "timeline" -> timeline(fields);
      case "latency" -> latency(fields);
      case "profiling" ->
          new Answer.Profiling(fields.text("profiler"), fields.number("interval_ns"));
      case "profiled" -> ProfiledReader.read(fields);
      case "bye" -> new Answer.Goodbye();
      case "failed" -> new Answer.Failed(fields.text("kind"), fields.textOrEmpty("message"));
      case "listening" -> listening(fields);
      case "configured" -> new Answer.Configured();
      case "fault_set" -> new Answer.FaultSet();
      case "stats" -> stats(fields);
      default -> throw new NotAnAnswer("sent a message of the unknown type `%s`".formatted(type));
    };
  }

  private static Answer hello(Fields fields) throws Wrong {
    return new Answer.Hello(
        fields.count("protocol"),
        fields.text("runtime"),
        fields.text("version"),
        fields.objectJson("facts"));
  }

  private static Answer ready(Fields fields) throws Wrong {
    return new Prepared.Ready(
        fields.number("setup_ns"), fields.count("effective_in_flight"), fields.objectJson("facts"));
  }

  private static Answer refused(Fields fields) throws Wrong {
    return new Prepared.Refused(
        fields.text("kind"), fields.textOrEmpty("message"), fields.textOrEmpty("remedy"));
  }

  private static Answer rounded(Fields fields) throws Wrong {
    String firstError = fields.textOrEmpty("first_error");
    return new Rounded(
        fields.count("round"),
        fields.number("started_ns"),
        fields.number("wall_ns"),
        fields.count("repeats"),
        fields.text("checksum"),
        fields.count("errors"),
        firstError.isEmpty() ? null : firstError,
        counters(fields));
  }

  private static RoundCounters counters(Fields fields) throws Wrong {
    return new RoundCounters(
        fields.maybe("cpu_ns"),
        fields.maybe("memory_bytes"),
        fields.maybe("threads"),
        fields.maybe("threads_started"),
        fields.maybe("virtual_threads"),
        fields.maybe("processes"),
        fields.maybe("processes_started"),
        fields.maybe("gc_count"),
        fields.maybe("gc_ns"),
        fields.maybe("compile_ns"),
        fields.maybe("classes_loaded"),
        fields.maybe("voluntary_switches"),
        fields.maybe("involuntary_switches"));
  }

  private static Answer timeline(Fields fields) throws Wrong {
    int from = fields.count("from");
    List<TaskTimes> tasks = new ArrayList<>();
    for (long[] row : fields.rows("tasks", 3)) {
      List<Long> downloads = new ArrayList<>();
      for (int i = 3; i < row.length; i++) {
        downloads.add(row[i]);
      }
      tasks.add(new TaskTimes(from + tasks.size(), row[0], row[1], row[2], downloads));
    }
    return new Answer.TimelinePiece(fields.count("round"), from, fields.count("total"), tasks);
  }

  private static Answer latency(Fields fields) throws Wrong {
    return new Answer.LatencyPiece(
        fields.count("from"), fields.count("total"), fields.rows("buckets", 2));
  }

  private static Answer listening(Fields fields) throws Wrong {
    return new Answer.Listening(
        fields.count("protocol"),
        fields.list("addresses", address -> address.asString("")),
        fields.count("max_connections"));
  }

  private static Answer stats(Fields fields) throws Wrong {
    return new OriginStats(
        fields.number("requests"),
        fields.number("connections"),
        fields.number("open_connections"),
        fields.number("cpu_ns"),
        fields.maybe("drawn_min_ns"),
        fields.maybe("drawn_sum_ns"),
        fields.maybe("late_p50_ns"),
        fields.maybe("late_p95_ns"));
  }
}
