package hyperlab.cli.train;

import hyperlab.diagnosis.DiagnosisInput;
import hyperlab.diagnosis.FeatureScales;
import hyperlab.diagnosis.LearningRateRange;
import hyperlab.diagnosis.LearningRateRangeTest;
import hyperlab.diagnosis.Problem;
import hyperlab.diagnosis.RemedyTrial;
import hyperlab.diagnosis.TrainingDoctor;
import hyperlab.diagnosis.TrainingEvidence;
import hyperlab.file.ExperimentOverrides;
import hyperlab.file.RunLoader;
import hyperlab.finding.Finding;
import hyperlab.playground.PlaygroundRun;
import hyperlab.rule.InvalidInputException;
import hyperlab.train.EpochReport;
import hyperlab.train.Experiment;
import hyperlab.train.TrainingRun;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Examines runs that have ended. */
public final class TrainingDiagnosis {
    /** The most reports that are examined. */
    private static final int MAX_REPORTS = 1_000;

    private TrainingDiagnosis() {}

    /**
     * The findings about a run.
     *
     * @param loader opened the run
     * @param cancelled skips a range test and trials of remedies, which may take long
     */
    public static List<Finding<TrainingEvidence, Experiment>> examine(
            TrainingRun run, RunLoader loader, EpochReportSampler reports, BooleanSupplier cancelled) {
        return TrainingDoctor.examine(
                DiagnosisInput.of(run, reports.reports(MAX_REPORTS)),
                () -> suggestedRate(run, cancelled),
                (remedied, problem) -> trial(loader, remedied, problem, cancelled));
    }

    private static RemedyTrial trial(
            RunLoader loader, Experiment remedied, Problem problem, BooleanSupplier cancelled) {
        try {
            return cancelled.getAsBoolean()
                    ? RemedyTrial.UNKNOWN
                    : RemedyTrial.of(loader.open(remedied), problem, cancelled);
        } catch (InvalidInputException e) {
            return RemedyTrial.UNKNOWN;
        }
    }

    /** The upper end of the rates that a range test suggests; null if it suggests none or is canceled. */
    private static @Nullable Double suggestedRate(TrainingRun run, BooleanSupplier cancelled) {
        LearningRateRangeTest test = LearningRateRangeTest.run(
                run.experiment(), run.partition(), null, LearningRateRange.DEFAULT, point -> {}, cancelled);
        LearningRateRangeTest.RateInterval suggestion = cancelled.getAsBoolean() ? null : test.suggestion();
        return suggestion == null ? null : (Double) suggestion.to();
    }

    /**
     * The findings about a run of a Playground link, from its losses and features only. A link has no settings like
     * those of an experiment, so the remedies do not apply.
     */
    static List<Finding<TrainingEvidence, Experiment>> examine(
            PlaygroundRun run, int epochs, EpochReportSampler reports) {
        List<EpochReport> rows = reports.reports(MAX_REPORTS);
        Experiment sameEpochs = Experiment.DEFAULT.withTraining(
                Experiment.DEFAULT.training().withEpochs(epochs).withPatience(0));
        DiagnosisInput.DataSummary data = new DiagnosisInput.DataSummary(
                run.partition().train().samples(),
                run.baselineLoss(),
                FeatureScales.of(run.partition().train().features()).scaleRatio());
        return TrainingDoctor.examine(new DiagnosisInput(sameEpochs, data, rows, run.outcome(), null, null, null));
    }

    /** The options that turn an experiment into the one of a remedy. */
    public static String options(Experiment experiment, Experiment remedy) {
        return ExperimentOverrides.difference(experiment, remedy).stream()
                .map(assignment -> "--set " + assignment)
                .collect(Collectors.joining(" "));
    }
}
