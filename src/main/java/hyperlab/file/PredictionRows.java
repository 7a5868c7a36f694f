package hyperlab.file;

import hyperlab.data.DataSet;
import hyperlab.data.DataSplit;
import hyperlab.data.PredictionTask;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.ejml.data.DMatrixRMaj;

/**
 * The rows of {@code predictions.csv}, in the order of the data.
 *
 * @param predictions for the training, validation and test part, each samples × outputs
 */
record PredictionRows(DataSplit partition, List<DMatrixRMaj> predictions) {
    private static final List<String> PARTS = List.of("train", "validation", "test");

    /** Hands over the header and then each row, as cells. */
    void forEach(Consumer<List<String>> consumer) {
        DataSet data = partition.all();
        List<int[]> rows = List.of(partition.trainRows(), partition.validationRows(), partition.testRows());
        int[] parts = new int[data.samples()];
        int[] rowsInPart = new int[data.samples()];
        for (int part = 0; part < rows.size(); part++) {
            for (int i = 0; i < rows.get(part).length; i++) {
                parts[rows.get(part)[i]] = part;
                rowsInPart[rows.get(part)[i]] = i;
            }
        }
        List<String> header = new ArrayList<>(List.of("row", "part", "target", "prediction"));
        data.classNames().forEach(name -> header.add("p_" + name));
        consumer.accept(header);
        for (int row = 0; row < rowsInPart.length; row++) {
            consumer.accept(cells(row, PARTS.get(parts[row]), predictions.get(parts[row]), rowsInPart[row]));
        }
    }

    private List<String> cells(int row, String part, DMatrixRMaj outputs, int rowInPart) {
        DataSet data = partition.all();
        double target = data.targets()[row];
        List<String> cells = new ArrayList<>(List.of(Integer.toString(row), part));
        if (data.task() == PredictionTask.REGRESSION) {
            cells.add(Double.toString(target));
            cells.add(Double.toString(outputs.get(rowInPart, 0)));
            return cells;
        }
        int best = 0;
        for (int label = 1; label < outputs.numCols; label++) {
            best = outputs.get(rowInPart, label) > outputs.get(rowInPart, best) ? label : best;
        }
        cells.add(data.classNames().get((int) target));
        cells.add(data.classNames().get(best));
        for (int label = 0; label < outputs.numCols; label++) {
            cells.add(Double.toString(outputs.get(rowInPart, label)));
        }
        return cells;
    }
}
