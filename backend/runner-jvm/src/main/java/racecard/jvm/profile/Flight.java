package racecard.jvm.profile;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordingFile;

/** One recording of the Flight Recorder, with the events of {@link Kind} and samples. */
final class Flight {
  static final long INTERVAL_NS = 10_000_000;

  // Threads that execute Java. Its sister for native code would count waiting for a socket as work.
  static final String SAMPLE = "jdk.ExecutionSample";

  private final Recording recording;

  private Flight(Recording recording) {
    this.recording = recording;
  }

  /** Begins to record; throws IllegalStateException if the recorder cannot be started. */
  static Flight begin() {
    Recording recording = new Recording();
    recording.enable(SAMPLE).withPeriod(Duration.ofNanos(INTERVAL_NS));
    for (Kind kind : Kind.values()) {
      recording.enable(kind.event()).withThreshold(kind.threshold());
    }
    FlightDirectory.make(recording::start);
    return new Flight(recording);
  }

  /** Ends to record, and leaves nothing of it on disk. */
  Seen end() throws IOException {
    try (recording) {
      recording.stop();
      Path file = FlightDirectory.file();
      recording.dump(file);
      return read(file);
    } finally {
      FlightDirectory.remove();
    }
  }

  private static Seen read(Path file) throws IOException {
    Seen seen = new Seen();
    try (RecordingFile events = new RecordingFile(file)) {
      while (events.hasMoreEvents()) {
        seen.add(events.readEvent());
      }
    }
    return seen;
  }
}
