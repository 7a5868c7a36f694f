package hyperlab.chart.training;

import hyperlab.chart.ChartLegend;
import hyperlab.chart.ChartTitle;
import hyperlab.chart.axis.LinearAxis;
import hyperlab.chart.axis.Ticks;
import hyperlab.chart.style.ChartStyle;
import hyperlab.chart.style.ChartTheme;
import hyperlab.chart.style.MarkerShape;
import hyperlab.chart.style.SeriesStyle;
import hyperlab.chart.style.ThemeColor;
import hyperlab.text.Texts;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.XYPlot;
import org.jspecify.annotations.Nullable;

/**
 * The prediction of a model over two features. For classification, each class is a region whose tint gets stronger with
 * the probability of the predicted class above chance, with a line at the decision boundary; training samples are
 * filled and validation samples are hollow. For regression, the tint goes from series 2 below zero to series 1 above
 * it, with lines of equal prediction, and samples have the color of their target. Once displayed, use only on the FX
 * thread.
 */
public final class BoundaryChart {
    private final LinearAxis xAxis = LinearAxis.ofPositions();
    private final LinearAxis yAxis = LinearAxis.ofPositions();
    private final BoundaryBackground background = new BoundaryBackground();
    private final JFreeChart chart;
    private final ChartTitle heading;
    private final ChartLegend legend;
    private ChartStyle style;
    private Texts texts;
    private @Nullable BoundaryChartModel model;

    public BoundaryChart(Texts texts, ChartTheme theme) {
        this.texts = texts;
        style = ChartStyle.of(theme);
        chart = style.createChart(xAxis, yAxis);
        XYPlot plot = chart.getXYPlot();
        plot.setDomainGridlinesVisible(false);
        plot.setRangeGridlinesVisible(false);
        plot.addAnnotation(background);
        heading = new ChartTitle(chart);
        legend = ChartLegend.addAbove(chart);
        style(ChartStyle.of(theme));
    }

    public JFreeChart chart() {
        return chart;
    }

    /** Replaces everything shown, with one notification. */
    public void show(BoundaryChartModel newModel) {
        model = newModel;
        ChartStyle.withOneNotification(chart, () -> {
            xAxis.setRange(newModel.map().xLow(), newModel.map().xHigh());
            yAxis.setRange(newModel.map().yLow(), newModel.map().yHigh());
            xAxis.setLabel(newModel.xName());
            yAxis.setLabel(newModel.yName());
            background.show(newModel);
            restyle();
        });
    }

    /** Sets the title above the plot, for a chart shown on its own; a blank title removes it. */
    public void setTitle(String text) {
        heading.show(text, style);
    }

    public void style(ChartStyle newStyle) {
        style = newStyle;
        ChartStyle.withOneNotification(chart, this::restyle);
    }

    public void texts(Texts newTexts) {
        texts = newTexts;
        ChartStyle.withOneNotification(chart, this::restyle);
    }

    private void restyle() {
        heading.style(style);
        legend.show(legendSymbols(), style);
        style.apply(chart);
    }

    private List<ChartLegend.LegendSymbol> legendSymbols() {
        List<ChartLegend.LegendSymbol> signs = new ArrayList<>();
        BoundaryChartModel current = model;
        if (current == null) {
            return signs;
        }
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
            signs.add(new ChartLegend.LegendSymbol(MarkerShape.CIRCLE, text, null, texts.get("chart.training")));
            if (current.points().stream().anyMatch(BoundaryChartModel.Point::validation)) {
                signs.add(new ChartLegend.LegendSymbol(MarkerShape.DIAMOND, text, null, texts.get("chart.validation")));
            }
        } else {
            signs.add(new ChartLegend.LegendSymbol(MarkerShape.CIRCLE, text, text, texts.get("chart.training")));
            signs.add(new ChartLegend.LegendSymbol(MarkerShape.CIRCLE, text, null, texts.get("chart.validation")));
        }
        return signs;
    }
}
