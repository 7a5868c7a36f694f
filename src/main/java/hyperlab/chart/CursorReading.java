package hyperlab.chart;

import java.util.List;

/**
 * What the lines of a chart say at one epoch.
 *
 * @param epoch the epoch
 * @param rows a run each
 */
public record CursorReading(int epoch, List<Row> rows) {
    public CursorReading {
        rows = List.copyOf(rows);
    }

    /**
     * One run there.
     *
     * @param look the series whose colour and marker it wears
     * @param text its name and its values
     * @param train where its training line is; NaN for nowhere
     * @param validation where its validation line is; NaN for nowhere
     */
    public record Row(int look, String text, double train, double validation) {}
}
