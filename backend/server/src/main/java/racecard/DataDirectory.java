package racecard;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The directory that one process at a time keeps everything in, closed to other users. */
final class DataDirectory implements AutoCloseable {
  private static final String OWN_FILES = "racecard";
  private static final String LOCK = "racecard.lock";
  private static final String LOST_AND_FOUND = "lost+found"; // a file system's root has it

  private final Path path;
  private final FileChannel locked;

  private DataDirectory(Path path, FileChannel locked) {
    this.path = path;
    this.locked = locked;
  }

  /**
   * Creates it where it is missing and takes it.
   *
   * @throws CannotOpen when another process has it, when it is not writable, or when it holds
   *     somebody else's files
   */
  static DataDirectory take(Path path) {
    Path lock = claim(path);
    try {
      OwnerOnly.file(log(path));
      return new DataDirectory(path, lock(path, lock));
    } catch (IOException failure) {
      throw notWritable(path, failure);
    }
  }

  /**
   * Creates it where it is missing and marks it as Racecard's, whoever uses it; gives the file that
   * marks it. Throws CannotOpen as {@link #take} does.
   */
  static Path claim(Path path) {
    try {
      refuseForeign(path);
      OwnerOnly.directory(path);
      Path lock = path.resolve(LOCK);
      OwnerOnly.file(lock);
      return lock;
    } catch (IOException failure) {
      throw notWritable(path, failure);
    }
  }

  /** What is said of a directory that cannot be written. */
  static CannotOpen notWritable(Path path, IOException cause) {
    return new CannotOpen(
        "The data directory %s cannot be written: choose another with --data, or change its owner"
            .formatted(path),
        cause);
  }

  Path path() {
    return path;
  }

  /** Where the log is written. */
  Path log() {
    return log(path);
  }

  @Override
  public void close() {
    try {
      locked.close();
    } catch (IOException alreadyGone) {
      // The lock ends with the process at the latest.
      return;
    }
  }

  private static Path log(Path path) {
    return path.resolve("racecard.log");
  }

  private static FileChannel lock(Path path, Path file) throws IOException {
    FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
    @Nullable FileLock lock = channel.tryLock();
    if (lock == null) {
      channel.close();
      throw new CannotOpen(
          "Another Racecard%s uses the data directory %s: stop it, or choose another with --data"
              .formatted(holder(file), path),
          null);
    }
    channel.truncate(0);
    channel.write(
        ByteBuffer.wrap(
            Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)));
    return channel;
  }

  private static String holder(Path file) throws IOException {
    String pid = Files.readString(file);
    return pid.isBlank() ? "" : " (process %s)".formatted(pid);
  }

  /** The number of the process that uses {@code path}, which is left as it is; empty for nobody. */
  static Optional<String> user(Path path) throws IOException {
    Path file = path.resolve(LOCK);
    if (!Files.isWritable(file)) {
      return Optional.empty();
    }
    try (FileChannel channel =
            FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
        FileLock free = channel.tryLock()) {
      return free == null ? Optional.of(Files.readString(file)) : Optional.empty();
    }
  }

  /**
   * Throws CannotOpen when it holds somebody else's files: closing a home directory to others, or
   * filling one with ours, is never what was meant.
   */
  static void refuseForeign(Path path) throws IOException {
    if (!Files.isDirectory(path)) {
      return;
    }
    try (Stream<Path> files = Files.list(path)) {
      List<String> names =
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> !name.equals(LOST_AND_FOUND))
              .toList();
      if (!names.isEmpty() && names.stream().noneMatch(name -> name.startsWith(OWN_FILES))) {
        throw new CannotOpen(
            "The data directory %s holds files that are not Racecard's: name a new or empty one with --data"
                .formatted(path),
            null);
      }
    }
  }
}
