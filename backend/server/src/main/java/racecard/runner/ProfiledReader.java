package racecard.runner;

import java.util.ArrayList;
import java.util.List;
import racecard.runner.Fields.Wrong;
import tools.jackson.databind.JsonNode;

/** Reads what a child saw of itself; it may name only so much. */
final class ProfiledReader {
  private static final int MOST = 20;
  private static final int NAME = 200;
  private static final int EXAMPLE = 300;

  private ProfiledReader() {}

  static Profiled read(Fields fields) throws Wrong {
    return new Profiled(
        count(fields, "samples"),
        functions(fields),
        events(fields),
        fields.maybe("allocated_bytes"));
  }

  private static List<Profiled.Function> functions(Fields fields) throws Wrong {
    List<Profiled.Function> functions = new ArrayList<>();
    for (JsonNode one : fields.list("functions", node -> node)) {
      String name = one.path(0).isString() ? one.path(0).stringValue() : "";
      long count = one.path(1).isIntegralNumber() ? one.path(1).longValue() : -1;
      if (name.isEmpty() || name.length() > NAME || count < 0 || functions.size() == MOST) {
        throw new Wrong("functions", "an array of at most 20 names with their counts");
      }
      functions.add(new Profiled.Function(name, count));
    }
    return functions;
  }

  private static List<Profiled.Event> events(Fields fields) throws Wrong {
    List<Profiled.Event> events = new ArrayList<>();
    for (JsonNode one : fields.list("events", node -> node)) {
      if (!one.isObject() || events.size() == MOST) {
        throw new Wrong("events", "an array of at most 20 objects");
      }
      events.add(event(new Fields(one)));
    }
    return events;
  }

  private static Profiled.Event event(Fields fields) throws Wrong {
    String kind = fields.text("kind");
    String example = fields.textOrEmpty("example");
    if (kind.length() > NAME) {
      throw new Wrong("kind", "at most 200 characters");
    }
    if (example.length() > EXAMPLE) {
      throw new Wrong("example", "at most 300 characters");
    }
    return new Profiled.Event(
        kind,
        count(fields, "count"),
        count(fields, "total_ns"),
        count(fields, "longest_ns"),
        example.isEmpty() ? null : example);
  }

  private static long count(Fields fields, String name) throws Wrong {
    long number = fields.number(name);
    if (number < 0) {
      throw new Wrong(name, "0 or more");
    }
    return number;
  }
}
