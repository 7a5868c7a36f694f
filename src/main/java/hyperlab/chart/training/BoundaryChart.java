package hyperlab.chart.training;

import hyperlab.chart.ChartLegend;
import hyperlab.chart.PlotChart;
import hyperlab.chart.axis.LinearAxis;
import hyperlab.chart.axis.Ticks;
import hyperlab.chart.style.ChartTheme;
import hyperlab.chart.style.MarkerShape;
import hyperlab.chart.style.SeriesStyle;
import hyperlab.chart.style.ThemeColor;
import hyperlab.text.Texts;
import java.util.ArrayList;
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
