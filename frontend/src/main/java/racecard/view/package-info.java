/**
 * View records: the contract of each template.
 *
 * <p>Everything in them is ready to be shown: text with its unit, addresses, booleans; raw numbers
 * appear only where a chart needs them. No class here knows the domain, a database or HTTP.
 */
@NullMarked
package racecard.view;

import org.jspecify.annotations.NullMarked;
