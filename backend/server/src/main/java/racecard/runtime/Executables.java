package racecard.runtime;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import racecard.catalog.Manifest;

/**
 * Where interpreters may lie.
 *
 * @param searchPath the directories in which commands are looked for, in their order
 * @param home what {@code ~} stands for
 */
public record Executables(List<Path> searchPath, Path home) {
  /** Copies the list, so that it never changes. */
  public Executables {
    searchPath = List.copyOf(searchPath);
  }

  /** Files with one of the manifest's names: of the search path first, then of its places. */
  List<Path> of(Manifest manifest) {
    List<Pattern> names = manifest.names().stream().map(Pattern::compile).toList();
    Set<Path> found = new LinkedHashSet<>();
    searchPath.forEach(directory -> found.addAll(in(directory, names)));
    for (String place : manifest.places()) {
      matching(place).forEach(directory -> found.addAll(in(directory, names)));
    }
    return List.copyOf(found);
  }

  private static List<Path> in(Path directory, List<Pattern> names) {
    List<Path> found = new ArrayList<>();
    for (Path file : list(directory)) {
      if (isOne(file, names) && Files.isRegularFile(file) && Files.isExecutable(file)) {
        real(file).map(real -> isOne(real, names) ? real : file).ifPresent(found::add);
      }
    }
    return found;
  }

  private static boolean isOne(Path file, List<Pattern> names) {
    String name = String.valueOf(file.getFileName());
    return names.stream().anyMatch(pattern -> pattern.matcher(name).matches());
  }

  // One interpreter has many names. What is behind a link and called otherwise is a version
  // manager's shim, which goes by the name that it is called by.
  private static Optional<Path> real(Path file) {
    try {
      return Optional.of(file.toRealPath());
    } catch (IOException gone) {
      return Optional.empty();
    }
  }

  /** The directories that {@code place} names; {@code *} stands for any one name. */
  private List<Path> matching(String place) {
    String whole = place.startsWith("~/") ? home + place.substring(1) : place;
    List<Path> directories = List.of(Path.of("/"));
    for (String part : whole.split("/", -1)) {
      if (!part.isEmpty()) {
        directories = directories.stream().flatMap(in -> step(in, part).stream()).toList();
      }
    }
    return directories;
  }

  private static List<Path> step(Path directory, String part) {
    if (!part.contains("*")) {
      Path next = directory.resolve(part);
      return Files.isDirectory(next) ? List.of(next) : List.of();
    }
    Pattern name = Pattern.compile("\\Q" + part.replace("*", "\\E.*\\Q") + "\\E");
    return list(directory).stream()
        .filter(path -> name.matcher(String.valueOf(path.getFileName())).matches())
        .filter(Files::isDirectory)
        .toList();
  }

  private static List<Path> list(Path directory) {
    List<Path> entries = new ArrayList<>();
    try (DirectoryStream<Path> all = Files.newDirectoryStream(directory)) {
      all.forEach(entries::add);
    } catch (IOException | DirectoryIteratorException unreadable) {
      return List.of();
    }
    entries.sort(Comparator.comparing(String::valueOf));
    return entries;
  }
}
