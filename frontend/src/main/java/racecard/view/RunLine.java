package racecard.view;

import org.jspecify.annotations.Nullable;

/**
 * One run in a list.
 *
 * @param title the answer in short once there is one, else the label or the work
 * @param work as "downloads · 10 × 4 × 50 ms"
 * @param host where it was or is measured; empty before
 * @param leader who leads; null without a verdict
 * @param grade A, B or C; null without a verdict
 * @param judged the grade with what was flagged, as "grade B · other programs were busy"
 * @param label what the person called it; empty when not
 */
public record RunLine(
    String id,
    String href,
    String title,
    String work,
    String host,
    State state,
    @Nullable Contender leader,
    @Nullable String grade,
    String judged,
    Moment when,
    String label) {}
