package racecard.catalog;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Runtimes as JSON: what an interpreter prints of itself, and what the host table keeps. */
public final class RuntimesJson {
  private static final JsonMapper JSON = JsonMapper.shared();

  private RuntimesJson() {}

  /** Writes {@code runtimes}; {@link #read} gives equal ones back. */
  public static String write(List<FoundRuntime> runtimes) {
    return JSON.writeValueAsString(runtimes.stream().map(RuntimesJson::node).toList());
  }

  /** Reads what {@link #write} wrote. */
  public static List<FoundRuntime> read(String json) {
    return JSON.readTree(json)
        .valueStream()
        .map(node -> runtime(node.required("folder").stringValue(), node))
        .toList();
  }

  /**
   * Reads what the interpreter of a runner's {@code folder} printed of itself; throws
   * JacksonException or IllegalArgumentException when it is something else.
   */
  public static FoundRuntime described(String folder, String json) {
    return runtime(folder, JSON.readTree(json));
  }

  private static Map<String, Object> node(FoundRuntime runtime) {
    Map<String, Object> node = new LinkedHashMap<>();
    node.put("folder", runtime.folder());
    node.put("runtime", runtime.id());
    node.put("title", runtime.title());
    node.put("version", runtime.version());
    node.put("executable", runtime.executable());
    node.put("reason", runtime.reason());
    node.put("facts", runtime.facts());
    node.put("libraries", runtime.libraries());
    Map<String, Object> missing = new LinkedHashMap<>();
    runtime
        .missing()
        .forEach((id, why) ->
            missing.put(id, Map.of("reason", why.reason(), "library", why.byLibraries())));
    node.put("missing", missing);
    return node;
  }

  private static FoundRuntime runtime(String folder, JsonNode node) {
    String id = node.required("runtime").stringValue();
    if (ContenderName.find(id + "/" + Strategy.SEQUENTIAL).isEmpty()) {
      throw new IllegalArgumentException("not a runtime's name: " + id);
    }
    JsonNode reason = node.path("reason");
    Map<String, FoundRuntime.Missing> missing = new LinkedHashMap<>();
    node.path("missing").properties().forEach(e -> missing.put(e.getKey(), missing(e.getValue())));
    return new FoundRuntime(
        id,
        folder,
        node.required("title").stringValue(),
        node.required("version").stringValue(),
        node.required("executable").stringValue(),
        reason.isString() ? reason.stringValue() : null,
        texts(node.path("facts")),
        texts(node.path("libraries")),
        missing);
  }

  private static FoundRuntime.Missing missing(JsonNode node) {
    return new FoundRuntime.Missing(
        node.required("reason").stringValue(), node.required("library").booleanValue());
  }

  private static SequencedMap<String, String> texts(JsonNode node) {
    SequencedMap<String, String> texts = new LinkedHashMap<>();
    node.properties().forEach(e -> texts.put(e.getKey(), e.getValue().asString()));
    return texts;
  }
}
