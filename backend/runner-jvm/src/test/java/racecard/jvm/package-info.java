/** The runner as the coordinator sees it: real child processes and a real origin. */
@NullMarked
package racecard.jvm;

import org.jspecify.annotations.NullMarked;
