package racecard.runtime;

import java.nio.file.Path;

/** What stands for the placeholders in a manifest's commands. */
record Filled(String interpreter, String folder, Path environment, String strategy) {
  String fill(String word) {
    return word.replace("{interpreter}", interpreter)
        .replace("{folder}", folder)
        .replace("{environment}", environment.toString())
        .replace("{strategy}", strategy);
  }
}
