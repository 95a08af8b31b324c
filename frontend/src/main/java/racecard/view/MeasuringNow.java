package racecard.view;

import org.jspecify.annotations.Nullable;

/**
 * A run being measured, in short.
 *
 * @param title its label or its work
 * @param phase as "generation 2, block 3 of 5"
 * @param contender whose round runs; null between rounds
 * @param done valid measured rounds of all contenders
 * @param total how many the plan expects; 0 while nobody knows
 * @param text as "37 of about 63 rounds · about 40 s left"
 * @param cancel null once it is stopping
 */
public record MeasuringNow(
    String href,
    String title,
    State state,
    String phase,
    @Nullable Contender contender,
    int done,
    int total,
    String text,
    @Nullable PostForm cancel) {}
