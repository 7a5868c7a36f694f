package hyperlab.export;

import hyperlab.chart.ChartTable;
import hyperlab.file.CsvBuilder;

/** Writes the data of charts as comma-separated text. */
public final class ChartCsv {
    private ChartCsv() {}

    /** The table as text: a header, then one line for each row; numbers with all digits, NaN as an empty cell. */
    public static String text(ChartTable table) {
        CsvBuilder csv = new CsvBuilder(table.header().toArray(String[]::new));
        table.rows().forEach(row -> csv.add(row.toArray()));
        return csv.toString();
    }
}
