/**
 * The strategies, one a file, each as a reader would write it.
 *
 * <p>None lets more than its number in flight execute at once; none knows what a task does, but for
 * the event loop, which cannot block.
 */
@NullMarked
package racecard.jvm.strategy;

import org.jspecify.annotations.NullMarked;
