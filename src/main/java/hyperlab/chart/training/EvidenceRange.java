package hyperlab.chart.training;

/**
 * A range of epochs, or of another x axis, that a finding refers to.
 *
 * @param from start of the range
 * @param to end of the range
 * @param name label of the range, such as the number of the finding
 */
public record EvidenceRange(double from, double to, String name) {
    double middle() {
        return (from + to) / 2;
    }
}
