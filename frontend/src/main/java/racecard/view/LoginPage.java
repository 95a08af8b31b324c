package racecard.view;

import org.jspecify.annotations.Nullable;

/**
 * Asks for the password.
 *
 * @param next the address to go to afterwards
 * @param error what was wrong with the last try; null at first
 */
public record LoginPage(String csrf, String next, @Nullable String error, String version) {}
