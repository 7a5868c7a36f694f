package hyperlab.chart;

import hyperlab.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.XYPlot;

/**
 * The objective of each trial over its epochs: running and completed trials, the best one, and those that were stopped
 * early, which end in a cross. Once displayed, use only on the FX thread.
 */
public final class TrialCurvesChart {
    private static final double ROOM = 0.05;

    private final LinearAxis epochs = LinearAxis.ofWholes();
    private final ValueAxes values = new ValueAxes(ROOM);
    private final CurveDataset dataset = new CurveDataset();
    private final CurveRenderer renderer = new CurveRenderer();
    private final JFreeChart chart;
    private ChartStyle style;
    private Texts texts;
    private Picture picture = new Picture(List.of(), 1, "");

    /**
     * What the chart shows.
     *
     * @param lines in drawing order within a state
     * @param last the epoch at which the axis ends
     * @param valueTitle title of the objective's axis
     */
    public record Picture(List<Line> lines, int last, String valueTitle) {
        public Picture {
            lines = List.copyOf(lines);
        }
    }

    public record Line(Curve curve, State state) {}

    /** The state of a trial, in drawing order. */
    public enum State {
        STOPPED,
        WHOLE,
        RUNNING,
        BEST
    }

    public TrialCurvesChart(Texts texts, ChartTheme theme) {
        this.texts = texts;
        style = ChartStyle.of(theme);
        chart = style.plot(epochs, values.linear());
        XYPlot plot = chart.getXYPlot();
        plot.setDataset(dataset);
        plot.setRenderer(renderer);
        style(ChartStyle.of(theme));
    }

    public JFreeChart chart() {
        return chart;
    }

    public void style(ChartStyle newStyle) {
        style = newStyle;
        values.style(style);
        style.apply(chart);
    }

    public void texts(Texts newTexts) {
        texts = newTexts;
        show(picture);
    }

    public void show(Picture newPicture) {
        picture = newPicture;
        ChartStyle.atOnce(chart, this::draw);
    }

    private void draw() {
        epochs.setLabel(texts.get("chart.epoch"));
        epochs.setRange(0, Math.max(1, picture.last()));
        chart.getXYPlot().setRangeAxis(values.around(shownValues(), picture.valueTitle(), texts));
        List<Curve> curves = new ArrayList<>();
        List<CurveLook> looks = new ArrayList<>();
        for (State state : State.values()) {
            for (Line line : picture.lines()) {
                if (line.state() == state) {
                    curves.add(line.curve());
                    looks.add(look(state));
                }
            }
        }
        for (Line line : picture.lines()) {
            if (line.state() == State.STOPPED && line.curve().size() > 0) {
                int end = line.curve().size() - 1;
                curves.add(Curve.point(line.curve().x(end), line.curve().y(end)));
                looks.add(CurveLook.points(ChartTheme::muted, Marker.CROSS).radius(3.5));
            }
        }
        renderer.looks(looks);
        dataset.show(curves);
        style.apply(chart);
    }

    private static CurveLook look(State state) {
        return switch (state) {
            case STOPPED -> CurveLook.line(ChartTheme::axis, 1).faint();
            case WHOLE -> CurveLook.line(Ink.series(0), 1).faint();
            case RUNNING -> CurveLook.line(Ink.series(0), CurveLook.WIDTH);
            case BEST -> CurveLook.line(Ink.series(1), CurveLook.CHOSEN_WIDTH);
        };
    }

    private DoubleStream shownValues() {
        return picture.lines().stream()
                .map(Line::curve)
                .flatMapToDouble(curve -> IntStream.range(0, curve.size()).mapToDouble(curve::y));
    }
}
