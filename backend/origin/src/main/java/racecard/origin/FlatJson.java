package racecard.origin;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A JSON object of texts and whole numbers only, which is all that steers an origin. */
final class FlatJson {
  private static final Pattern FIELD =
      Pattern.compile(
          "\\s*\"(\\w+)\"\\s*:\\s*(?:\"((?:[^\"\\\\]|\\\\[\"\\\\/]|\\\\u[0-9a-fA-F]{4})*)\"|(-?\\d{1,18}))\\s*");
  private static final Pattern ESCAPE = Pattern.compile("\\\\(?:u([0-9a-fA-F]{4})|(.))");

  private final Map<String, Object> fields;

  private FlatJson(Map<String, Object> fields) {
    this.fields = fields;
  }

  /** Reads {@code line}; throws IllegalArgumentException if it is anything else. */
  static FlatJson read(String line) {
    String text = line.strip();
    if (!text.startsWith("{") || !text.endsWith("}")) {
      throw new IllegalArgumentException("Expected a JSON object.");
    }
    Map<String, Object> fields = new LinkedHashMap<>();
    Matcher field = FIELD.matcher(text).region(1, text.length() - 1);
    int at = 1;
    while (field.lookingAt()) {
      String name = Objects.requireNonNull(field.group(1));
      String string = field.group(2);
      fields.put(name, string != null ? unescaped(string) : Long.valueOf(field.group(3)));
      at = field.end();
      if (text.charAt(at) != ',') {
        break;
      }
      field.region(at + 1, text.length() - 1);
    }
    if (at != text.length() - 1) {
      throw new IllegalArgumentException("Expected texts and whole numbers only.");
    }
    return new FlatJson(fields);
  }

  /** Writes a message of {@code type} with {@code fields}: names and numbers, texts or null. */
  static String write(String type, Map<String, ? extends @Nullable Object> fields) {
    StringBuilder out = new StringBuilder("{\"type\":\"").append(type).append('"');
    fields.forEach((name, value) -> {
      out.append(",\"").append(name).append("\":");
      out.append(value instanceof String text ? quoted(text) : String.valueOf(value));
    });
    return out.append('}').toString();
  }

  /** {@code text} as a JSON string. */
  static String quoted(String text) {
    StringBuilder out = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char next = text.charAt(i);
      if (next < ' ') {
        out.append("\\u%04x".formatted((int) next));
      } else {
        out.append(next == '"' || next == '\\' ? "\\" : "").append(next);
      }
    }
    return out.append('"').toString();
  }

  String text(String name) {
    if (fields.get(name) instanceof String text) {
      return text;
    }
    throw new IllegalArgumentException("The field `" + name + "` must be a text.");
  }

  long number(String name, long min, long max) {
    if (fields.get(name) instanceof Long number && number >= min && number <= max) {
      return number;
    }
    throw new IllegalArgumentException(
        "The field `" + name + "` must be a whole number from " + min + " to " + max + ".");
  }

  private static String unescaped(String text) {
    return ESCAPE
        .matcher(text)
        .replaceAll(escape -> {
          String hex = escape.group(1);
          String plain =
              hex == null ? escape.group(2) : String.valueOf((char) Integer.parseInt(hex, 16));
          return Matcher.quoteReplacement(plain);
        });
  }
}
