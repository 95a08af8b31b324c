/**
 * One thread that waits for sockets, timers and other threads' results at once, and runs what each
 * of them asks for; nothing on it may block.
 */
@NullMarked
package racecard.jvm.loop;

import org.jspecify.annotations.NullMarked;
