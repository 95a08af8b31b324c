package racecard.view.run;

import org.jspecify.annotations.Nullable;

/**
 * A run for whoever has the link: read-only, without navigation.
 *
 * @param title the answer in one sentence
 * @param url the absolute address of this page
 * @param poll the path to read again while something may still change; null when it is final
 * @param description the conditions, for previews
 * @param exportHref where the file is from which the verdict can be recomputed; null before it is
 *     final
 */
public record SharedRun(
    String title,
    String url,
    @Nullable String poll,
    String description,
    String version,
    @Nullable String exportHref,
    RunParts parts) {}
