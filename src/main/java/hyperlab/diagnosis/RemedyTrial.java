package hyperlab.diagnosis;

import hyperlab.nn.Ensemble;
import hyperlab.train.EpochReport;
import hyperlab.train.Experiment;
import hyperlab.train.TrainingRun;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The result of training with a remedy from the start, to see whether the problem is gone.
 *
 * @param result what the run showed
 * @param epochs the number of epochs that were trained
 * @param trainLoss the training loss after them; NaN if it is unknown
 */
public record RemedyTrial(TrialResult result, int epochs, double trainLoss) {
    /** The trial was too large, canceled, or not possible. */
    public static final RemedyTrial UNKNOWN = new RemedyTrial(TrialResult.UNKNOWN, 0, Double.NaN);

    private static final int MAX_EPOCHS = 100;
    /** Bound on samples × parameters × epochs, so that a trial takes about a second at most. */
    private static final double MAX_PRODUCTS = 1e9;

    /** Problems with which nothing is learned. */
    private static final Set<Problem> FATAL = EnumSet.of(Problem.DIVERGING, Problem.FLAT_AT_PRIOR);

    /** What a trial showed. */
    public enum TrialResult {
        /** The problem is not found, and the network learns: its loss is finite and below {@link BaselineLoss}. */
        CURED,
        /** The problem is still found, but the network learns. */
        LEARNS,
        /** The network does not learn. */
        FAILED,
        UNKNOWN
    }

    /** Trains with the remedy of a problem from the start. It may take long. */
    @FunctionalInterface
    public interface Trier {
        RemedyTrial trial(Experiment remedied, Problem problem);
    }

    /**
     * Trains a run to its end, or as far as a trial goes, and examines it.
     *
     * @param run before its first step; null if it cannot be created
     * @param problem the problem that should be gone
     * @param cancelled checked after each step
     */
    public static RemedyTrial of(@Nullable TrainingRun run, Problem problem, BooleanSupplier cancelled) {
        int epochs = run == null ? 0 : epochs(run);
        if (run == null || epochs < TrainingDoctor.MIN_EPOCHS) {
            return UNKNOWN;
        }
        List<EpochReport> reports = new ArrayList<>(List.of(run.report()));
        while (run.outcome() == null && run.epoch() < epochs) {
            if (run.step()) {
                reports.add(run.report());
            }
            if (cancelled.getAsBoolean()) {
                return UNKNOWN;
            }
        }
        DiagnosisInput input = DiagnosisInput.of(run, reports);
        Set<Problem> found = EnumSet.noneOf(Problem.class);
        TrainingDoctor.examine(input)
                .forEach(finding -> found.add(finding.evidence().problem()));
        double loss = run.report().trainLoss();
        boolean learns = loss < input.data().baselineLoss() && Collections.disjoint(found, FATAL);
        TrialResult result =
                !learns ? TrialResult.FAILED : found.contains(problem) ? TrialResult.LEARNS : TrialResult.CURED;
        return new RemedyTrial(result, run.epoch(), loss);
    }

    private static int epochs(TrainingRun run) {
        Experiment experiment = run.experiment();
        if (!experiment.network().convolutions().isEmpty()) {
            return 0;
        }
        double products = parameters(run.ensemble()) * run.partition().train().samples();
        double affordable = Math.floor(MAX_PRODUCTS / products);
        return (int)
                Math.min(affordable, Math.min(MAX_EPOCHS, experiment.training().epochs()));
    }

    private static double parameters(Ensemble ensemble) {
        return ensemble.members().stream()
                .flatMap(network -> network.parameters().stream())
                .mapToDouble(block -> block.values().length)
                .sum();
    }
}
