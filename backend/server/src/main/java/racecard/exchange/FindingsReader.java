package racecard.exchange;

import static racecard.exchange.MeasuredReader.LONGEST_NS;
import static racecard.exchange.RunFileReader.maybe;

import org.jspecify.annotations.Nullable;
import racecard.sample.Findings;

/** Reads what a profiler saw of one contender. */
final class FindingsReader {
  private static final int MOST = 100;
  private static final int NAME = 300;
  private static final long COUNT = 1_000_000_000_000L;
  private static final long BYTES = 1L << 60;

  private FindingsReader() {}

  static Findings read(Spot spot) {
    return new Findings(
        spot.in("profiler").text(100),
        spot.in("missing").text(4_000),
        spot.in("rounds").count(0, Integer.MAX_VALUE),
        spot.in("wall_ns").whole(0, LONGEST_NS),
        spot.in("interval_ns").whole(0, LONGEST_NS),
        spot.in("samples").whole(0, COUNT),
        spot.in("functions").each(MOST).stream().map(FindingsReader::function).toList(),
        spot.in("events").each(MOST).stream().map(FindingsReader::event).toList(),
        bytes(spot, "allocated_bytes"),
        spot.orNull("memory", FindingsReader::memory));
  }

  private static Findings.Function function(Spot spot) {
    return new Findings.Function(spot.in("name").text(NAME), spot.in("count").whole(0, COUNT));
  }

  private static Findings.Event event(Spot spot) {
    return new Findings.Event(
        spot.in("kind").text(MOST),
        spot.in("count").whole(0, COUNT),
        spot.in("total_ns").whole(0, LONGEST_NS),
        spot.in("longest_ns").whole(0, LONGEST_NS),
        maybe(spot, "example", NAME));
  }

  private static Findings.Memory memory(Spot spot) {
    return new Findings.Memory(
        spot.in("pss_bytes").whole(0, BYTES),
        spot.in("rss_bytes").whole(0, BYTES),
        spot.in("processes").count(1, Integer.MAX_VALUE));
  }

  private static @Nullable Long bytes(Spot spot, String name) {
    return spot.orNull(name, number -> number.whole(0, BYTES));
  }
}
