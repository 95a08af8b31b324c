/** Tests of this room alone. */
@NullMarked
package racecard.jvm.checksum;

import org.jspecify.annotations.NullMarked;
