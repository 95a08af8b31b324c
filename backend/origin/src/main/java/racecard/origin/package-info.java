/**
 * The local HTTP server that fetch downloads from: one thread, chosen delays, bodies that follow
 * from a nonce and the path.
 *
 * <p>It shares the machine with what is measured, so an answer costs one timer and one write, and
 * it says how late it was.
 */
@NullMarked
package racecard.origin;

import org.jspecify.annotations.NullMarked;
