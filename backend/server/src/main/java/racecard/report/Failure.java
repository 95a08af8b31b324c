package racecard.report;

/**
 * Why a run failed.
 *
 * @param kind the stored word, as RUNNER_CRASHED
 * @param remedy what a person can do
 */
public record Failure(String kind, String message, String remedy) {}
