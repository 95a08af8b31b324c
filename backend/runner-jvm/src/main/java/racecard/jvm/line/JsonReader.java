package racecard.jvm.line;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads one JSON text into {@link Map}, {@link List}, {@link String}, {@link Long}, {@link Double},
 * {@link Boolean} and null.
 */
final class JsonReader {
  private static final int MAX_DEPTH = 32;

  private final String text;
  private int at;
  private int depth;

  private JsonReader(String text) {
    this.text = text;
  }

  /** Reads {@code text} whole; throws {@link BadMessage} saying where it is not JSON. */
  static @Nullable Object read(String text) {
    JsonReader reader = new JsonReader(text);
    Object value = reader.value();
    reader.space();
    if (reader.at < text.length()) {
      throw reader.wrong("the end of the line");
    }
    return value;
  }

  private @Nullable Object value() {
    space();
    char next = peek();
    if (next == '{') {
      return object();
    }
    if (next == '[') {
      return list();
    }
    if (next == '"') {
      return string();
    }
    if (next == '-' || (next >= '0' && next <= '9')) {
      return number();
    }
    return word();
  }

  private Map<String, @Nullable Object> object() {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    enter();
    if (!skip('}')) {
      do {
        space();
        String name = string();
        space();
        expect(':');
        fields.put(name, value());
        space();
      } while (skip(','));
      expect('}');
    }
    depth--;
    return fields;
  }

  private List<@Nullable Object> list() {
    List<@Nullable Object> values = new ArrayList<>();
    enter();
    if (!skip(']')) {
      do {
        values.add(value());
        space();
      } while (skip(','));
      expect(']');
    }
    depth--;
    return values;
  }

  private void enter() {
    at++;
    if (++depth > MAX_DEPTH) {
      throw new BadMessage("JSON nested deeper than " + MAX_DEPTH + " levels");
    }
    space();
  }

  private String string() {
    expect('"');
    int start = at;
    while (peek() != '"' && peek() != '\\') {
      at++;
    }
    if (text.charAt(at) == '"') {
      return text.substring(start, at++);
    }
    StringBuilder out = new StringBuilder(text.substring(start, at));
    while (peek() != '"') {
      char next = text.charAt(at++);
      out.append(next == '\\' ? escaped() : next);
    }
    at++;
    return out.toString();
  }

  private char escaped() {
    char next = peek();
    at++;
    return switch (next) {
      case '"', '\\', '/' -> next;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> hexadecimal();
      default -> throw wrong("an escape");
    };
  }

  private char hexadecimal() {
    int end = at + 4;
    if (end > text.length()) {
      throw wrong("four hexadecimal digits");
    }
    try {
      char read = (char) Integer.parseUnsignedInt(text, at, end, 16);
      at = end;
      return read;
    } catch (NumberFormatException e) {
      throw wrong("four hexadecimal digits");
    }
  }

  private Object number() {
    int start = at;
    while (at < text.length() && "+-.eE0123456789".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    String digits = text.substring(start, at);
    try {
      boolean whole = digits.indexOf('.') < 0 && digits.indexOf('e') < 0 && digits.indexOf('E') < 0;
      if (whole) {
        return Long.valueOf(digits);
      }
      return Double.valueOf(digits);
    } catch (NumberFormatException e) {
      at = start;
      throw wrong("a number of at most 64 bits");
    }
  }

  private @Nullable Object word() {
    if (text.startsWith("true", at)) {
      at += 4;
      return true;
    }
    if (text.startsWith("false", at)) {
      at += 5;
      return false;
    }
    if (text.startsWith("null", at)) {
      at += 4;
      return null;
    }
    throw wrong("a JSON value");
  }

  private void space() {
    while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  private boolean skip(char wanted) {
    if (at < text.length() && text.charAt(at) == wanted) {
      at++;
      return true;
    }
    return false;
  }

  private void expect(char wanted) {
    if (!skip(wanted)) {
      throw wrong("`" + wanted + "`");
    }
  }

  private char peek() {
    if (at >= text.length()) {
      throw wrong("more text");
    }
    return text.charAt(at);
  }

  private BadMessage wrong(String expected) {
    return new BadMessage("Not JSON: expected " + expected + " at character " + (at + 1) + ".");
  }
}
