package racecard.view.form;

/**
 * The line under the button.
 *
 * @param text as "7 contenders ≈ 1 min 10 s · 1 run ahead of you, starts at about 14:05"
 * @param warning what keeps it from running or makes it long; empty when nothing does
 */
public record EstimateLine(String text, String warning) {}
