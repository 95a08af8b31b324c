/**
 * The runtimes of this host besides the JVM: found, asked what they are, and given an environment
 * with the contenders' libraries.
 *
 * <p>What it knows of Python or any other runtime is what the manifest in the runner's folder says.
 */
@NullMarked
package racecard.runtime;

import org.jspecify.annotations.NullMarked;
