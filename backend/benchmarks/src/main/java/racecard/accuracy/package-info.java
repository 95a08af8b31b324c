/** How often what Racecard says is wrong: simulated, replayed and live. */
@NullMarked
package racecard.accuracy;

import org.jspecify.annotations.NullMarked;
