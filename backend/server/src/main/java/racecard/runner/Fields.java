package racecard.runner;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The fields of a message, each of which must be there and be what the protocol says. */
record Fields(JsonNode node) {
  /** A field that is missing or is something else. */
  static final class Wrong extends Exception {
    private static final long serialVersionUID = 1;

    Wrong(String name, String due) {
      super("sent a message whose `%s` is not %s".formatted(name, due));
    }
  }

  long number(String name) throws Wrong {
    JsonNode field = node.path(name);
    if (!field.isIntegralNumber() || !field.canConvertToLong()) {
      throw new Wrong(name, "a whole number");
    }
    return field.longValue();
  }

  int count(String name) throws Wrong {
    long number = number(name);
    if (number < 0 || number > Integer.MAX_VALUE) {
      throw new Wrong(name, "a count");
    }
    return (int) number;
  }

  @Nullable Long maybe(String name) throws Wrong {
    return node.path(name).isMissingNode() || node.path(name).isNull() ? null : number(name);
  }

  String text(String name) throws Wrong {
    if (!node.path(name).isString()) {
      throw new Wrong(name, "a text");
    }
    return node.path(name).stringValue();
  }

  /** A text, empty when it is not there. */
  String textOrEmpty(String name) {
    return node.path(name).asString("");
  }

  /** An object as JSON, empty when it is not there. */
  String objectJson(String name) {
    return node.path(name).isObject() ? node.path(name).toString() : "{}";
  }

  <T> List<T> list(String name, Function<JsonNode, T> reader) throws Wrong {
    if (!node.path(name).isArray()) {
      throw new Wrong(name, "an array");
    }
    List<T> list = new ArrayList<>();
    node.path(name).forEach(element -> list.add(reader.apply(element)));
    return list;
  }

  /** An array of arrays of whole numbers, each at least {@code shortest} long. */
  List<long[]> rows(String name, int shortest) throws Wrong {
    List<long[]> rows =
        list(
            name,
            row -> {
              long[] numbers = new long[row.size()];
              for (int i = 0; i < numbers.length; i++) {
                numbers[i] = row.path(i).asLong(Long.MIN_VALUE);
              }
              return numbers;
            });
    for (long[] row : rows) {
      if (row.length < shortest) {
        throw new Wrong(name, "an array of arrays of %d numbers".formatted(shortest));
      }
    }
    return rows;
  }
}
