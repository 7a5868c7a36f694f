package hyperlab.chart.training;

import hyperlab.chart.ChartLegend;
import hyperlab.chart.ChartTable;
import hyperlab.chart.PlotChart;
import hyperlab.chart.axis.LinearAxis;
import hyperlab.chart.axis.Ticks;
import hyperlab.chart.style.ChartTheme;
import hyperlab.chart.style.MarkerShape;
import hyperlab.chart.style.SeriesStyle;
import hyperlab.chart.style.ThemeColor;
import hyperlab.diagnosis.DecisionMap;
import hyperlab.text.Texts;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The prediction of a model over two features. For classification, each class is a region whose tint gets stronger with
 * the probability of the predicted class above chance, with a line at the decision boundary; training samples are
 * filled and validation samples are hollow. For regression, the tint goes from series 2 below zero to series 1 above
 * it, with lines of equal prediction, and samples have the color of their target.
 */
public final class BoundaryChart extends PlotChart<BoundaryChartModel> {
    private final LinearAxis xAxis = LinearAxis.ofPositions();
    private final LinearAxis yAxis = LinearAxis.ofPositions();
    private final BoundaryBackground background = new BoundaryBackground();
    private final ChartLegend legend = addLegend();

    public BoundaryChart(Texts texts, ChartTheme theme) {
        super(texts, theme);
        setAxes(xAxis, yAxis);
        hideGridlines();
        add(background);
    }

    @Override
    protected void draw(BoundaryChartModel model) {
        fit(xAxis, model.map().xLow(), model.map().xHigh());
        fit(yAxis, model.map().yLow(), model.map().yHigh());
        xAxis.setLabel(model.xName());
        yAxis.setLabel(model.yName());
        background.show(model);
        legend.show(legendSymbols(model));
    }

    /** The samples that are drawn, then the predictions over the plane. */
    @Override
    protected ChartTable table(BoundaryChartModel model) {
        DecisionMap map = model.map();
        int outputs = map.predictions().numCols;
        List<String> header = new ArrayList<>(List.of("kind", "x", "y", "target"));
        for (int output = 0; output < outputs; output++) {
            header.add(
                    output < model.classNames().size() && outputs > 1
                            ? "p_" + model.classNames().get(output)
                            : "prediction");
        }
        ChartTable table = new ChartTable(header);
        for (BoundaryChartModel.Point point : model.points()) {
            List<Object> row = new ArrayList<>(
                    List.of(point.validation() ? "validation" : "train", point.x(), point.y(), target(model, point)));
            row.addAll(Collections.nCopies(outputs, ""));
            table.addRow(row);
        }
        for (int row = 0; row < map.rows(); row++) {
            for (int column = 0; column < map.columns(); column++) {
                List<Object> cells = new ArrayList<>(List.of(
                        "map",
                        map.xLow() + (map.xHigh() - map.xLow()) * column / (map.columns() - 1),
                        map.yLow() + (map.yHigh() - map.yLow()) * row / (map.rows() - 1),
                        ""));
                for (int output = 0; output < outputs; output++) {
                    cells.add(map.output(column, row, output));
                }
                table.addRow(cells);
            }
        }
        return table;
    }

    private static Object target(BoundaryChartModel model, BoundaryChartModel.Point point) {
        int index = (int) point.target();
        return model.map().isClassification() && index < model.classNames().size()
                ? model.classNames().get(index)
                : point.target();
    }

    private List<ChartLegend.LegendSymbol> legendSymbols(BoundaryChartModel current) {
        List<ChartLegend.LegendSymbol> signs = new ArrayList<>();
        for (int c = 0; c < current.classNames().size(); c++) {
            MarkerShape marker = new SeriesStyle(c).marker();
            signs.add(new ChartLegend.LegendSymbol(
                    marker,
                    ThemeColor.series(c),
                    ThemeColor.series(c),
                    current.classNames().get(c)));
        }
        ThemeColor text = ChartTheme::text;
        if (current.classNames().isEmpty()) {
            BoundaryColors tints = new BoundaryColors(current);
            for (double level : tints.levels()) {
                signs.add(new ChartLegend.LegendSymbol(
                        MarkerShape.SQUARE,
                        ChartTheme::axis,
                        theme -> tints.numberColor(level, theme),
                        Ticks.text(level, 0)));
            }
            signs.add(new ChartLegend.LegendSymbol(MarkerShape.CIRCLE, text, null, texts().get("chart.training")));
            if (current.points().stream().anyMatch(BoundaryChartModel.Point::validation)) {
                signs.add(
                        new ChartLegend.LegendSymbol(MarkerShape.DIAMOND, text, null, texts().get("chart.validation")));
            }
        } else {
            signs.add(new ChartLegend.LegendSymbol(MarkerShape.CIRCLE, text, text, texts().get("chart.training")));
            signs.add(new ChartLegend.LegendSymbol(MarkerShape.CIRCLE, text, null, texts().get("chart.validation")));
        }
        return signs;
    }
}
