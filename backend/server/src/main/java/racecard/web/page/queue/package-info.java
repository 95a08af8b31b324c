/** The queue: what is measured, what waits for how long, and the switch that holds it. */
@NullMarked
package racecard.web.page.queue;

import org.jspecify.annotations.NullMarked;
