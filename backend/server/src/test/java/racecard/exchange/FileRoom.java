package racecard.exchange;

import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import racecard.Rooms;
import racecard.TestDatabase;
import racecard.queue.PastJobs;
import racecard.run.ImportStore;
import racecard.run.Imported;
import racecard.run.Run;
import racecard.sample.MeasuredStore;

/** Exports and imports on a test database. */
public final class FileRoom {
  private static final String URL = "http://there/runs/1";

  public final Rooms rooms;
  public final Exports exports;
  public final Imports imports;

  /** The files of what {@code rooms} hold. */
  public FileRoom(Rooms rooms, TestDatabase database) {
    this.rooms = rooms;
    Turn turn = new Turn(Duration.ofSeconds(10));
    this.exports =
        new Exports(
            new PastJobs(rooms.jdbi), new MeasuredStore(rooms.jdbi, rooms.queue), "1.2.3", turn);
    this.imports =
        new Imports(new ImportStore(rooms.jdbi, database.engine()), Clock.systemUTC(), turn);
  }

  /** The run as a file. */
  public RunFile file(Run run) {
    return exports.of(run, URL).orElseThrow();
  }

  /** The run as the bytes of a file. */
  public byte[] bytes(Run run) {
    return RunFileWriter.write(file(run));
  }

  /** Keeps what is in a file. */
  public Run add(byte[] file) {
    return imports.add(file, "api").orElseThrow();
  }

  /** The run's file as the one that it came from would be, if it came from one. */
  public byte[] asWhereItCameFrom(Run imported) {
    RunFile there = RunFileReader.read(bytes(imported));
    Imported origin = Objects.requireNonNull(imported.imported());
    return RunFileWriter.write(there.from(origin.version(), origin.id(), origin.url(), null));
  }
}
