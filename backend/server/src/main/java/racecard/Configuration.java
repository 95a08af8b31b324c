package racecard;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import racecard.run.UrlPolicy;
import racecard.runner.Installation;
import racecard.runtime.Environments;
import racecard.runtime.Executables;
import racecard.runtime.Runtimes;
import racecard.web.Settings;
import racecard.web.safety.Password;

/**
 * What was configured, checked.
 *
 * @param data where everything is kept
 * @param postgres null for the H2 file in {@code data}
 * @param worker whether this process measures too
 * @param runtimes which runtimes it measures
 * @param executables where their interpreters are looked for
 */
record Configuration(
    Path data,
    Settings web,
    @Nullable Postgres postgres,
    boolean worker,
    UrlPolicy urlPolicy,
    Measured runtimes,
    Executables executables) {
  private static final int DEFAULT_PORT = 7070;
  private static final int LARGEST_PORT = 65_535;
  private static final String LOOPBACK = "127.0.0.1";

  /** The address of a PostgreSQL database, and who asks. */
  record Postgres(String url, @Nullable String user, @Nullable String password) {}

  /** Checks everything that was given. */
  static Configuration of(Given given) {
    return new Configuration(
        given.data(),
        web(given),
        postgres(given),
        !isSet(given, Key.NO_WORKER),
        urls(given),
        given.find(Key.RUNTIMES).map(Configuration::measured).orElse(Measured.ALL),
        given.executables());
  }

  /** Which runtimes are measured. */
  enum Measured {
    /** Those that are found, with libraries added to one of each kind. */
    ALL,
    /** Those that are found, as they are. */
    FOUND,
    /** The one that this program runs on. */
    JVM
  }

  private static Measured measured(Given.Said said) {
    return switch (said.text()) {
      case "all" -> Measured.ALL;
      case "found" -> Measured.FOUND;
      case "jvm" -> Measured.JVM;
      default -> throw said.refused("must be all, found or jvm");
    };
  }

  /** The runtimes to measure, with their libraries kept in the data directory. */
  Runtimes openRuntimes() {
    Environments environments =
        new Environments(data.resolve("environments"), Installation.childrenOfThisProgram());
    return new Runtimes(
        runtimes == Measured.JVM ? null : executables, environments, runtimes == Measured.ALL);
  }

  private static Settings web(Given given) {
    @Nullable Password password =
        given.find(Key.PASSWORD_FILE).map(Configuration::password).orElse(null);
    String address = given.find(Key.LISTEN).map(said -> address(said, password)).orElse(LOOPBACK);
    @Nullable URI publicUrl = given.find(Key.PUBLIC_URL).map(Configuration::url).orElse(null);
    int port = given.find(Key.PORT).map(Configuration::port).orElse(DEFAULT_PORT);
    return new Settings(address, port, publicUrl, password);
  }

  private static int port(Given.Said said) {
    if (said.text().matches("[0-9]{1,5}") && Integer.parseInt(said.text()) <= LARGEST_PORT) {
      return Integer.parseInt(said.text());
    }
    throw said.refused("must be a port from 0 to 65535");
  }

  // As it was written: browsers send it back so, and are checked for it.
  private static String address(Given.Said said, @Nullable Password password) {
    String text = said.text().equals("localhost") ? LOOPBACK : said.text();
    InetAddress address = literal(text, said);
    if (!address.isLoopbackAddress() && password == null) {
      throw new UsageError(
          "%s %s lets others in: name a file with a password in --password-file, or listen on %s"
              .formatted(said.where(), said.text(), LOOPBACK));
    }
    if (!isHere(address)) {
      throw said.refused("must be an address of this machine, or 0.0.0.0 for all of them");
    }
    return text;
  }

  private static InetAddress literal(String text, Given.Said said) {
    try {
      return InetAddress.ofLiteral(text);
    } catch (IllegalArgumentException notAnAddress) {
      throw said.refused("must be an IP address such as 127.0.0.1 or 0.0.0.0");
    }
  }

  private static boolean isHere(InetAddress address) {
    try {
      return address.isAnyLocalAddress()
          || address.isLoopbackAddress()
          || NetworkInterface.getByInetAddress(address) != null;
    } catch (SocketException unknown) {
      return true; // Listening says it then.
    }
  }

  private static Password password(Given.Said file) {
    try {
      return Password.of(SecretFile.firstLine(file));
    } catch (IllegalArgumentException weak) {
      throw new CannotOpen(
          "The password in %s (%s) cannot be used: %s"
              .formatted(file.text(), file.where(), weak.getMessage()),
          weak);
    }
  }

  private static URI url(Given.Said said) {
    String must = "must be an address such as https://racecard.example.org";
    try {
      URI url = new URI(said.text());
      boolean bare =
          url.getHost() != null
              && url.getRawUserInfo() == null
              && url.getRawQuery() == null
              && url.getRawFragment() == null
              && List.of("", "/").contains(url.getRawPath());
      if (bare && List.of("http", "https").contains(url.getScheme())) {
        return url;
      }
      throw said.refused(must);
    } catch (URISyntaxException malformed) {
      throw said.refused(must);
    }
  }

  private static @Nullable Postgres postgres(Given given) {
    Optional<Given.Said> user = given.find(Key.DATABASE_USER);
    Optional<Given.Said> password = given.find(Key.DATABASE_PASSWORD_FILE);
    Optional<Given.Said> url = given.find(Key.DATABASE);
    if (url.isEmpty()) {
      user.or(() -> password).ifPresent(Configuration::refuseAlone);
      return null;
    }
    return new Postgres(
        databaseUrl(url.get()),
        user.map(Given.Said::text).orElse(null),
        password.map(SecretFile::firstLine).orElse(null));
  }

  private static void refuseAlone(Given.Said said) {
    throw new UsageError("%s needs --database with it".formatted(said.where()));
  }

  private static String databaseUrl(Given.Said said) {
    if (!said.text().startsWith("jdbc:postgresql:")) {
      throw said.refused("must begin with jdbc:postgresql:");
    }
    if (said.text().matches("(?i).*[?&](ssl)?password=.*")) {
      throw new UsageError(
          "%s must not contain a password, which others would see: use --database-password-file"
              .formatted(said.where()));
    }
    return said.text();
  }

  private static UrlPolicy urls(Given given) {
    return given.find(Key.ALLOW_URLS).map(Configuration::urlPolicy).orElseGet(UrlPolicy::none);
  }

  private static UrlPolicy urlPolicy(Given.Said said) {
    return switch (said.text()) {
      case "none" -> UrlPolicy.none();
      case "public" -> UrlPolicy.publicAddresses(host -> List.of(InetAddress.getAllByName(host)));
      default -> throw said.refused("must be none or public");
    };
  }

  private static boolean isSet(Given given, Key key) {
    return given.find(key).map(Configuration::truth).orElse(false);
  }

  private static boolean truth(Given.Said said) {
    return switch (said.text()) {
      case "true" -> true;
      case "false" -> false;
      default -> throw said.refused("must be true or false");
    };
  }
}
