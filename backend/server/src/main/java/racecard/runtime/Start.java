package racecard.runtime;

import java.util.List;

/** How the runner of a contender is started. */
public sealed interface Start {
  /** By this command. */
  record By(List<String> command) implements Start {
    /** Copies the words, so that they never change. */
    public By {
      command = List.copyOf(command);
    }
  }

  /** Not at all; {@code why} is a sentence without its end. */
  record Impossible(String why) implements Start {}
}
