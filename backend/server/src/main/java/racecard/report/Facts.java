package racecard.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import racecard.queue.Job;
import racecard.sample.Generation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What generations noted of the machine, read with patience: older versions noted less. */
final class Facts {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private Facts() {}

  /** The machine that measured last; the name alone before its first generation. */
  static @Nullable MeasuredOn host(Stored stored) {
    return host(stored.generations(), stored.jobs());
  }

  /** The same of several cells. */
  static @Nullable MeasuredOn host(List<Generation> generations, List<Job> jobs) {
    JsonNode latest = latest(generations);
    JsonNode host = latest.path("host");
    if (host.path("name").isString()) {
      return new MeasuredOn(
          host.path("name").stringValue(),
          host.path("cores").asInt(0),
          runtimes(latest.path("runtimes")),
          texts(host.path("facts")));
    }
    return jobs.reversed().stream()
        .map(Job::host)
        .filter(name -> name != null)
        .findFirst()
        .map(name -> new MeasuredOn(String.valueOf(name), 0, List.of(), new LinkedHashMap<>()))
        .orElse(null);
  }

  private static List<String> runtimes(JsonNode runtimes) {
    List<String> lines = new ArrayList<>();
    for (var runtime : runtimes.properties()) {
      String vendor = runtime.getValue().path("vendor").asString("");
      String version = runtime.getValue().path("version").asString("");
      String name = vendor.isEmpty() ? runtime.getKey() : vendor;
      lines.add("%s %s".formatted(name, version).strip());
    }
    return lines;
  }

  /** What the last generation noted; a missing node before the first. */
  static JsonNode latest(Stored stored) {
    return latest(stored.generations());
  }

  private static JsonNode latest(List<Generation> generations) {
    return generations.isEmpty()
        ? JSON.missingNode()
        : JSON.readTree(generations.getLast().factsJson());
  }

  /** What one generation noted. */
  static JsonNode of(Generation generation) {
    return JSON.readTree(generation.factsJson());
  }

  /** An object's members as texts. */
  static SequencedMap<String, String> texts(JsonNode node) {
    SequencedMap<String, String> texts = new LinkedHashMap<>();
    node.properties().forEach(member -> texts.put(member.getKey(), text(member.getValue())));
    return texts;
  }

  /** Numbers with their thousands, everything else as it is. */
  static String text(JsonNode node) {
    return node.isIntegralNumber() ? Figures.count(node.longValue()) : node.asString("");
  }
}
