/**
 * What can be measured: workloads with their parameters, strategies, runtimes and contenders.
 *
 * <p>Knows no database, no process and no page; every limit that a form, the API or the catalog
 * page shows stands here once.
 */
@NullMarked
package racecard.catalog;

import org.jspecify.annotations.NullMarked;
