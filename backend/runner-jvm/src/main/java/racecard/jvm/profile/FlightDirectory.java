package racecard.jvm.profile;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Where the Flight Recorder of this process keeps what it records: a directory of its own among the
 * system's temporary files. It would remove it at a regular exit, which this process never has.
 */
public final class FlightDirectory {
  // Set by the recorder when it begins to record (JEP 349).
  private static final String PROPERTY = "jdk.jfr.repository";
  // Beginning to record takes 0.1 s, and the end of stdin must end this process within one.
  private static final long BEGINNING_MS = 300;
  // While one thread removes the directory, another may be writing one more file into it.
  private static final int TRIES = 3;

  private static final ReentrantLock MAKING = new ReentrantLock();

  private FlightDirectory() {}

  /** Has {@code begin} make it, or never comes back if this process is about to end. */
  static void make(Runnable begin) {
    MAKING.lock();
    try {
      begin.run();
    } finally {
      MAKING.unlock();
    }
  }

  /** A file in it for what was recorded, so that one removal is enough. */
  static Path file() throws IOException {
    String directory = System.getProperty(PROPERTY);
    if (directory == null) {
      throw new IOException("it has no directory");
    }
    return Path.of(directory, "profile.jfr");
  }

  /** Removes it with everything in it, where there is one. */
  static void remove() {
    String directory = System.getProperty(PROPERTY);
    if (directory != null) {
      boolean gone = false;
      for (int tried = 0; tried < TRIES && !gone; tried++) {
        gone = removed(new File(directory));
      }
    }
  }

  private static boolean removed(File directory) {
    File[] files = directory.listFiles();
    if (files == null) {
      return true;
    }
    Arrays.stream(files).forEach(File::delete);
    return directory.delete();
  }

  /** Removes it since this process ends now: nothing makes another one after that. */
  public static void removeForGood() {
    try {
      boolean kept = MAKING.tryLock(BEGINNING_MS, TimeUnit.MILLISECONDS);
      if (!kept) {
        System.err.println("Racecard: the Flight Recorder may leave a directory.");
      }
    } catch (InterruptedException e) {
      // Nothing is more urgent than to end.
    }
    remove();
  }
}
