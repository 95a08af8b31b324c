/**
 * Processes that execute tasks for a runner: both ends of the pipes between them.
 *
 * <p>Such a process gets exactly the flags of the runner, ends when its stdin ends, and says its
 * times on the host's monotonic clock.
 */
@NullMarked
package racecard.jvm.process;

import org.jspecify.annotations.NullMarked;
