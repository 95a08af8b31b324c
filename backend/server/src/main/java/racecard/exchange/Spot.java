package racecard.exchange;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.AbstractList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A place in a file and what stands there; each question that it cannot answer is a {@link
 * BadFile}.
 *
 * @param pointer as RFC 6901 writes it; empty for the root
 */
record Spot(JsonNode node, String pointer) {
  private static final Instant EARLIEST = Instant.parse("1970-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");

  BadFile wrong(String reason) {
    return new BadFile(pointer.isEmpty() ? "/" : pointer, reason);
  }

  /** The member {@code name}, which must be there. */
  Spot in(String name) {
    JsonNode member = object().get(name);
    if (member == null) {
      throw wrong("must have " + name);
    }
    return child(name, member);
  }

  /** The member {@code name}; empty where it is not there or null. */
  Optional<Spot> maybe(String name) {
    JsonNode member = object().get(name);
    return member == null || member.isNull() ? Optional.empty() : Optional.of(child(name, member));
  }

  /** What {@code read} makes of the member {@code name}; null where it is not there or null. */
  <T> @Nullable T orNull(String name, Function<Spot, T> read) {
    return maybe(name).map(read).orElse(null);
  }

  /** The elements of an array, each made when it is asked for: there may be a million. */
  List<Spot> each() {
    if (!node.isArray()) {
      throw wrong("must be an array");
    }
    return new AbstractList<>() {
      @Override
      public Spot get(int i) {
        return new Spot(node.get(i), pointer + "/" + i);
      }

      @Override
      public int size() {
        return node.size();
      }
    };
  }

  /** The elements of an array of at most {@code most}. */
  List<Spot> each(int most) {
    if (node.isArray() && node.size() > most) {
      throw wrong(String.format(Locale.ROOT, "must have at most %,d elements", most));
    }
    return each();
  }

  /** The elements of an array of {@code fewest} to {@code most}. */
  List<Spot> each(int fewest, int most) {
    List<Spot> elements = each(most);
    if (elements.size() < fewest) {
      throw wrong("must have at least %d elements".formatted(fewest));
    }
    return elements;
  }

  /** The members of an object, in its order. */
  Map<String, Spot> members() {
    Map<String, Spot> members = new LinkedHashMap<>();
    object().properties().forEach(e -> members.put(e.getKey(), child(e.getKey(), e.getValue())));
    return members;
  }

  String text(int most) {
    if (!node.isString()) {
      throw wrong("must be text");
    }
    if (node.stringValue().length() > most) {
      throw wrong(String.format(Locale.ROOT, "must be at most %,d characters", most));
    }
    return node.stringValue();
  }

  long whole(long least, long most) {
    boolean within =
        node.isIntegralNumber()
            && node.canConvertToLong()
            && node.longValue() >= least
            && node.longValue() <= most;
    if (!within) {
      throw wrong(String.format(Locale.ROOT, "must be a whole number, %,d to %,d", least, most));
    }
    return node.longValue();
  }

  int count(int least, int most) {
    return (int) whole(least, most);
  }

  /** A number that is finite. */
  double number() {
    if (!node.isNumber() || !Double.isFinite(node.doubleValue())) {
      throw wrong("must be a number");
    }
    return node.doubleValue();
  }

  boolean flag() {
    if (!node.isBoolean()) {
      throw wrong("must be true or false");
    }
    return node.booleanValue();
  }

  Instant instant() {
    try {
      Instant instant = Instant.parse(text(40));
      if (instant.isAfter(EARLIEST) && instant.isBefore(LATEST)) {
        return instant;
      }
    } catch (DateTimeException notATime) {
      throw wrong("must be a time as 2026-11-24T14:02:11Z");
    }
    throw wrong("must be a time from 1970 to 9999");
  }

  /** What {@code named} makes of a word, which throws IllegalArgumentException for others. */
  <T> T word(Function<String, T> named) {
    String word = text(100);
    try {
      return named.apply(word);
    } catch (IllegalArgumentException unknown) {
      throw wrong("is a word that this version does not know: " + word);
    }
  }

  /** An object as the text that is stored, at most so long. */
  String json(int most) {
    String json = Document.JSON.writeValueAsString(object());
    if (json.length() > most) {
      throw wrong(String.format(Locale.ROOT, "must be at most %,d characters of JSON", most));
    }
    return json;
  }

  private JsonNode object() {
    if (!node.isObject()) {
      throw wrong("must be an object");
    }
    return node;
  }

  private Spot child(String name, JsonNode member) {
    return new Spot(member, pointer + step(name));
  }

  /** What a pointer has for the member {@code name}. */
  static String step(String name) {
    return "/" + name.replace("~", "~0").replace("/", "~1");
  }
}
