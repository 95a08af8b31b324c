package racecard.jvm.line;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes what {@link JsonReader} reads, and arrays of numbers. */
final class JsonWriter {
  private static final String HEXADECIMAL = "0123456789abcdef";

  private JsonWriter() {}

  // A switch over types is linked at run time, which a process for one task would wait for.
  @SuppressWarnings("IfChainToSwitch")
  static void write(StringBuilder out, @Nullable Object value) {
    if (value instanceof CharSequence text) {
      string(out, text);
    } else if (value instanceof Map<?, ?> fields) {
      object(out, fields);
    } else if (value instanceof Iterable<?> values) {
      list(out, values);
    } else if (value instanceof long[] numbers) {
      numbers(out, numbers);
    } else {
      // Long, Integer, Double, Boolean and null write themselves as JSON does.
      out.append(value);
    }
  }

  private static void object(StringBuilder out, Map<?, ?> fields) {
    out.append('{');
    String separator = "";
    for (Map.Entry<?, ?> field : fields.entrySet()) {
      out.append(separator);
      string(out, String.valueOf(field.getKey()));
      out.append(':');
      write(out, field.getValue());
      separator = ",";
    }
    out.append('}');
  }

  private static void list(StringBuilder out, Iterable<?> values) {
    out.append('[');
    String separator = "";
    for (Object value : values) {
      out.append(separator);
      write(out, value);
      separator = ",";
    }
    out.append(']');
  }

  private static void numbers(StringBuilder out, long[] numbers) {
    out.append('[');
    for (int i = 0; i < numbers.length; i++) {
      out.append(i == 0 ? "" : ",").append(numbers[i]);
    }
    out.append(']');
  }

  private static void string(StringBuilder out, CharSequence text) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char next = text.charAt(i);
      if (next == '"' || next == '\\') {
        out.append('\\').append(next);
      } else if (next < ' ' || next == 0x7f) {
        out.append("\\u00").append(HEXADECIMAL.charAt(next >> 4));
        out.append(HEXADECIMAL.charAt(next & 15));
      } else {
        out.append(next);
      }
    }
    out.append('"');
  }
}
