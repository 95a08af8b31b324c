/** What every page and resource shares: the rooms it asks, bodies, forms, JSON and refusals. */
@NullMarked
package racecard.web.http;

import org.jspecify.annotations.NullMarked;
