/** What stands before every route: who may ask, from where, how much and how often. */
@NullMarked
package racecard.web.safety;

import org.jspecify.annotations.NullMarked;
