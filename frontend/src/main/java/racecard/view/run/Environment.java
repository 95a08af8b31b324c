package racecard.view.run;

import java.util.List;
import org.jspecify.annotations.Nullable;
import racecard.view.Fact;

/**
 * What it was measured on, and how undisturbed.
 *
 * @param hostHref the host's own page; null where it cannot be opened
 * @param facts host, runtime, effective limits, origin
 * @param alone how it is known that nothing else was measured
 * @param evidence the noise that was seen, with its figures
 */
public record Environment(
    @Nullable String hostHref, List<Fact> facts, String alone, List<Fact> evidence) {}
