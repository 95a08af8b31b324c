package racecard.exchange;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Where two JSON texts differ first. */
public final class Difference {
  private static final String NOTHING = "nothing";

  private Difference() {}

  /** As {@code /grade: stored "A", recomputed "B"}; empty when both are the same bytes. */
  public static Optional<String> first(String stored, String recomputed) {
    if (stored.equals(recomputed)) {
      return Optional.empty();
    }
    JsonNode one = Document.JSON.readTree(stored);
    JsonNode other = Document.JSON.readTree(recomputed);
    return Optional.of(first("", one, other).orElse("the order or the writing of members"));
  }

  private static Optional<String> first(String at, JsonNode one, JsonNode other) {
    if (one.equals(other)) {
      return Optional.empty();
    }
    if (one.isObject() && other.isObject()) {
      Set<String> names = new LinkedHashSet<>(one.propertyNames());
      names.addAll(other.propertyNames());
      return names.stream()
          .flatMap(name -> first(at + "/" + name, one.path(name), other.path(name)).stream())
          .findFirst();
    }
    if (one.isArray() && other.isArray() && one.size() == other.size()) {
      for (int i = 0; i < one.size(); i++) {
        Optional<String> found = first(at + "/" + i, one.get(i), other.get(i));
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.of("%s: stored %s, recomputed %s".formatted(at, text(one), text(other)));
  }

  private static String text(JsonNode node) {
    String text = node.isMissingNode() ? NOTHING : node.toString();
    return text.length() > 100 ? text.substring(0, 99) + "…" : text;
  }
}
