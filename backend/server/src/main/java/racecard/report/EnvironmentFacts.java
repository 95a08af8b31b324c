package racecard.report;

import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The machine, the runtimes and their limits, as the last generation noted them. */
final class EnvironmentFacts {
  private EnvironmentFacts() {}

  static SequencedMap<String, String> of(Stored stored, @Nullable MeasuredOn host) {
    SequencedMap<String, String> facts = new LinkedHashMap<>();
    if (host != null) {
      facts.put("Host", host.name());
      facts.putAll(host.facts());
    }
    JsonNode noted = Facts.latest(stored);
    for (var runtime : noted.path("runtimes").properties()) {
      facts.put(runtime.getKey(), line(runtime.getValue()));
    }
    if (noted.path("origin").isObject()) {
      facts.put("Origin", line(noted.path("origin")));
    }
    return facts;
  }

  /** An object in one line, as {@code version 25.0.3 · collector G1}. */
  private static String line(JsonNode node) {
    StringJoiner line = new StringJoiner(" · ");
    Facts.texts(node).forEach((name, text) -> line.add(name.replace('_', ' ') + " " + text));
    return line.toString();
  }
}
