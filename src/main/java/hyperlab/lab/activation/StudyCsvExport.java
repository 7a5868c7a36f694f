package hyperlab.lab.activation;

import hyperlab.activation.LinearStudy.NetworkFit;
import hyperlab.activation.MaxoutStudy;
import hyperlab.chart.activation.MedianChart;
import hyperlab.diagnosis.DecisionMap;
import hyperlab.file.CsvBuilder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The data of the lab's charts as CSV. */
final class StudyCsvExport {
    private StudyCsvExport() {}

    /** Every plotted function at every x of its curve. A jump has two rows with the same x, one for each side. */
    static String functions(CurvesViewState viewState) {
        CsvBuilder table = new CsvBuilder("function", "x", "value", "derivative");
        for (CurvesViewState.PlottedFunction drawn : viewState.functions()) {
            for (int i = 0; i < drawn.curve().x().length; i++) {
                if (!Double.isNaN(drawn.curve().derivative()[i])) {
                    table.add(
                            drawn.kind().id(),
                            drawn.curve().x()[i],
                            drawn.curve().value()[i],
                            drawn.curve().derivative()[i]);
                }
            }
        }
        return table.toString();
    }

    static String medians(MedianChart.Model model) {
        CsvBuilder table = new CsvBuilder("line", "x", "median", "lowerQuartile", "upperQuartile");
        for (MedianChart.Line line : model.lines()) {
            for (int i = 0; i < line.x().length; i++) {
                table.add(line.name(), line.x()[i], line.median()[i], line.lower()[i], line.upper()[i]);
            }
        }
        return table.toString();
    }

    /** The pieces of the Maxout unit after each epoch. */
    static String pieces(List<MaxoutStudy.MaxoutFit> fits) {
        CsvBuilder table = new CsvBuilder("epoch", "piece", "slope", "offset", "outputWeight", "trainLoss");
        for (MaxoutStudy.MaxoutFit fit : fits) {
            for (int piece = 0; piece < fit.slopes().size(); piece++) {
                table.add(
                        fit.epoch(),
                        piece,
                        fit.slopes().get(piece),
                        fit.offsets().get(piece),
                        fit.weight(),
                        fit.loss());
            }
        }
        return table.toString();
    }

    /** The predictions at every grid point of the map; only the header if there is no map yet. */
    static String map(@Nullable NetworkFit fit) {
        CsvBuilder table = new CsvBuilder("x", "y", "p0", "p1");
        if (fit != null) {
            DecisionMap map = fit.map();
            for (int row = 0; row < map.rows(); row++) {
                for (int column = 0; column < map.columns(); column++) {
                    table.add(
                            map.xLow() + (map.xHigh() - map.xLow()) * column / (map.columns() - 1),
                            map.yLow() + (map.yHigh() - map.yLow()) * row / (map.rows() - 1),
                            map.output(column, row, 0),
                            map.output(column, row, 1));
                }
            }
        }
        return table.toString();
    }
}
