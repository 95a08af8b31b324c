package racecard.run;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the fields of one request and remembers everything that is wrong with them. */
final class Fields {
  // The embeddings, overrides and isolates of Unicode's bidirectional algorithm.
  private static final String DIRECTIONS = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069";

  private static final Pattern LINE_BREAK = Pattern.compile("\\R");

  private final String prefix;
  private final Map<?, ?> values;
  private final List<FieldError> errors;
  private final Set<String> known = new LinkedHashSet<>();

  Fields(String prefix, Map<?, ?> values, List<FieldError> errors) {
    this.prefix = prefix;
    this.values = values;
    this.errors = errors;
  }

  boolean has(String name) {
    known.add(name);
    return values.get(name) != null;
  }

  long number(String name, long otherwise, long min, long max) {
    if (!has(name)) {
      return otherwise;
    }
    if (!(values.get(name) instanceof Number number) || !whole(number)) {
      wrong(name, String.format(Locale.ROOT, "must be a whole number, %,d to %,d", min, max));
      return otherwise;
    }
    if (number.longValue() < min || number.longValue() > max) {
      wrong(name, String.format(Locale.ROOT, "must be %,d to %,d", min, max));
      return otherwise;
    }
    return number.longValue();
  }

  String text(String name, int maxCharacters) {
    if (!has(name)) {
      return "";
    }
    if (!(values.get(name) instanceof String text)) {
      wrong(name, "must be text");
      return "";
    }
    if (text.length() > maxCharacters) {
      wrong(name, String.format(Locale.ROOT, "must be at most %,d characters", maxCharacters));
    }
    if (text.codePoints().anyMatch(Fields::controls)) {
      wrong(name, "must not contain control characters");
    }
    return text.strip();
  }

  String line(String name, int maxCharacters) {
    String line = text(name, maxCharacters);
    if (LINE_BREAK.matcher(line).find()) {
      wrong(name, "must be a single line");
    }
    return line;
  }

  // Half of a surrogate pair is no character; a change of direction makes text read as it is not.
  private static boolean controls(int character) {
    return (Character.isISOControl(character) && "\n\r\t".indexOf(character) < 0)
        || Character.getType(character) == Character.SURROGATE
        || DIRECTIONS.indexOf(character) >= 0;
  }

  @Nullable List<String> texts(String name) {
    if (!has(name)) {
      return null;
    }
    if (!(values.get(name) instanceof List<?> list)
        || !list.stream().allMatch(String.class::isInstance)) {
      wrong(name, "must be a list of texts");
      return null;
    }
    List<String> texts = new ArrayList<>();
    list.forEach(text -> texts.add(String.valueOf(text)));
    return texts;
  }

  /** The whole numbers of a list, those that are within the limits; none when it is not there. */
  List<Integer> numbers(String name, int min, int max) {
    List<Integer> numbers = new ArrayList<>();
    if (has(name) && !(values.get(name) instanceof List<?>)) {
      wrong(name, "must be a list of whole numbers");
    } else if (values.get(name) instanceof List<?> list) {
      for (int i = 0; i < list.size(); i++) {
        if (list.get(i) instanceof Number number && within(number, min, max)) {
          numbers.add(number.intValue());
        } else {
          wrong(
              name + "[" + i + "]",
              String.format(Locale.ROOT, "must be a whole number, %,d to %,d", min, max));
        }
      }
    }
    return numbers;
  }

  private static boolean within(Number number, int min, int max) {
    return whole(number) && number.longValue() >= min && number.longValue() <= max;
  }

  Fields inner(String name) {
    if (has(name) && values.get(name) instanceof Map<?, ?> map) {
      return new Fields(prefix + name + ".", map, errors);
    }
    if (has(name)) {
      wrong(name, "must be an object");
    }
    return new Fields(prefix + name + ".", Map.of(), errors);
  }

  /** A field that nothing can be said of, as if it were an empty object. */
  Fields ignored(String name) {
    known.add(name);
    return new Fields(prefix + name + ".", Map.of(), errors);
  }

  /** Whether nothing wrong was found in the field so far. */
  boolean right(String name) {
    return errors.stream()
        .noneMatch(error ->
            error.field().equals(prefix + name) || error.field().startsWith(prefix + name + "["));
  }

  /** Whether nothing wrong was found in the field and in what it holds. */
  boolean allRight(String name) {
    return right(name)
        && errors.stream().noneMatch(error -> error.field().startsWith(prefix + name + "."));
  }

  /** Refuses every field that was never asked for, so that a misspelt one is not ignored. */
  void refuseOthers() {
    values.keySet().stream()
        .map(String::valueOf)
        .filter(name -> !known.contains(name))
        .forEach(name -> wrong(name, "is not a field here; known are " + String.join(", ", known)));
  }

  void wrong(String name, String message) {
    errors.add(new FieldError(prefix + name, message));
  }

  private static boolean whole(Number number) {
    return number instanceof Long || number instanceof Integer;
  }
}
