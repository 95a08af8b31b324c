package racecard.web.http;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A form with files, as browsers send it (RFC 7578). */
public final class Upload {
  private static final String TYPE = "multipart/form-data";
  private static final Pattern BOUNDARY =
      Pattern.compile(
          ";\\s*boundary=\"?([0-9A-Za-z'()+_,./:=? -]{1,70})\"?", Pattern.CASE_INSENSITIVE);
  private static final Pattern NAME = Pattern.compile("; *name=\"([^\"\r\n]*)\"");
  private static final Pattern FILE = Pattern.compile("; *filename=\"([^\"\r\n]*)\"");
  private static final int MOST_PARTS = 20;
  private static final String KEY = "racecard.upload";

  private final List<Part> parts;

  private Upload(List<Part> parts) {
    this.parts = parts;
  }

  /**
   * One field.
   *
   * @param file what the browser calls the file, empty when none was chosen; null for a plain field
   * @param content a character for each byte
   */
  private record Part(String name, @Nullable String file, String content) {
    byte[] bytes() {
      return content.getBytes(StandardCharsets.ISO_8859_1);
    }
  }

  /** Whether the request sends one. */
  static boolean sent(Context ctx) {
    String type = ctx.contentType();
    return type != null && type.toLowerCase(Locale.ROOT).startsWith(TYPE);
  }

  /** The form that was posted, taken apart once; refuses what is none. */
  public static Upload of(Context ctx) {
    Upload known = ctx.attribute(KEY);
    if (known != null) {
      return known;
    }
    Upload upload = read(ctx);
    ctx.attribute(KEY, upload);
    return upload;
  }

  private static Upload read(Context ctx) {
    Matcher boundary = BOUNDARY.matcher(String.valueOf(ctx.contentType()));
    if (!sent(ctx) || !boundary.find()) {
      throw Refusal.of(415, "The file must be sent by the form, as " + TYPE + ".");
    }
    // A character for each byte, so that places in the text are places in the body.
    String body = new String(Body.of(ctx), StandardCharsets.ISO_8859_1);
    return new Upload(parts("\r\n" + body, "\r\n--" + boundary.group(1)));
  }

  private static List<Part> parts(String body, String delimiter) {
    List<Part> parts = new ArrayList<>();
    int from = body.indexOf(delimiter);
    while (from >= 0 && !body.startsWith("--", from + delimiter.length())) {
      int next = body.indexOf(delimiter, from + delimiter.length());
      int blank = body.indexOf("\r\n\r\n", from + delimiter.length());
      if (next < 0 || blank < 0 || blank > next || parts.size() == MOST_PARTS) {
        throw Refusal.unreadable("The form ended before it was complete.");
      }
      parts.add(part(body.substring(from, blank), body.substring(Math.min(blank + 4, next), next)));
      from = next;
    }
    return parts;
  }

  private static Part part(String head, String content) {
    Matcher name = NAME.matcher(head);
    Matcher file = FILE.matcher(head);
    return new Part(
        name.find() ? utf8(name.group(1)) : "", file.find() ? utf8(file.group(1)) : null, content);
  }

  private static String utf8(String bytes) {
    return new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
  }

  /** The plain fields, each with all its values in order. */
  SequencedMap<String, List<String>> fields() {
    SequencedMap<String, List<String>> fields = new LinkedHashMap<>();
    for (Part part : parts) {
      if (part.file() == null) {
        fields.computeIfAbsent(part.name(), name -> new ArrayList<>()).add(utf8(part.content()));
      }
    }
    return fields;
  }

  /** The file in the field {@code name}; empty when none was chosen. */
  public Optional<byte[]> file(String name) {
    return parts.stream()
        .filter(part -> part.name().equals(name) && part.file() != null)
        .filter(part -> !part.content().isEmpty() || !"".equals(part.file()))
        .map(Part::bytes)
        .findFirst();
  }
}
