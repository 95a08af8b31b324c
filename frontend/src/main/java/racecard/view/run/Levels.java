package racecard.view.run;

import java.util.List;
import org.jspecify.annotations.Nullable;
import racecard.view.chart.ChoiceMap;
import racecard.view.chart.Scaling;
import racecard.view.run.RunParts.RuntimeLink;

/**
 * What a run of several cells shows of all of them.
 *
 * @param scaling null for a choice map, where one cell is shown, and before two levels are measured
 * @param maps empty for a scaling
 * @param links to all cells and to each; of a map, back to it from a cell
 */
public record Levels(@Nullable Scaling scaling, List<ChoiceMap> maps, List<RuntimeLink> links) {}
