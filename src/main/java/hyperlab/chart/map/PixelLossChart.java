package hyperlab.chart.map;

import hyperlab.chart.ChartTable;
import hyperlab.chart.PlotChart;
import hyperlab.chart.axis.LinearAxis;
import hyperlab.chart.axis.LinearOrLogAxis;
import hyperlab.chart.axis.ValueBounds;
import hyperlab.chart.series.Curve;
import hyperlab.chart.series.CurveDataset;
import hyperlab.chart.series.CurveRenderer;
import hyperlab.chart.series.StyledCurves;
import hyperlab.chart.style.ChartTheme;
import hyperlab.chart.style.CurveStyle;
import hyperlab.chart.style.EndLabels;
import hyperlab.text.Texts;
import java.util.ArrayList;
import java.util.List;

/**
 * The losses of the training runs of some pixels of a map against the epoch. The axis of the losses is logarithmic if
 * all of them are positive.
 */
public final class PixelLossChart extends PlotChart<PixelLossChart.Model> {
    private static final double ROOM = 0.06;
    private static final double TOP_ROOM = 0.14;
    /** Losses of runs that diverged are shown up to this multiple of the largest loss at the start. */
    private static final double MAX_RISE = 1e3;

    private final LinearAxis epochs = LinearAxis.ofIntegers();
    private final LinearOrLogAxis losses = keepStyled(new LinearOrLogAxis(LinearAxis.ofValues()));
    private final CurveDataset dataset = new CurveDataset();
    private final CurveRenderer renderer = new CurveRenderer();
    private final EndLabels endLabels = new EndLabels();

    /**
     * What the chart shows.
     *
     * @param lines in drawing order, the most important last
     * @param epochs where the axis of the epochs ends, at least 1
     * @param epochTitle title of that axis
     * @param lossTitle title of the axis of the losses
     */
    public record Model(List<Line> lines, int epochs, String epochTitle, String lossTitle) {
        public Model {
            lines = List.copyOf(lines);
        }
    }

    /**
     * The losses of one run.
     *
     * @param losses entry k is the loss after k epochs; not modified
     * @param drawn the number of losses that are drawn; the axes have room for all of them
     * @param name next to its last loss
     */
    public record Line(double[] losses, int drawn, CurveStyle style, String name) {
        /** All losses. */
        public Line(double[] losses, CurveStyle style, String name) {
            this(losses, losses.length, style, name);
        }
    }

    public PixelLossChart(Texts texts, ChartTheme theme) {
        super(texts, theme);
        setAxes(epochs, losses.linear());
        addCurves(dataset, renderer);
        add(endLabels);
    }

    @Override
    protected void draw(Model model) {
        epochs.setLabel(model.epochTitle());
        fit(epochs, 0, Math.max(1, model.epochs()));
        boolean logarithmic = true;
        double start = 0;
        for (Line line : model.lines()) {
            for (double loss : line.losses()) {
                logarithmic &= loss > 0 || !Double.isFinite(loss);
            }
            start = line.losses().length == 0 ? start : Math.max(start, Math.abs(line.losses()[0]));
        }
        double highest = MAX_RISE * start;
        ValueBounds bounds = new ValueBounds(logarithmic);
        StyledCurves curves = new StyledCurves();
        List<EndLabels.Label> ends = new ArrayList<>();
        for (Line line : model.lines()) {
            Curve all = visible(line, line.losses().length, highest);
            for (int i = 0; i < all.size(); i++) {
                bounds.add(all.y(i));
            }
            Curve curve = visible(line, line.drawn(), highest);
            curves.add(curve.named(line.name()), line.style());
            if (curve.size() > 0) {
                int last = curve.size() - 1;
                ends.add(
                        0,
                        new EndLabels.Label(
                                line.name(),
                                curve.x(last),
                                curve.y(last),
                                line.style().themeColor()));
            }
        }
        losses.fit(logarithmic, bounds, Double.NaN, Double.NaN, ROOM, TOP_ROOM);
        setYAxis(losses.titled(logarithmic, model.lossTitle(), texts()));
        curves.showIn(dataset, renderer);
        endLabels.show(ends);
    }

    @Override
    protected ChartTable table(Model model) {
        ChartTable table = new ChartTable("line", "epoch", "loss");
        for (int k = 0; k < model.lines().size(); k++) {
            Line line = model.lines().get(k);
            String name = line.name().isEmpty() ? Integer.toString(k + 1) : line.name();
            for (int epoch = 0; epoch < line.drawn(); epoch++) {
                table.add(name, epoch, line.losses()[epoch]);
            }
        }
        return table;
    }

    /** The losses until the first one that is not finite or too high to show. */
    private static Curve visible(Line line, int drawn, double highest) {
        double[] values = line.losses();
        int end = Math.min(drawn, values.length);
        int count = 0;
        while (count < end && Math.abs(values[count]) <= highest) {
            count++;
        }
        double[] x = new double[count];
        double[] y = new double[count];
        for (int i = 0; i < count; i++) {
            x[i] = i;
            y[i] = values[i];
        }
        return Curve.of(x, y);
    }
}
