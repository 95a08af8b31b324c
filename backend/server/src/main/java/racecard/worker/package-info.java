/**
 * The measuring half: claims a job, measures its generations, keeps every round, finishes it.
 *
 * <p>Where to look, from the outside in: {@link racecard.worker.Worker} owns the threads; {@code
 * Shift} claims jobs one after another; {@code LeaseKeeper} and {@code Hold} say whether a job may
 * go on; {@code Measurement} is one job from its plan to its end; {@code Field} is who takes part;
 * {@code Trial} estimates before anything is measured; {@code GenerationRun}, {@code WarmUp} and
 * {@code BlockRun} execute rounds in the order that {@code BlockOrder} draws; {@code RightAnswer}
 * and {@code Physics} say what cannot be; {@code CellRecord} and {@code Judge} turn what is kept
 * into an assessment. {@code Crew} is the only one that has children, {@code Ledger} the only one
 * that writes.
 *
 * <p>No thread of the worker does anything while a round runs, but for the renewal of the lease.
 */
@NullMarked
package racecard.worker;

import org.jspecify.annotations.NullMarked;
