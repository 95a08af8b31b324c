/** Arithmetic in which all checksums are kept, the same in every runtime. */
@NullMarked
package racecard.jvm.checksum;

import org.jspecify.annotations.NullMarked;
