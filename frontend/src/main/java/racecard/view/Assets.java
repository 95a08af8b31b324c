package racecard.view;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The files that pages load: one stylesheet, the scripts and the icon, read once from the class
 * path.
 */
public final class Assets {
  private static final List<String> STYLES =
      List.of(
          "tokens", "reset", "base", "layout", "buttons", "forms", "tables", "cloth", "states",
          "answer", "charts", "levels", "panels", "print");
  private static final List<String> SCRIPTS =
      List.of("theme", "times", "copy", "sections", "news", "share", "start");
  private static final String WEBJARS = "/META-INF/resources/webjars/";
  private static final Map<String, Asset> ALL =
      Map.of(
          "racecard.css", asset("text/css; charset=utf-8", stylesheet()),
          "app.js", script(joined(SCRIPTS, "/static/js/%s.js")),
          "htmx.js", script(read(WEBJARS + "htmx.org/2.0.10/dist/htmx.min.js")),
          "sse.js", script(read(WEBJARS + "htmx-ext-sse/2.2.2/sse.js")),
          "icon.svg", asset("image/svg+xml", read("/static/icon.svg")));
  private static final Map<String, String> HREFS =
      ALL.entrySet().stream()
          .collect(
              Collectors.toUnmodifiableMap(
                  Map.Entry::getKey,
                  e -> "/static/%s?v=%s".formatted(e.getKey(), e.getValue().version())));

  private Assets() {}

  /**
   * A file with its type.
   *
   * @param text its content, to be sent as UTF-8
   * @param version changes whenever the content does
   */
  public record Asset(String contentType, String text, String version) {}

  /** The file that {@code /static/<name>} answers with, if there is one. */
  public static Optional<Asset> find(String name) {
    return Optional.ofNullable(ALL.get(name));
  }

  /** The address of {@code name} with its version, so that a browser may keep it for ever. */
  public static String href(String name) {
    String href = HREFS.get(name);
    if (href == null) {
      throw new IllegalArgumentException("no such asset: " + name);
    }
    return href;
  }

  /** The whole stylesheet, for a page that has to carry it along. */
  public static String stylesheet() {
    return joined(STYLES, "/static/css/%s.css");
  }

  private static String joined(List<String> names, String path) {
    return names.stream().map(name -> read(path.formatted(name))).collect(Collectors.joining("\n"));
  }

  private static Asset script(String text) {
    return asset("text/javascript; charset=utf-8", text);
  }

  private static Asset asset(String contentType, String text) {
    return new Asset(contentType, text, digest(text));
  }

  private static String read(String path) {
    try (InputStream in = Assets.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException("missing from the class path: " + path);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String digest(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 6);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
