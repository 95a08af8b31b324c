/**
 * What was measured: rounds, timelines, latencies, and what each cell came to.
 *
 * <p>Everything is written under the lease of the job that measured it: a worker that lost its
 * lease adds nothing. Rounds are never changed and never deleted but with their run.
 */
@NullMarked
package racecard.sample;

import org.jspecify.annotations.NullMarked;
