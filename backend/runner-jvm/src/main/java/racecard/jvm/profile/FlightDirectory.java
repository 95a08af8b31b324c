package racecard.jvm.profile;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Where the Flight Recorder of this process keeps what it records: a directory of its own among the
 * system's temporary files. It would remove it at a regular exit, which this process never has.
 */
public final class FlightDirectory {
  // Set by the recorder when it begins to record (JEP 349).
  private static final String PROPERTY = "jdk.jfr.repository";
  // While one thread removes it, another may be writing one more file into it.
  private static final int TRIES = 3;

  private FlightDirectory() {}

  /** A file in it for what was recorded, so that one removal is enough. */
  static Path file() throws IOException {
    String directory = System.getProperty(PROPERTY);
    if (directory == null) {
      throw new IOException("it has no directory");
    }
    return Path.of(directory, "profile.jfr");
  }

  /** Removes it with everything in it, where there is one. */
  public static void remove() {
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
}
