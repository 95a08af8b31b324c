/** The local HTTP server with a chosen delay that fetch downloads from. */
@NullMarked
package racecard.origin;

import org.jspecify.annotations.NullMarked;
