package hyperlab.diagnosis;

import hyperlab.finding.Argument;
import hyperlab.finding.Finding;
import hyperlab.finding.Message;
import hyperlab.finding.Remedy;
import hyperlab.finding.Severity;
import hyperlab.nn.WeightLayer;
import hyperlab.train.Experiment;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The findings about a training run. All have the same arguments: the measured value (a share in percent), its
 * reference, the first and the last epoch of the evidence, its layers, and the certainty.
 */
final class TrainingFindings {
    private static final String OVERFLOW = "doctor.divergingOverflow";
    private static final String NOT_FINITE_AT_START = "doctor.divergingStart";
    private static final int DIGITS = 3;
    private static final int PERCENT_DIGITS = 2;

    private TrainingFindings() {}

    static List<String> keys() {
        return Stream.concat(
                        Arrays.stream(Problem.values()).map(Problem::key), Stream.of(OVERFLOW, NOT_FINITE_AT_START))
                .toList();
    }

    /** @param remedy the experiment with the one setting changed that is usually tried first; null if there is none */
    static Finding<TrainingEvidence, Experiment> of(TrainingEvidence evidence, @Nullable Experiment remedy) {
        return new Finding<>(
                evidence.problem() == Problem.DIVERGING ? Severity.DANGER : Severity.WARNING,
                key(evidence),
                List.of(
                        measured(evidence),
                        reference(evidence),
                        Argument.integer(evidence.fromEpoch()),
                        Argument.integer(evidence.toEpoch()),
                        Argument.list(evidence.layers().stream()
                                .map(TrainingFindings::layerName)
                                .toList()),
                        Message.of(evidence.certainty().key())),
                evidence,
                remedy == null ? null : new Remedy<>(null, remedy));
    }

    private static String key(TrainingEvidence evidence) {
        if (evidence.problem() != Problem.DIVERGING || Double.isFinite(evidence.measured())) {
            return evidence.problem().key();
        }
        return Double.isFinite(evidence.reference()) ? OVERFLOW : NOT_FINITE_AT_START;
    }

    private static Argument measured(TrainingEvidence evidence) {
        double measured = evidence.measured();
        return switch (evidence.problem()) {
            case DEAD_UNITS, SATURATED_UNITS, NOISY_BATCH -> Argument.number(100 * measured, PERCENT_DIGITS);
            case DIVERGING,
                    UNLIKE_SCALES,
                    FLAT_AT_PRIOR,
                    VANISHING_GRADIENT,
                    EXPLODING_GRADIENT,
                    TOO_SLOW,
                    OVERFIT,
                    UNDERFIT -> Double.isFinite(measured) ? Argument.number(measured, DIGITS) : Argument.literal("");
        };
    }

    private static Argument reference(TrainingEvidence evidence) {
        return Double.isFinite(evidence.reference())
                ? Argument.number(evidence.reference(), DIGITS)
                : Argument.literal("∞");
    }

    private static Message layerName(WeightLayer layer) {
        Argument number = Argument.integer(layer.number());
        return switch (layer.kind()) {
            case CONVOLUTION -> Message.of("chart.convolution", number);
            case HIDDEN -> Message.of("chart.hiddenLayer", number);
            case OUTPUT -> Message.of("chart.outputLayer");
        };
    }
}
