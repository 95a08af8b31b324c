package racecard.view.run;

/**
 * A run as one file that needs no server.
 *
 * @param title the answer in one sentence
 * @param written when and by which Racecard, as "Written by Racecard 0.1.0 on 24 Nov 2026, 14:10"
 */
public record RunFile(String title, String written, RunParts parts) {}
