/** Tests of this room alone. */
@NullMarked
package racecard.jvm.round;

import org.jspecify.annotations.NullMarked;
