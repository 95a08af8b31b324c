/**
 * Pure functions over measured rounds: estimate, interval, verdict, rank, stop rule, flags.
 *
 * <p>Imports nothing but java.*, draws no random number and deletes no value: the same rounds
 * always give the same verdict. The formulas and their sources are in docs/MEASUREMENT.md.
 */
@NullMarked
package racecard.statistics;

import org.jspecify.annotations.NullMarked;
