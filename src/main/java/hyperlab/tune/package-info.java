/**
 * Hyperparameter tuning: search spaces, the searchers (grid, random, Bayesian, successive halving, Hyperband) and the
 * study that runs their trials, and the problems that its trials show. Depends on {@code train}, {@code descent} and
 * their dependencies; threads come from the caller's executor. Values passed in are immutable. A searcher is mutable
 * and belongs to the study that drives it. It has more than 40 files because the searchers and the study share the
 * records of trials, jobs and results.
 */
@NullMarked
package hyperlab.tune;

import org.jspecify.annotations.NullMarked;
