package racecard.runtime;

import java.nio.file.Path;

/**
 * An executable that looked like a runtime and is none that can be used.
 *
 * @param why a sentence
 */
public record LeftOut(Path executable, String why) {}
