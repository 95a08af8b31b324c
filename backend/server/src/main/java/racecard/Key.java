package racecard;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Everything that can be configured: {@code --data-x} on the command line is {@code
 * RACECARD_DATA_X} in the environment and {@code data-x} in the configuration file.
 */
enum Key {
  PORT("PORT", "Listen on this port; 0 for any free one (7070)."),
  LISTEN("ADDRESS", "Listen on this address of the machine (127.0.0.1); others need a password."),
  DATA(
      "DIRECTORY", "Keep everything here ($XDG_DATA_HOME/racecard, else ~/.local/share/racecard)."),
  PASSWORD_FILE("FILE", "Ask for the password in this file's first line; chmod 600."),
  PUBLIC_URL("URL", "How others reach this server, behind a proxy for example."),
  DATABASE("JDBC-URL", "Use this PostgreSQL (jdbc:postgresql://host/name) and not a file."),
  DATABASE_USER("NAME", "Its user."),
  DATABASE_PASSWORD_FILE("FILE", "Its password, in this file's first line; chmod 600."),
  ALLOW_URLS("none|public", "Which of the users' own URLs fetch may download from (none)."),
  RUNTIMES(
      "all|found|jvm",
      "Measure the JVM alone (jvm), what is found here too (found), and add its libraries once (all)."),
  NO_WORKER(null, "Only show and queue; a worker elsewhere measures."),
  CONFIG("FILE", "Read options from this file (racecard.properties in the data directory).");

  private final @Nullable String parameter;
  private final String description;

  Key(@Nullable String parameter, String description) {
    this.parameter = parameter;
    this.description = description;
  }

  /** The name in a configuration file. */
  String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The name on the command line. */
  String option() {
    return "--" + id();
  }

  /** The name in the environment. */
  String variable() {
    return "RACECARD_" + name();
  }

  /** What stands for its value in the help; null when it is either given or not. */
  @Nullable String parameter() {
    return parameter;
  }

  String description() {
    return description;
  }

  /** The key with this name in a configuration file. */
  static Optional<Key> ofId(String id) {
    return Arrays.stream(values()).filter(key -> key.id().equals(id)).findFirst();
  }

  /** The names in a configuration file. */
  static List<String> ids() {
    return Arrays.stream(values()).map(Key::id).toList();
  }

  /** The names in the environment. */
  static List<String> variables() {
    return Arrays.stream(values()).map(Key::variable).toList();
  }
}
