/**
 * Pages, API, events and exports over HTTP: the only room that knows HTTP.
 *
 * <p>It measures nothing and keeps nothing: it asks the rooms that own the tables, and shows what
 * they answer. {@link racecard.web.Routes} is its table of contents.
 */
@NullMarked
package racecard.web;

import org.jspecify.annotations.NullMarked;
