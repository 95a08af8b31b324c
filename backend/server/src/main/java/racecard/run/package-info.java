/**
 * Turns a checked request into a run and its jobs in one transaction, and keeps share links.
 *
 * <p>Never measures and never reads samples; a run's state is derived from its jobs.
 */
@NullMarked
package racecard.run;

import org.jspecify.annotations.NullMarked;
