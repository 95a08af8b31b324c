package racecard.exchange;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A file as JSON, within limits that keep the largest one readable in the heap of the server. */
public final class Document {
  /** The largest file that is read. */
  public static final int LIMIT_BYTES = 16 << 20;

  private static final int DEPTH = 32;
  // Each takes up to 50 bytes of heap, however short it is in the file.
  private static final int TOKENS = 2_000_000;
  private static final int NAME_CHARACTERS = 500;
  private static final int NUMBER_CHARACTERS = 60;
  private static final int TEXT_CHARACTERS = 1_000_000;

  /** Trees to texts and back, in the order of the file. */
  static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxDocumentLength(LIMIT_BYTES)
                          .maxTokenCount(TOKENS)
                          .maxNestingDepth(DEPTH)
                          .maxNameLength(NAME_CHARACTERS)
                          .maxNumberLength(NUMBER_CHARACTERS)
                          .maxStringLength(TEXT_CHARACTERS)
                          .build())
                  .build())
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS) // said here, with the place
          .build();

  private Document() {}

  /**
   * The root of a file.
   *
   * @throws BadFile where it is not JSON, too deep, too long, or has texts that cannot be stored
   */
  static Spot read(byte[] file) {
    if (file.length > LIMIT_BYTES) {
      throw new BadFile("file", "is larger than 16 MiB, which is the most that is read");
    }
    JsonNode root = parse(file);
    if (root.isMissingNode()) {
      throw new BadFile("file", "is empty");
    }
    storable(root);
    return new Spot(root, "");
  }

  private static JsonNode parse(byte[] file) {
    try (JsonParser parser = JSON.createParser(file)) {
      return parse(parser);
    } catch (JacksonException notJson) {
      throw new BadFile("file", "cannot be read: " + sentence(notJson));
    }
  }

  private static JsonNode parse(JsonParser parser) {
    try {
      JsonNode root = parser.nextToken() == null ? JSON.missingNode() : JSON.readTree(parser);
      if (parser.nextToken() != null) {
        throw new BadFile(place(parser.currentTokenLocation()), "must be the end of the file");
      }
      return root;
    } catch (JacksonException notJson) {
      throw new BadFile(place(parser.currentLocation()), "cannot be read: " + sentence(notJson));
    }
  }

  private static String place(TokenStreamLocation location) {
    return location.getLineNr() < 1
        ? "file"
        : "line %d, column %d".formatted(location.getLineNr(), location.getColumnNr());
  }

  private static String sentence(JacksonException notJson) {
    return String.valueOf(notJson.getOriginalMessage()).replaceAll("\\s*\\R.*", "");
  }

  private static void storable(JsonNode root) {
    String place = unfit(root);
    if (place != null) {
      throw new Spot(root, place)
          .wrong("has a character that is none: a zero or half of a surrogate pair");
    }
  }

  // The pointer is made on the way back from what is wrong: a file has millions of nodes.
  private static @Nullable String unfit(JsonNode node) {
    if (node.isString()) {
      return unfit(node.stringValue()) ? "" : null;
    }
    if (node.isArray()) {
      return unfitElement(node);
    }
    return node.isObject() ? unfitMember(node) : null;
  }

  private static @Nullable String unfitElement(JsonNode array) {
    for (int i = 0; i < array.size(); i++) {
      String below = unfit(array.get(i));
      if (below != null) {
        return "/" + i + below;
      }
    }
    return null;
  }

  private static @Nullable String unfitMember(JsonNode object) {
    for (Map.Entry<String, JsonNode> member : object.properties()) {
      if (unfit(member.getKey())) {
        return "";
      }
      String below = unfit(member.getValue());
      if (below != null) {
        return Spot.step(member.getKey()) + below;
      }
    }
    return null;
  }

  // PostgreSQL has no zero in texts, and no half of a surrogate pair can be sent to it.
  private static boolean unfit(String text) {
    return text.codePoints().anyMatch(c -> c == 0 || Character.getType(c) == Character.SURROGATE);
  }
}
