package racecard;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;
import racecard.web.Settings;

/** Whether the server could start here: its JDK, its data directory, its database, its port. */
final class PlaceFindings {
  private static final String DATA = "data directory";
  private static final String PORT = "port";
  private static final int DATABASE_LIMIT_S = 5;
  private static final long LITTLE_SPACE = 1L << 30;
  private static final long TOO_LITTLE_SPACE = 50L << 20;
  private static final double GIB = 1 << 30;

  private PlaceFindings() {}

  static void add(Configuration configuration, Findings findings) {
    findings.add(
        Finding.ok(
            "JDK",
            "%s %s in %s"
                .formatted(
                    System.getProperty("java.vendor"),
                    Runtime.version(),
                    System.getProperty("java.home"))));
    Path data = configuration.data();
    Optional<String> user = user(data);
    findings.add(data(data, user));
    findings.add(space(data));
    Configuration.Postgres postgres = configuration.postgres();
    if (postgres != null) {
      findings.add(database(postgres));
    }
    findings.add(port(configuration.web(), user.isPresent()));
  }

  /** Asked once: whoever asks holds the directory for a moment. */
  private static Optional<String> user(Path data) {
    try {
      return DataDirectory.user(data);
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }

  /**
   * Whether they can be kept there.
   *
   * @param user the process that uses it; empty for none
   */
  static Finding data(Path data, Optional<String> user) {
    try {
      DataDirectory.refuseForeign(data);
      if (user.isPresent()) {
        return Finding.ok(DATA, "%s, used by process %s".formatted(data, user.get()));
      }
    } catch (CannotOpen refusal) {
      return Finding.bad(DATA, String.valueOf(refusal.getMessage()), "");
    } catch (IOException unreadable) {
      return unwritable(data);
    }
    Path there = nearest(data);
    if (!Files.isDirectory(there) || !Files.isWritable(there)) {
      return unwritable(data);
    }
    return Finding.ok(DATA, there.equals(data) ? data.toString() : data + ", made at the start");
  }

  private static Finding unwritable(Path data) {
    return Finding.bad(
        DATA, data + " cannot be written", "choose another with --data, or change its owner");
  }

  static Finding space(Path data) {
    String what = "free disk";
    String remedy = "make room, or choose another place with --data";
    try {
      long free = Files.getFileStore(nearest(data)).getUsableSpace();
      String figure = String.format(Locale.ROOT, "%.1f GiB", free / GIB);
      return free < TOO_LITTLE_SPACE
          ? Finding.bad(what, figure, remedy)
          : free < LITTLE_SPACE ? Finding.look(what, figure, remedy) : Finding.ok(what, figure);
    } catch (IOException untold) {
      return Finding.look(what, "cannot be told: " + untold.getMessage(), remedy);
    }
  }

  /** What is there of {@code path}: itself, or the directory that it would be made in. */
  private static Path nearest(Path path) {
    Path there = path;
    while (Files.notExists(there) && there.getParent() != null) {
      there = there.getParent();
    }
    return there;
  }

  private static Finding database(Configuration.Postgres postgres) {
    DriverManager.setLoginTimeout(DATABASE_LIMIT_S);
    try (Connection connection =
        DriverManager.getConnection(postgres.url(), postgres.user(), postgres.password())) {
      return Finding.ok(
          "database",
          "%s, PostgreSQL %s"
              .formatted(postgres.url(), connection.getMetaData().getDatabaseProductVersion()));
    } catch (SQLException refusal) {
      return Finding.bad(
          "database",
          "%s does not let in: %s".formatted(postgres.url(), refusal.getMessage()),
          "see --database, --database-user and --database-password-file");
    }
  }

  /**
   * Whether it can listen there.
   *
   * @param running whether a Racecard is at work with these data, which may be what has the port
   */
  static Finding port(Settings web, boolean running) {
    String figure = "%s on %s".formatted(web.port() == 0 ? "any" : web.port(), web.address());
    try {
      new ServerSocket(web.port(), 1, InetAddress.ofLiteral(web.address())).close();
      return Finding.ok(PORT, "%s, free".formatted(figure));
    } catch (BindException taken) {
      return running
          ? Finding.ok(PORT, figure + ", taken, by Racecard if it was started with this port")
          : Finding.bad(
              PORT,
              "%s cannot be had: %s".formatted(figure, taken.getMessage()),
              "choose another with --port");
    } catch (IOException failure) {
      return Finding.bad(
          PORT, "%s: %s".formatted(figure, failure.getMessage()), "see --listen and --port");
    }
  }
}
