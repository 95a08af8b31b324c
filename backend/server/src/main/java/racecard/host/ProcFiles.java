package racecard.host;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the small text files in which Linux tells about itself; absent ones are simply empty. */
final class ProcFiles {
  private static final Path PROC = Path.of("/proc");

  private ProcFiles() {}

  static List<String> lines(String path) {
    try {
      return Files.readAllLines(Path.of(path), StandardCharsets.ISO_8859_1);
    } catch (IOException | UncheckedIOException absent) {
      return List.of();
    }
  }

  static Optional<String> firstLine(String path) {
    return lines(path).stream().findFirst().map(String::strip).filter(line -> !line.isEmpty());
  }

  /** What stands behind the first occurrence of {@code key} at the start of a line. */
  static Optional<String> after(String path, String key) {
    return lines(path).stream()
        .filter(line -> line.startsWith(key))
        .map(line -> line.substring(key.length()).replaceFirst("^[\\s:=]+", "").strip())
        .findFirst();
  }

  /** The first whole number behind {@code key}. */
  static Optional<Long> number(String path, String key) {
    return after(path, key).flatMap(ProcFiles::leadingNumber);
  }

  static Optional<Long> leadingNumber(String text) {
    String digits = text.replaceFirst("^(\\d*).*$", "$1");
    return digits.isEmpty() ? Optional.empty() : Optional.of(Long.parseLong(digits));
  }

  /** The numbers of all processes of this system that may be seen. */
  static List<Long> processes() {
    return numbered(PROC);
  }

  /** The numbers that name entries of {@code directory}. */
  static List<Long> numbered(Path directory) {
    List<Long> numbers = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory, "[0-9]*")) {
      entries.forEach(
          entry -> leadingNumber(entry.getFileName().toString()).ifPresent(numbers::add));
    } catch (IOException | DirectoryIteratorException absent) {
      return numbers;
    }
    return numbers;
  }

  /** The environment that process {@code pid} was started with, {@code NAME=text} each. */
  static List<String> environment(long pid) {
    try {
      byte[] bytes = Files.readAllBytes(PROC.resolve(String.valueOf(pid)).resolve("environ"));
      return List.of(new String(bytes, StandardCharsets.UTF_8).split("\0", -1));
    } catch (IOException goneOrNotOurs) {
      return List.of();
    }
  }
}
