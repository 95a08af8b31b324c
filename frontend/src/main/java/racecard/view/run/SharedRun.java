package racecard.view.run;

/**
 * A run for whoever has the link: read-only, without navigation.
 *
 * @param title the answer in one sentence
 * @param url the absolute address of this page
 * @param description the conditions, for previews
 */
public record SharedRun(
    String title, String url, String description, String version, RunParts parts) {}
