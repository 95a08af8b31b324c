package racecard.view.run;

import racecard.view.Frame;

/**
 * A run from queued to done at one address.
 *
 * @param href its address, read again by polling when events fail
 * @param eventsHref the stream of events; see the module's README for their names; empty where only
 *     a part of the run is shown, which is read again instead
 * @param live whether something may still change
 */
public record RunPage(Frame frame, String href, String eventsHref, boolean live, RunParts parts) {}
