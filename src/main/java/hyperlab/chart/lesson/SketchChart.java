package hyperlab.chart.lesson;

import hyperlab.chart.PlotChart;
import hyperlab.chart.axis.LinearAxis;
import hyperlab.chart.axis.LogarithmicAxis;
import hyperlab.chart.series.Curve;
import hyperlab.chart.series.CurveDataset;
import hyperlab.chart.series.CurveRenderer;
import hyperlab.chart.series.StyledCurves;
import hyperlab.chart.style.ChartStyle;
import hyperlab.chart.style.ChartTheme;
import hyperlab.chart.style.CurveStyle;
import hyperlab.chart.style.Dash;
import hyperlab.chart.style.ThemeColor;
import hyperlab.text.Texts;
import org.jfree.chart.axis.ValueAxis;

/** Axes to sketch a curve on. After the prediction, the sketch stays as a dashed line next to the actual curve. */
public final class SketchChart extends PlotChart<SketchChart.Model> {
    private final CurveDataset lines = new CurveDataset();
    private final CurveRenderer renderer = new CurveRenderer();
    private final LinearAxis linearX = LinearAxis.ofPositions();
    private final LinearAxis integerX = keepStyled(LinearAxis.ofIntegers());
    private final LinearAxis linearY = keepStyled(LinearAxis.ofValues());
    private final LogarithmicAxis logX = keepStyled(new LogarithmicAxis());
    private final LogarithmicAxis logY = keepStyled(new LogarithmicAxis());

    /**
     * An axis.
     *
     * @param low below {@code high}; above 0 if logarithmic
     * @param integers whether only whole numbers are marked, such as for layers or epochs
     */
    public record AxisModel(String title, double low, double high, boolean logarithmic, boolean integers) {}

    /**
     * What the chart shows.
     *
     * @param sketch what was drawn; empty for none
     * @param actual the computed curve; empty before the prediction
     */
    public record Model(AxisModel x, AxisModel y, Curve sketch, Curve actual) {}

    public SketchChart(Texts texts, ChartTheme theme) {
        super(texts, theme);
        setAxes(linearX, linearY);
        addCurves(lines, renderer);
    }

    @Override
    protected void draw(Model model) {
        setXAxis(axis(model.x(), model.x().integers() ? integerX : linearX, logX));
        setYAxis(axis(model.y(), linearY, logY));
        StyledCurves curves = new StyledCurves();
        if (model.sketch().size() > 0) {
            curves.add(
                    model.sketch().named(texts().get("chart.lesson.prediction")),
                    CurveStyle.line(ThemeColor.series(1), CurveStyle.WIDTH).with(Dash.VALIDATION));
        }
        if (model.actual().size() > 0) {
            curves.add(
                    model.actual().named(texts().get("chart.lesson.actual")),
                    CurveStyle.line(ThemeColor.series(0), CurveStyle.WIDTH));
        }
        curves.showIn(lines, renderer);
    }

    private ValueAxis axis(AxisModel model, LinearAxis linear, LogarithmicAxis logarithmic) {
        ValueAxis axis = model.logarithmic() ? logarithmic : linear;
        axis.setLabel(model.logarithmic() ? ChartStyle.logTitle(texts(), model.title()) : model.title());
        fit(axis, model.low(), model.high());
        return axis;
    }
}
