package racecard.view;

import org.jspecify.annotations.Nullable;

/**
 * What a person sees instead of a page.
 *
 * @param status the HTTP status
 * @param title as "There is no such page"
 * @param message what happened and where
 * @param remedy what to do; empty when there is nothing
 * @param way a way on; null for the overview
 */
public record ErrorPage(
    Frame frame, int status, String title, String message, String remedy, @Nullable Link way) {}
