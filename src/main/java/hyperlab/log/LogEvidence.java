package hyperlab.log;

/**
 * Where the curves of a log show a problem.
 *
 * @param problem the problem; it defines the rule
 * @param axis what the positions count
 * @param from the first position that shows it
 * @param to the last position that shows it
 */
public record LogEvidence(LogProblem problem, LogAxis axis, double from, double to) {}
