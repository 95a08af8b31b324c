package racecard.report;

/**
 * What measuring more would take and tell.
 *
 * @param generations how many further ones are worth asking for
 * @param hint as {@code about 40 s more would tell threads and event-loop apart}
 */
public record Further(int generations, String hint) {}
