package racecard;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;

/** Keeps files and directories from everybody but their owner, where the file system can. */
final class OwnerOnly {
  private static final Set<PosixFilePermission> DIRECTORY =
      PosixFilePermissions.fromString("rwx------");
  private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");

  private OwnerOnly() {}

  /** Creates {@code directory} where it is missing, and closes it to others. */
  static void directory(Path directory) throws IOException {
    Files.createDirectories(directory);
    set(directory, DIRECTORY);
  }

  /** Creates {@code file} where it is missing, and closes it to others. */
  static void file(Path file) throws IOException {
    if (Files.notExists(file)) {
      Files.createFile(file);
    }
    set(file, FILE);
  }

  /** Whether others may do nothing with {@code file}. */
  static boolean holds(Path file) throws IOException {
    if (!posix(file)) {
      return true;
    }
    Set<PosixFilePermission> allowed = EnumSet.noneOf(PosixFilePermission.class);
    allowed.addAll(Files.getPosixFilePermissions(file));
    allowed.removeAll(DIRECTORY);
    return allowed.isEmpty();
  }

  private static void set(Path path, Set<PosixFilePermission> permissions) throws IOException {
    if (posix(path)) {
      Files.setPosixFilePermissions(path, permissions);
    }
  }

  private static boolean posix(Path path) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix");
  }
}
