package racecard.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The machine, the runtimes and their limits, as the last generation noted them. */
final class EnvironmentFacts {
  private final SequencedMap<String, String> facts = new LinkedHashMap<>();
  private final JsonNode noted;

  private EnvironmentFacts(JsonNode noted) {
    this.noted = noted;
  }

  static SequencedMap<String, String> of(Stored stored, @Nullable MeasuredOn host) {
    EnvironmentFacts environment = new EnvironmentFacts(Facts.latest(stored));
    if (host != null) {
      environment.facts.put("Host", host.name());
      environment.facts.putAll(host.facts());
    }
    environment.runtimes();
    environment.children();
    environment.origin();
    return environment.facts;
  }

  private void runtimes() {
    for (var runtime : noted.path("runtimes").properties()) {
      JsonNode said = runtime.getValue();
      List<String> parts = new ArrayList<>();
      for (String name : List.of("version", "vendor", "vm", "vm_version")) {
        if (!said.path(name).asString("").isBlank()) {
          parts.add(said.path(name).asString(""));
        }
      }
      facts.put("Runtime " + runtime.getKey(), String.join(" · ", parts));
    }
  }

  /** What all children were given alike; where they differ, each value once. */
  private void children() {
    child("collector", "Collector");
    child("heap_bytes", "Largest heap");
    child("file_limit", "Open files of a child");
    child("flags", "Flags");
  }

  private void child(String name, String title) {
    List<String> values =
        StreamSupport.stream(noted.path("contenders").spliterator(), false)
            .map(child -> child.path(name))
            .filter(value -> !value.isMissingNode() && !value.isNull())
            .map(value -> name.endsWith("_bytes") ? megabytes(value) : Facts.text(value))
            .distinct()
            .toList();
    if (!values.isEmpty()) {
      facts.put(title, String.join(" or ", values));
    }
  }

  private void origin() {
    JsonNode origin = noted.path("origin");
    if (origin.isObject()) {
      String answered =
          origin.path("self_test_answered_ns").isNumber()
              ? ", self-test answered in "
                  + Figures.time(origin.path("self_test_answered_ns").doubleValue())
              : "";
      facts.put(
          "Origin",
          "local, delay %s ms%s".formatted(origin.path("delay_ms").asString("?"), answered));
    }
    if (noted.path("mixed_steps").isNumber()) {
      facts.put("Steps of a task", Facts.text(noted.path("mixed_steps")));
    }
  }

  private static String megabytes(JsonNode bytes) {
    return Figures.megabytes(bytes.asDouble(0));
  }
}
