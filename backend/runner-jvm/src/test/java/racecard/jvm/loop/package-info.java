/** Tests of this room alone. */
@NullMarked
package racecard.jvm.loop;

import org.jspecify.annotations.NullMarked;
