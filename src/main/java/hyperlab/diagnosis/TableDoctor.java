package hyperlab.diagnosis;

import hyperlab.data.ColumnProfile;
import hyperlab.data.CsvInference;
import hyperlab.data.CsvPlan;
import hyperlab.data.CsvPreview;
import hyperlab.data.PredictionTask;
import hyperlab.finding.Argument;
import hyperlab.finding.Finding;
import hyperlab.finding.NoEvidence;
import hyperlab.finding.Severity;
import java.util.ArrayList;
import java.util.List;

/** Warns about tables whose results will mean little. The messages are in the bundle {@code i18n/table}. */
public final class TableDoctor {
    /** With fewer rows, one more correct prediction changes the accuracy by more than five percent. */
    private static final int MIN_EVALUATION_ROWS = 20;

    private TableDoctor() {}

    /**
     * Examines a table and how it will be used.
     *
     * @param evaluationFraction the fraction of the rows on which the result is evaluated
     * @param leaks the features that give the target away
     */
    public static List<Finding<NoEvidence, Void>> examine(
            CsvPreview preview, CsvInference inference, double evaluationFraction, List<String> leaks) {
        List<Finding<NoEvidence, Void>> findings = new ArrayList<>();
        CsvPlan plan = inference.plan();
        ColumnProfile target = preview.column(plan.target());
        for (String leak : leaks) {
            findings.add(Finding.of(
                    Severity.WARNING,
                    plan.task() == PredictionTask.REGRESSION ? "table.finding.linearLeak" : "table.finding.leak",
                    Argument.literal(leak),
                    Argument.literal(plan.target())));
        }
        if (target.kind() == ColumnProfile.ColumnKind.IDENTIFIER) {
            findings.add(
                    Finding.of(Severity.WARNING, "table.finding.identifierTarget", Argument.literal(plan.target())));
        }
        int evaluated = (int) Math.floor((preview.rows() - target.missingCount()) * evaluationFraction);
        if (evaluated < MIN_EVALUATION_ROWS && plan.task() == PredictionTask.CLASSIFICATION && evaluated > 0) {
            findings.add(Finding.of(
                    Severity.WARNING,
                    "table.finding.fewRows",
                    Argument.integer(evaluated),
                    Argument.number(100.0 / evaluated, 3)));
        }
        return List.copyOf(findings);
    }
}
