/**
 * Charts: what is to be drawn, in nanoseconds, and pure geometry that turns it into coordinates.
 *
 * <p>Axes start at zero unless the chart says otherwise; no value is dropped.
 */
@NullMarked
package racecard.view.chart;

import org.jspecify.annotations.NullMarked;
