package racecard.jvm.line;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A JSON object with checked access to its fields, or one being put together. */
public final class Message {
  /** The largest number that a coordinator sends: beyond it, not every runtime counts by one. */
  public static final long LARGEST = (1L << 53) - 1;

  private final Map<String, @Nullable Object> fields;

  private Message(Map<String, @Nullable Object> fields) {
    this.fields = fields;
  }

  /** An empty message of {@code type}, to be filled by {@link #with}. */
  public static Message of(String type) {
    return new Message(new LinkedHashMap<>()).with("type", type);
  }

  /** Reads a line; throws {@link BadMessage} if it is not a JSON object. */
  public static Message read(String line) {
    return from("a message", JsonReader.read(line));
  }

  /**
   * Puts a field: null, text, a number, a boolean, {@code long[]}, a list or map of these, or a
   * message.
   */
  public Message with(String name, @Nullable Object value) {
    fields.put(name, value instanceof Message message ? message.fields : value);
    return this;
  }

  /** Whether there is a field {@code name} that is not null. */
  public boolean has(String name) {
    return fields.get(name) != null;
  }

  /** The text in {@code name}. */
  public String text(String name) {
    if (field(name) instanceof String text) {
      return text;
    }
    throw wrong(name, "a text");
  }

  /** The whole number in {@code name}, which must lie in {@code min}…{@code max}. */
  public long number(String name, long min, long max) {
    if (field(name) instanceof Long number && number >= min && number <= max) {
      return number;
    }
    throw wrong(name, "a whole number from " + min + " to " + max);
  }

  /** As {@link #number}, for numbers that fit an {@code int}. */
  public int count(String name, int min, int max) {
    return (int) number(name, min, max);
  }

  /** The boolean in {@code name}. */
  public boolean flag(String name) {
    if (field(name) instanceof Boolean flag) {
      return flag;
    }
    throw wrong(name, "true or false");
  }

  /** The object in {@code name}. */
  public Message message(String name) {
    return from("`" + name + "`", field(name));
  }

  /** The list of objects in {@code name}. */
  public List<Message> messages(String name) {
    List<Message> messages = new ArrayList<>();
    for (Object element : list(name)) {
      messages.add(from("each of `" + name + "`", element));
    }
    return messages;
  }

  /** The list of texts in {@code name}. */
  public List<String> texts(String name) {
    List<String> texts = new ArrayList<>();
    for (Object element : list(name)) {
      if (!(element instanceof String text)) {
        throw wrong(name, "a list of texts");
      }
      texts.add(text);
    }
    return texts;
  }

  /** The list of whole numbers in {@code name}. */
  public List<Long> numbers(String name) {
    List<Long> numbers = new ArrayList<>();
    for (Object element : list(name)) {
      if (!(element instanceof Long number)) {
        throw wrong(name, "a list of whole numbers");
      }
      numbers.add(number);
    }
    return numbers;
  }

  /** The message as JSON on one line, without the end of line. */
  public String json() {
    StringBuilder out = new StringBuilder(256);
    JsonWriter.write(out, fields);
    return out.toString();
  }

  /** All fields, in their order. */
  public Map<String, @Nullable Object> fields() {
    return Collections.unmodifiableMap(fields);
  }

  private List<?> list(String name) {
    if (field(name) instanceof List<?> list) {
      return list;
    }
    throw wrong(name, "a list");
  }

  private Object field(String name) {
    Object value = fields.get(name);
    if (value == null) {
      throw new BadMessage("The field `" + name + "` is missing.");
    }
    return value;
  }

  @SuppressWarnings("unchecked") // JsonReader puts nothing but texts as names
  private static Message from(String what, @Nullable Object value) {
    if (value instanceof Map<?, ?> map) {
      return new Message((Map<String, @Nullable Object>) map);
    }
    throw new BadMessage("Expected " + what + " to be a JSON object.");
  }

  private static BadMessage wrong(String name, String expected) {
    return new BadMessage("The field `" + name + "` must be " + expected + ".");
  }
}
