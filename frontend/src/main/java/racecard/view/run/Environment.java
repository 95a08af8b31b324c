package racecard.view.run;

import java.util.List;
import org.jspecify.annotations.Nullable;
import racecard.view.Fact;
import racecard.view.chart.Strip;

/**
 * What it was measured on, and how undisturbed.
 *
 * @param hostHref the host's own page; null where it cannot be opened
 * @param facts host, runtime, effective limits, origin
 * @param alone how it is known that nothing else was measured
 * @param evidence the noise that was seen, with its figures
 * @param strip what other programs used block by block; null where it is not known
 */
public record Environment(
    @Nullable String hostHref,
    List<Fact> facts,
    String alone,
    List<Fact> evidence,
    @Nullable Strip strip) {}
