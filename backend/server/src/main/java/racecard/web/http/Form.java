package racecard.web.http;

import io.javalin.http.Context;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a form or of an address's query, each with all its values in order.
 *
 * @param values by field name
 */
public record Form(SequencedMap<String, List<String>> values) {
  private static final int MAX_FIELDS = 1_000;

  /** No field at all. */
  public static final Form EMPTY = new Form(new LinkedHashMap<>());

  /** The fields of a posted form. */
  public static Form posted(Context ctx) {
    if (Upload.sent(ctx)) {
      return new Form(Upload.of(ctx).fields());
    }
    return parse(new String(Body.of(ctx), StandardCharsets.UTF_8));
  }

  /** The fields of the query. */
  public static Form asked(Context ctx) {
    String query = ctx.queryString();
    return parse(query == null ? "" : query);
  }

  private static Form parse(String text) {
    SequencedMap<String, List<String>> values = new LinkedHashMap<>();
    int fields = 0;
    for (String pair : text.split("&", -1)) {
      if (!pair.isEmpty() && fields++ < MAX_FIELDS) {
        String[] parts = pair.split("=", 2);
        values
            .computeIfAbsent(decode(parts[0]), name -> new ArrayList<>())
            .add(parts.length == 2 ? decode(parts[1]) : "");
      }
    }
    return new Form(values);
  }

  private static String decode(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException malformed) {
      throw Refusal.unreadable("The form or the address has a malformed % in it.");
    }
  }

  /** The same with one field set to {@code texts}; without it when there are none. */
  public Form with(String name, List<String> texts) {
    SequencedMap<String, List<String>> changed = new LinkedHashMap<>(values);
    if (texts.isEmpty()) {
      changed.remove(name);
    } else {
      changed.put(name, List.copyOf(texts));
    }
    return new Form(changed);
  }

  /** The same with one field set to {@code text}; without it when that is empty. */
  public Form with(String name, String text) {
    return with(name, text.isEmpty() ? List.of() : List.of(text));
  }

  /** All fields as the query of an address, its question mark included; empty without any. */
  public String query() {
    String fields =
        values.entrySet().stream()
            .flatMap(field -> field.getValue().stream().map(text -> pair(field.getKey(), text)))
            .collect(Collectors.joining("&"));
    return fields.isEmpty() ? "" : "?" + fields;
  }

  private static String pair(String name, String text) {
    return URLEncoder.encode(name, StandardCharsets.UTF_8)
        + "="
        + URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** Whether the field is there and not blank. */
  public boolean has(String name) {
    return !text(name).isBlank();
  }

  /** The field's first value; empty when it is not there. */
  public String text(String name) {
    return all(name).isEmpty() ? "" : all(name).getFirst();
  }

  /** The field's first value; null when it is not there or blank. */
  public @Nullable String maybe(String name) {
    return has(name) ? text(name) : null;
  }

  /** Every value of the field. */
  public List<String> all(String name) {
    return values.getOrDefault(name, List.of());
  }
}
