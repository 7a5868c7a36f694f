package hyperlab.chart.training;

import java.util.List;

/**
 * The values of a chart's lines at one epoch.
 *
 * @param epoch the epoch
 * @param rows one for each run
 */
public record CrosshairValues(int epoch, List<Row> rows) {
    public CrosshairValues {
        rows = List.copyOf(rows);
    }

    /**
     * One run at that epoch.
     *
     * @param series index of the series whose color and marker it has
     * @param text its name and its values
     * @param train value of the training line; NaN for none
     * @param validation value of the validation line; NaN for none
     */
    public record Row(int series, String text, double train, double validation) {}
}
