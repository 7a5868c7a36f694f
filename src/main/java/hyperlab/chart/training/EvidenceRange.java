package hyperlab.chart.training;

import hyperlab.finding.Severity;

/**
 * A range of epochs, or of another x axis, that a finding refers to.
 *
 * @param from start of the range
 * @param to end of the range
 * @param name label of the range, such as the number of the finding
 * @param severity how serious the finding is, which decides the color
 */
public record EvidenceRange(double from, double to, String name, Severity severity) {
    double middle() {
        return (from + to) / 2;
    }
}
