package racecard.jvm;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a transcript expects of a value; see backend/runner-contract/README.md. */
final class Pattern {
  private Pattern() {}

  /** Where and how {@code actual} differs from {@code expected}; null if it matches. */
  static @Nullable String mismatch(
      String where, @Nullable Object expected, @Nullable Object actual) {
    return switch (expected) {
      case Map<?, ?> fields when actual instanceof Map<?, ?> object ->
          fields.entrySet().stream()
              .map(f -> mismatch(where + "." + f.getKey(), f.getValue(), object.get(f.getKey())))
              .filter(Objects::nonNull)
              .findFirst()
              .orElse(null);
      case List<?> values when actual instanceof List<?> list && values.size() == list.size() ->
          elements(where, values, list);
      case String pattern when pattern.startsWith("<") && matches(pattern, actual) -> null;
      case null, default ->
          Objects.equals(expected, actual)
              ? null
              : where + ": expected " + expected + " but was " + actual;
    };
  }

  private static @Nullable String elements(String where, List<?> expected, List<?> actual) {
    for (int i = 0; i < expected.size(); i++) {
      String mismatch = mismatch(where + "[" + i + "]", expected.get(i), actual.get(i));
      if (mismatch != null) {
        return mismatch;
      }
    }
    return null;
  }

  private static boolean matches(String pattern, @Nullable Object actual) {
    String inner = pattern.substring(1, pattern.length() - 1);
    if (inner.startsWith("contains ")) {
      return actual instanceof String text && text.contains(inner.substring(9));
    }
    return switch (inner) {
      case "any" -> true;
      case "text" -> actual instanceof String;
      case "object" -> actual instanceof Map<?, ?>;
      case "list" -> actual instanceof List<?>;
      case "boolean" -> actual instanceof Boolean;
      case "int or null" -> actual == null || actual instanceof Long;
      case "int" -> actual instanceof Long;
      default -> actual instanceof Long number && within(inner, number);
    };
  }

  // As in "int 1.." and "int 0..9".
  private static boolean within(String range, long number) {
    int dots = range.indexOf("..");
    long min = Long.parseLong(range.substring("int ".length(), dots));
    String max = range.substring(dots + 2);
    return number >= min && (max.isEmpty() || number <= Long.parseLong(max));
  }
}
