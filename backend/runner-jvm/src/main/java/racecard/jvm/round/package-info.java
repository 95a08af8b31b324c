/**
 * One round: the tasks that a strategy executes, their time stamps, and what the round cost.
 *
 * <p>Between the first submission and the last completion nothing here allocates for a task, takes
 * a lock or makes a system call other than reading the clock.
 */
@NullMarked
package racecard.jvm.round;

import org.jspecify.annotations.NullMarked;
