package racecard.web.page.live;

import java.util.SequencedMap;

/**
 * A run's fragments as they were at one moment, for all who watch it.
 *
 * @param eventId the last event of the run that they surely show
 * @param fragments HTML by the name of its section; empty text for a section that is empty
 * @param over whether nothing of it will change any more
 */
record Rendering(long eventId, SequencedMap<String, String> fragments, boolean over) {}
