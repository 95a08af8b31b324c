package racecard.catalog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the manifests that the build put beside these classes, one for each runner's folder. */
final class Manifests {
  private static final String FILE = "runtime.json";
  private static final String ONE = "/runtimes/runner-jvm/" + FILE;

  static final List<Manifest> BUILT = built();

  private Manifests() {}

  private static List<Manifest> built() {
    try {
      URL one = Objects.requireNonNull(Manifests.class.getResource(ONE), ONE);
      if (!(one.openConnection() instanceof JarURLConnection inJar)) {
        return in(Path.of(one.toURI()).resolve("../..").normalize());
      }
      Path file = Path.of(inJar.getJarFileURL().toURI());
      try (FileSystem jar = FileSystems.newFileSystem(file)) {
        return in(jar.getPath("/runtimes"));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The program's manifests of runtimes cannot be read", e);
    } catch (URISyntaxException badAddress) {
      throw new IllegalStateException(badAddress);
    }
  }

  private static List<Manifest> in(Path folder) throws IOException {
    List<Manifest> manifests = new ArrayList<>();
    try (Stream<Path> runners = Files.list(folder)) {
      for (Path runner : runners.toList()) {
        String name = String.valueOf(runner.getFileName()).replace("/", "");
        manifests.add(read(name, Files.readString(runner.resolve(FILE))));
      }
    }
    manifests.sort(Comparator.comparing(Manifest::title));
    return List.copyOf(manifests);
  }

  /** Reads the manifest of {@code folder}; throws an unchecked exception where a field is wrong. */
  static Manifest read(String folder, String json) {
    JsonNode node = JsonMapper.shared().readTree(json);
    return new Manifest(
        folder,
        node.required("title").stringValue(),
        texts(node.path("names")),
        texts(node.path("places")),
        texts(node.path("describe")),
        texts(node.path("start")),
        node.has("libraries") ? libraries(node.required("libraries")) : null,
        node.required("strategies").valueStream().map(Manifests::strategy).toList());
  }

  private static Manifest.Libraries libraries(JsonNode node) {
    return new Manifest.Libraries(
        node.required("make").valueStream().map(Manifests::texts).toList(),
        node.required("interpreter").stringValue(),
        node.required("pins").stringValue());
  }

  private static Strategy strategy(JsonNode node) {
    return new Strategy(
        node.required("id").stringValue(),
        node.required("title").stringValue(),
        node.required("sentence").stringValue(),
        texts(node.path("traits")).stream().map(Trait::of).collect(Collectors.toSet()));
  }

  private static List<String> texts(JsonNode list) {
    return list.valueStream().map(JsonNode::stringValue).toList();
  }
}
