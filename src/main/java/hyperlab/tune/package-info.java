/**
 * Tuning: search spaces, the searchers (grid, random, Bayesian, successive halving, Hyperband) and the study that runs
 * their trials. Knows {@code train}, {@code descent} and what these know; threads come from the caller's executor. Given
 * things are immutable; a searcher belongs to the study that drives it.
 */
@NullMarked
package hyperlab.tune;

import org.jspecify.annotations.NullMarked;
