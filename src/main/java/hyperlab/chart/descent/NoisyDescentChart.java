package hyperlab.chart.descent;

import hyperlab.chart.ChartTable;
import hyperlab.chart.PlotChart;
import hyperlab.chart.axis.LinearAxis;
import hyperlab.chart.series.Curve;
import hyperlab.chart.series.CurveDataset;
import hyperlab.chart.series.CurveRenderer;
import hyperlab.chart.series.StyledCurves;
import hyperlab.chart.style.ChartTheme;
import hyperlab.chart.style.CurveStyle;
import hyperlab.chart.style.Dash;
import hyperlab.chart.style.EndLabels;
import hyperlab.chart.style.MarkerShape;
import hyperlab.chart.style.PlayHead;
import hyperlab.chart.style.ThemeColor;
import java.util.ArrayList;
import java.util.List;

/**
 * Repeated descents from the same point with noise, over their steps: the paths faint, their positions at the play head
 * as a column of points, and the mean and the spread of all of them.
 */
public final class NoisyDescentChart extends PlotChart<NoisyDescentChart.Model> {
    private static final double ROOM = 0.05;
    private static final double FAINT = 0.22;
    private static final double THIN = 1;
    private static final double POINT = 2.2;

    private final LinearAxis steps = LinearAxis.ofIntegers();
    private final LinearAxis positionAxis = LinearAxis.ofPositions();
    private final CurveDataset dataset = new CurveDataset();
    private final CurveRenderer renderer = new CurveRenderer();
    private final EndLabels endLabels = new EndLabels();
    private final PlayHead playHead = new PlayHead();

    /**
     * What the chart shows.
     *
     * @param paths one path each: its position at each step
     * @param themeColor color of the paths
     * @param mean mean of the paths; empty for none
     * @param meanName label at its end
     * @param low mean minus spread
     * @param high mean plus spread
     * @param spreadName label at the end of {@code high}
     * @param points positions of the paths at the play head
     * @param lastStep where the axis of steps ends
     * @param bottom the lowest position shown
     * @param top the highest position shown
     * @param stepTitle title of the axis of steps
     * @param positionTitle title of the axis of positions
     * @param playHeadStep position of the play head
     * @param playHeadLabel label of the play head
     */
    public record Model(
            List<Curve> paths,
            ThemeColor themeColor,
            Curve mean,
            String meanName,
            Curve low,
            Curve high,
            String spreadName,
            Curve points,
            int lastStep,
            double bottom,
            double top,
            String stepTitle,
            String positionTitle,
            int playHeadStep,
            String playHeadLabel) {
        public Model {
            paths = List.copyOf(paths);
        }
    }

    public NoisyDescentChart(ChartTheme theme) {
        super(theme);
        setAxes(steps, positionAxis);
        addCurves(dataset, renderer);
        add(playHead);
        add(endLabels);
    }

    @Override
    protected void draw(Model model) {
        steps.setLabel(model.stepTitle());
        positionAxis.setLabel(model.positionTitle());
        fit(steps, 0, Math.max(1, model.lastStep()));
        double span = model.top() > model.bottom() ? model.top() - model.bottom() : 1;
        fit(positionAxis, model.bottom() - ROOM * span, model.top() + ROOM * span);
        StyledCurves curves = new StyledCurves();
        CurveStyle faint =
                new CurveStyle(model.themeColor(), Dash.SOLID, THIN, MarkerShape.NONE, CurveStyle.RADIUS, false, FAINT);
        model.paths().forEach(path -> curves.add(path, faint));
        curves.add(
                model.points(),
                CurveStyle.points(model.themeColor(), MarkerShape.CIRCLE).radius(POINT));
        CurveStyle edge = CurveStyle.line(ChartTheme::text, 1.5).with(Dash.VALIDATION);
        curves.add(model.low().named(model.spreadName()), edge);
        curves.add(model.high().named(model.spreadName()), edge);
        curves.add(model.mean().named(model.meanName()), CurveStyle.line(ChartTheme::text, CurveStyle.WIDTH));
        curves.showIn(dataset, renderer);
        List<EndLabels.Label> labels = new ArrayList<>();
        addLabel(labels, model.mean(), model.meanName());
        addLabel(labels, model.high(), model.spreadName());
        endLabels.show(labels);
        playHead.show(model.playHeadStep(), model.playHeadLabel());
    }

    @Override
    protected ChartTable table(Model model) {
        ChartTable table = new ChartTable("line", "step", "position");
        for (int path = 0; path < model.paths().size(); path++) {
            addRows(table, Integer.toString(path + 1), model.paths().get(path));
        }
        addRows(table, "mean", model.mean());
        addRows(table, "low", model.low());
        addRows(table, "high", model.high());
        return table;
    }

    private static void addRows(ChartTable table, String name, Curve curve) {
        for (int k = 0; k < curve.size(); k++) {
            table.add(name, curve.x(k), curve.y(k));
        }
    }

    private static void addLabel(List<EndLabels.Label> labels, Curve curve, String name) {
        if (curve.size() > 0 && !name.isEmpty()) {
            int last = curve.size() - 1;
            labels.add(new EndLabels.Label(name, curve.x(last), curve.y(last), ChartTheme::text));
        }
    }
}
