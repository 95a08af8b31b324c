package racecard.queue;

/**
 * A process that a worker started, told apart from later ones of the same number by its start.
 *
 * @param started any text that names the start of the process exactly, at most 40 characters
 */
public record Child(long pid, String started) {}
