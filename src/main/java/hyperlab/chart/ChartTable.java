package hyperlab.chart;

import java.util.ArrayList;
import java.util.List;

/** The data that a chart draws, as a table. A cell is a text or a number with all its digits. Used by one thread. */
public final class ChartTable {
    private final List<String> header;
    private final List<List<Object>> rows = new ArrayList<>();

    public ChartTable(String... header) {
        this(List.of(header));
    }

    public ChartTable(List<String> header) {
        this.header = List.copyOf(header);
    }

    /** Adds a row with one cell for each column. */
    public ChartTable add(Object... cells) {
        return addRow(List.of(cells));
    }

    /** Adds a row with one cell for each column. */
    public ChartTable addRow(List<?> cells) {
        if (cells.size() != header.size()) {
            throw new IllegalArgumentException(cells.size() + " cells for " + header);
        }
        rows.add(List.copyOf(cells));
        return this;
    }

    public List<String> header() {
        return header;
    }

    public List<List<Object>> rows() {
        return List.copyOf(rows);
    }
}
