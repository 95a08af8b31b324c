package racecard.runner;

import java.util.List;

/**
 * Some tasks of one recorded round.
 *
 * @param total how many tasks the round had
 */
public record RoundTimeline(int total, List<TaskTimes> tasks) {}
