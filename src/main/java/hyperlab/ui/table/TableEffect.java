package hyperlab.ui.table;

import hyperlab.data.CsvPlan;
import hyperlab.data.DataSet;
import hyperlab.data.DataSettings;
import hyperlab.data.DataSplit;
import hyperlab.data.DataSplitter;
import hyperlab.data.PredictionTask;
import hyperlab.data.Standardizer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.ejml.data.DMatrixRMaj;

/**
 * What a plan makes of a table.
 *
 * @param rows the number of rows that are used
 * @param droppedRows the number of rows that are left out
 * @param evaluatedRows the number of rows on which a result is evaluated: the test rows, or else the validation rows
 * @param featureNames the inputs of the network
 * @param targetName the target
 * @param firstRows the first rows as the network sees them: features, then the target
 */
public record TableEffect(
        int rows,
        int droppedRows,
        int evaluatedRows,
        List<String> featureNames,
        String targetName,
        List<FirstRow> firstRows) {
    private static final int SHOWN_ROWS = 6;

    /** A row as the network sees it. */
    public record FirstRow(List<Double> features, String target) {
        public FirstRow {
            features = List.copyOf(features);
        }
    }

    public TableEffect {
        featureNames = List.copyOf(featureNames);
        firstRows = List.copyOf(firstRows);
    }

    /**
     * Reads and prepares the table. Gaps and scales are those of the split in {@code split} with random seed 1.
     *
     * @throws hyperlab.rule.InvalidInputException if the plan does not fit the table
     */
    static TableEffect of(Path file, CsvPlan plan, DataSettings split) {
        DataSettings settings = split.withSamples(null)
                .withImage(null)
                .withCsv(plan.toSettings(file.toAbsolutePath().toString()))
                .withStandardize(plan.standardize());
        DataSplit parts = DataSplitter.loadAndSplit(settings, 1, null);
        DataSet all = parts.all();
        DataSet first = all.firstRows(Math.min(SHOWN_ROWS, all.samples()));
        Standardizer standardizer = parts.standardizer();
        DMatrixRMaj features = standardizer == null ? first.features() : standardizer.scaled(first.features());
        List<FirstRow> rows = new ArrayList<>();
        for (int i = 0; i < first.samples(); i++) {
            List<Double> row = new ArrayList<>();
            for (int j = 0; j < features.numCols; j++) {
                row.add(features.get(i, j));
            }
            double target = first.targets()[i];
            rows.add(new FirstRow(
                    row,
                    all.task() == PredictionTask.CLASSIFICATION
                            ? all.classNames().get((int) target)
                            : Double.toString(target)));
        }
        return new TableEffect(
                all.samples(),
                all.droppedRows(),
                (parts.hasTest() ? parts.test() : parts.validation()).samples(),
                all.featureNames(),
                all.targetName(),
                rows);
    }
}
