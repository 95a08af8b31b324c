/** The first page: what can be started with one press, what runs, what came out last. */
@NullMarked
package racecard.web.page.overview;

import org.jspecify.annotations.NullMarked;
