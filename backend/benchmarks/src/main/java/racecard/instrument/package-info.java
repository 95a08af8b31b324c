/** What benchmarks and the accuracy suite measure with. */
@NullMarked
package racecard.instrument;

import org.jspecify.annotations.NullMarked;
