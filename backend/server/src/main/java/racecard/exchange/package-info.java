/**
 * Runs as files: Racecard's own, with all that was measured, and those of JMH, pyperf and
 * hyperfine.
 *
 * <p>What comes in is checked here, place by place; what is wrong with a file is said with the
 * place, and then nothing of it is kept.
 */
@NullMarked
package racecard.exchange;

import org.jspecify.annotations.NullMarked;
