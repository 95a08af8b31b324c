/**
 * This machine: its facts, its processes, its noise, and the host and worker tables.
 *
 * <p>What a system without /proc cannot tell is left out, never guessed.
 */
@NullMarked
package racecard.host;

import org.jspecify.annotations.NullMarked;
