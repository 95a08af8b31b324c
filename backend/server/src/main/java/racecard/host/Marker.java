package racecard.host;

import java.util.Map;
import java.util.Optional;

/**
 * What stands in the environment of every process that is started for a job or to prepare for one,
 * so that it can be found when nobody else remembers it.
 *
 * @param job names the job and the part of it, without {@code @}
 * @param owner the process that started it: when that is gone, what it started must go too
 */
public record Marker(String job, ProcessId owner) {
  static final String VARIABLE = "RACECARD_JOB";

  /** A marker of this process. */
  public static Marker of(String job) {
    return new Marker(job, ProcessId.self());
  }

  /** Adds it to the environment of a process that is about to be started. */
  public void into(Map<String, String> environment) {
    environment.put(VARIABLE, text());
  }

  /** As it stands in the environment. */
  String text() {
    return job + "@" + owner.pid() + "@" + owner.started();
  }

  static Optional<Marker> read(String text) {
    String[] parts = text.split("@", -1);
    return parts.length == 3 && parts[1].matches("\\d{1,18}")
        ? Optional.of(new Marker(parts[0], new ProcessId(Long.parseLong(parts[1]), parts[2])))
        : Optional.empty();
  }
}
