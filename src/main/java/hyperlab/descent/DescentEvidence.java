package hyperlab.descent;

/**
 * The path that shows a problem.
 *
 * @param descent the index of the descent among those that were examined, from 0
 */
public record DescentEvidence(int descent) {}
