package racecard.worker;

import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import racecard.catalog.ContenderName;

/**
 * A round that was asked for, before it is kept.
 *
 * @param position where in its block it came, from 1; 0 outside blocks
 * @param round its number in its child; 0 when the child could not even be asked
 * @param noise what the host's counters moved by meanwhile
 */
record Ran(
    ContenderName contender,
    int position,
    int round,
    Tried tried,
    SequencedMap<String, @Nullable Long> noise) {}
