/** The origin over real sockets and as a real process. */
@NullMarked
package racecard.origin;

import org.jspecify.annotations.NullMarked;
