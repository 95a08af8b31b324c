/**
 * The job table: who may measure what, and until when.
 *
 * <p>Every statement that changes a running job names its owner and fence, so a worker that lost
 * its lease changes nothing. Time is the database's. Nothing here knows what a job measures.
 */
@NullMarked
package racecard.queue;

import org.jspecify.annotations.NullMarked;
