package hyperlab.lab.convolution;

import hyperlab.chart.ErrorBarLine;
import hyperlab.chart.convolution.ClassBarsChart;
import hyperlab.chart.convolution.IntegerAxisChart;
import hyperlab.chart.convolution.MapTilesChart;
import hyperlab.convolution.FeatureMap;
import hyperlab.file.CsvBuilder;
import hyperlab.file.MatrixCsv;

/** The data of the lab's charts as CSV. Rows, columns and positions are numbered from 1. */
final class ConvolutionCsvExport {
    private ConvolutionCsvExport() {}

    /** One line for each row of the map. */
    static String map(int columns, double... numbers) {
        return MatrixCsv.text(columns, numbers);
    }

    /** Each pixel under the kernel with its weight and product; the last row is the sum. */
    static String step(ConvolutionSnapshot snapshot) {
        FeatureMap.PositionDetail step = snapshot.step();
        int side = snapshot.setup().kernel().side();
        CsvBuilder table = new CsvBuilder("row", "column", "pixel", "kernel", "product");
        for (int k = 0; k < side * side; k++) {
            table.add(
                    k / side + 1,
                    k % side + 1,
                    step.pixels()[k],
                    snapshot.setup().kernel().values().get(k),
                    step.products()[k]);
        }
        return table.add("", "", "", "sum", step.sum()).toString();
    }

    static String lines(IntegerAxisChart.Model model) {
        CsvBuilder table = new CsvBuilder("line", "x", "value", "low", "high");
        for (ErrorBarLine line : model.lines()) {
            if (!line.name().isEmpty()) {
                line.points()
                        .forEach(point ->
                                table.add(line.name(), (int) point.x(), point.value(), point.low(), point.high()));
            }
        }
        return table.toString();
    }

    static String tiles(MapTilesChart.Model model) {
        CsvBuilder table = new CsvBuilder("layer", "map", "row", "column", "value");
        for (MapTilesChart.Row row : model.rows()) {
            for (int map = 0; map < row.tiles().size(); map++) {
                MapTilesChart.MapTile tile = row.tiles().get(map);
                for (int k = 0; k < tile.values().length; k++) {
                    table.add(row.title(), map + 1, k / tile.columns() + 1, k % tile.columns() + 1, tile.values()[k]);
                }
            }
        }
        return table.toString();
    }

    static String classes(ClassBarsChart.Model model) {
        CsvBuilder table = new CsvBuilder("class", "probability");
        for (int k = 0; k < model.probabilities().length; k++) {
            table.add(model.names().get(k), model.probabilities()[k]);
        }
        return table.toString();
    }
}
