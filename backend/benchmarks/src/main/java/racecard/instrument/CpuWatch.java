package racecard.instrument;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;

/**
 * The CPU time of a process, read every 20 ms beside the host's monotonic clock, so that what it
 * used within given spans can be told apart from what it used between them.
 */
public final class CpuWatch implements AutoCloseable {
  private static final long EVERY_MS = 20;

  /** Reads the CPU time used so far, in nanoseconds. */
  public interface Reading {
    long cpuNs() throws IOException;
  }

  private record Point(long atNs, long cpuNs) {}

  private final Reading reading;
  private final List<Point> points = Collections.synchronizedList(new ArrayList<>());
  private final Thread thread;

  public CpuWatch(Reading reading) {
    this.reading = reading;
    this.thread = Thread.ofPlatform().daemon().name("cpu watch").start(this::watch);
  }

  private void watch() {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        points.add(new Point(System.nanoTime(), reading.cpuNs()));
        TimeUnit.MILLISECONDS.sleep(EVERY_MS);
      }
    } catch (InterruptedException | IOException ended) {
      // closed, or the process is gone: what was read stands
    }
  }

  /** The share of one core over everything watched. */
  public double whole() {
    Point first = points.getFirst();
    Point last = points.getLast();
    return (double) (last.cpuNs() - first.cpuNs()) / (last.atNs() - first.atNs());
  }

  /** The share of one core within the rounds of {@code samples}. */
  public double during(JsonNode samples) {
    double used = 0;
    double passed = 0;
    for (JsonNode round : samples.path("samples")) {
      long begin = round.path("started_ns").asLong(0);
      long end = begin + round.path("wall_ns").asLong(0) * round.path("repeats").asLong(1);
      if (begin > points.getFirst().atNs() && end < points.getLast().atNs()) {
        used += cpuNs(end) - cpuNs(begin);
        passed += end - begin;
      }
    }
    return used / passed;
  }

  /** What was used until {@code ns}, in proportion between two readings. */
  private double cpuNs(long ns) {
    int low = 0;
    int high = points.size() - 1;
    while (high - low > 1) {
      int middle = (low + high) / 2;
      if (points.get(middle).atNs() <= ns) {
        low = middle;
      } else {
        high = middle;
      }
    }
    Point before = points.get(low);
    Point after = points.get(high);
    double share = (double) (ns - before.atNs()) / (after.atNs() - before.atNs());
    return before.cpuNs() + share * (after.cpuNs() - before.cpuNs());
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
