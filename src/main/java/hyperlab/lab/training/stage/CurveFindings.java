package hyperlab.lab.training.stage;

import hyperlab.chart.training.EvidenceRange;
import hyperlab.diagnosis.Problem;
import hyperlab.diagnosis.TrainingEvidence;
import hyperlab.finding.Finding;
import hyperlab.lab.training.inspection.LogFindings;
import hyperlab.lab.training.inspection.NetworkInspectionViewModel;
import hyperlab.lab.training.run.TrainingViewState;
import hyperlab.text.FindingText;
import hyperlab.text.Texts;
import hyperlab.train.Experiment;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.value.ObservableValue;

/**
 * The findings that concern a part of the curves: as ranges in the charts, and in words below a figure. Those of the
 * run have numbers, and those of a log have letters.
 */
final class CurveFindings {
    private final NetworkInspectionViewModel inspections;
    private final ObservableValue<TrainingViewState> state;
    private final CurveOptions options;
    private final LogFindings logFindings = new LogFindings();

    CurveFindings(
            NetworkInspectionViewModel inspections, ObservableValue<TrainingViewState> state, CurveOptions options) {
        this.inspections = inspections;
        this.state = state;
        this.options = options;
    }

    /**
     * The evidence of the current findings, as ranges of epochs or steps. The loss chart omits findings about layers;
     * the accuracy chart shows only findings that are visible in the accuracy. Those of a log follow.
     */
    List<EvidenceRange> ranges(boolean inAccuracy) {
        List<Finding<TrainingEvidence, Experiment>> findings =
                inspections.findingsProperty().get();
        List<EvidenceRange> ranges = new ArrayList<>();
        for (int k = 0; k < findings.size(); k++) {
            TrainingEvidence shown = findings.get(k).evidence();
            if (isMarked(shown, inAccuracy)) {
                boolean steps = options.isBySteps();
                StepScale scale = StepScale.of(state.getValue());
                ranges.add(new EvidenceRange(
                        steps ? scale.toStep(shown.fromEpoch()) : shown.fromEpoch(),
                        steps ? scale.toStep(shown.toEpoch()) : shown.toEpoch(),
                        Integer.toString(k + 1),
                        findings.get(k).severity()));
            }
        }
        if (!inAccuracy) {
            ranges.addAll(logFindings.ranges(state.getValue(), options.axis()));
        }
        return ranges;
    }

    /** The findings that are marked in a chart, with their numbers and epochs. */
    String describe(boolean inAccuracy, Texts texts) {
        List<Finding<TrainingEvidence, Experiment>> findings =
                inspections.findingsProperty().get();
        List<String> marked = new ArrayList<>();
        for (int k = 0; k < findings.size(); k++) {
            TrainingEvidence shown = findings.get(k).evidence();
            if (isMarked(shown, inAccuracy)) {
                marked.add(texts.get(
                        "training.figure.finding",
                        Integer.toString(k + 1),
                        FindingText.of(findings.get(k), texts).title(),
                        Integer.toString(shown.fromEpoch()),
                        Integer.toString(shown.toEpoch())));
            }
        }
        if (!inAccuracy) {
            marked.addAll(logFindings.describe(state.getValue(), options.axis(), texts));
        }
        return String.join("; ", marked);
    }

    private static boolean isMarked(TrainingEvidence shown, boolean inAccuracy) {
        boolean inLoss = shown.layers().isEmpty() && shown.problem() != Problem.UNLIKE_SCALES;
        return inAccuracy ? shown.inAccuracy() : inLoss;
    }
}
