/** What Racecard claims about itself, measured. */
@NullMarked
package racecard.benchmarks;

import org.jspecify.annotations.NullMarked;
