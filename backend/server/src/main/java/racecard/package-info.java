/** Starts things: reads configuration, opens the database, wires the rooms by hand. */
@NullMarked
package racecard;

import org.jspecify.annotations.NullMarked;
