/** Tests of this room alone. */
@NullMarked
package racecard.jvm.line;

import org.jspecify.annotations.NullMarked;
