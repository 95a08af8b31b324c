package racecard.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The runs there were, filtered, in one order, a page at a time; all of it in the address.
 *
 * @param text what is searched for
 * @param summary as "41 runs" or "7 of 41 runs"
 * @param filtered whether anything restricts the list, so that clearing makes sense
 * @param query the restriction in words for the empty message, as "workload:fetch nuc"
 * @param previousHref null on the first page
 * @param nextHref null on the last page
 */
public record History(
    Frame frame,
    String text,
    List<Option> workloads,
    List<Option> states,
    List<Option> contenders,
    List<Option> orders,
    List<RunLine> runs,
    String summary,
    boolean filtered,
    String query,
    @Nullable String previousHref,
    @Nullable String nextHref) {}
