package racecard.report;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import racecard.run.Run;
import racecard.sample.Sample;

/** Every round of a run as comma-separated values (RFC 4180) that a spreadsheet cannot execute. */
public final class RoundsCsv {
  private static final List<String> COLUMNS =
      List.of(
          "run",
          "label",
          "cell",
          "generation",
          "block",
          "position",
          "contender",
          "kind",
          "valid",
          "reason",
          "started_ns",
          "wall_ns",
          "cpu_ns",
          "memory_bytes",
          "repeats",
          "checksum");
  // A cell that begins with one of these is a formula to a spreadsheet.
  private static final String FORMULA = "=+-@\t\r\n";

  private RoundsCsv() {}

  /** A line of headings, then one for each round, in the order they were measured. */
  public static String of(Run run, List<Sample> samples) {
    return Stream.concat(
            Stream.of(line(COLUMNS.stream())), samples.stream().map(sample -> line(run, sample)))
        .collect(Collectors.joining());
  }

  private static String line(Run run, Sample sample) {
    Stream<@Nullable Object> cells =
        Stream.of(
            run.publicId(),
            run.label(),
            sample.cell(),
            sample.generation(),
            sample.block(),
            sample.position(),
            sample.contender(),
            sample.kind().id(),
            sample.valid(),
            sample.reason(),
            sample.startedNs(),
            sample.wallNs(),
            sample.usage().cpuNs(),
            sample.usage().memoryBytes(),
            sample.repeats(),
            sample.checksum());
    return line(cells.map(RoundsCsv::cell));
  }

  private static String line(Stream<String> cells) {
    return cells.collect(Collectors.joining(",", "", "\r\n"));
  }

  private static String cell(@Nullable Object content) {
    return switch (content) {
      case null -> "";
      case String text -> quoted(safe(text));
      default -> String.valueOf(content);
    };
  }

  private static String safe(String text) {
    return !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
  }

  private static String quoted(String text) {
    return text.matches("(?s).*[\",\r\n].*") ? "\"" + text.replace("\"", "\"\"") + "\"" : text;
  }
}
