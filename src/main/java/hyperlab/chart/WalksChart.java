package hyperlab.chart;

import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.XYPlot;

/**
 * Repeated descents from the same point with noise, over their steps: the paths faint, their positions at the play head
 * as a column of points, and the mean and the spread of all of them. Once displayed, use only on the FX thread.
 */
public final class WalksChart {
    private static final double ROOM = 0.05;
    private static final double FAINT = 0.22;
    private static final double THIN = 1;
    private static final double POINT = 2.2;

    private final LinearAxis steps = LinearAxis.ofWholes();
    private final LinearAxis places = LinearAxis.ofPositions();
    private final CurveDataset dataset = new CurveDataset();
    private final CurveRenderer renderer = new CurveRenderer();
    private final JFreeChart chart;
    private final EndLabels names;
    private final PlayHead head;

    /**
     * What the chart shows.
     *
     * @param walks one path each: its position at each step
     * @param ink color of the paths
     * @param middle mean of the paths; empty for none
     * @param middleName label at its end
     * @param low mean minus spread
     * @param high mean plus spread
     * @param spreadName label at the end of {@code high}
     * @param points positions of the paths at the play head
     * @param last where the axis of steps ends
     * @param bottom the lowest position shown
     * @param top the highest position shown
     * @param stepTitle title of the axis of steps
     * @param placeTitle title of the axis of positions
     * @param at position of the play head
     * @param atName label of the play head
     */
    public record Picture(
            List<Curve> walks,
            Ink ink,
            Curve middle,
            String middleName,
            Curve low,
            Curve high,
            String spreadName,
            Curve points,
            int last,
            double bottom,
            double top,
            String stepTitle,
            String placeTitle,
            int at,
            String atName) {
        public Picture {
            walks = List.copyOf(walks);
        }
    }

    public WalksChart(ChartTheme theme) {
        ChartStyle style = ChartStyle.of(theme);
        chart = style.plot(steps, places);
        XYPlot plot = chart.getXYPlot();
        plot.setDataset(dataset);
        plot.setRenderer(renderer);
        names = EndLabels.on(chart, style);
        head = PlayHead.on(chart, style);
        style(ChartStyle.of(theme));
    }

    public JFreeChart chart() {
        return chart;
    }

    public void style(ChartStyle style) {
        style.apply(chart);
    }

    public void show(Picture picture) {
        ChartStyle.atOnce(chart, () -> draw(picture));
    }

    private void draw(Picture picture) {
        steps.setLabel(picture.stepTitle());
        places.setLabel(picture.placeTitle());
        steps.setRange(0, Math.max(1, picture.last()));
        double span = picture.top() > picture.bottom() ? picture.top() - picture.bottom() : 1;
        places.setRange(picture.bottom() - ROOM * span, picture.top() + ROOM * span);
        List<Curve> curves = new ArrayList<>(picture.walks());
        List<CurveLook> looks = new ArrayList<>();
        CurveLook faint = new CurveLook(picture.ink(), Dash.SOLID, THIN, Marker.NONE, CurveLook.RADIUS, false, FAINT);
        picture.walks().forEach(walk -> looks.add(faint));
        add(
                curves,
                looks,
                picture.points(),
                CurveLook.points(picture.ink(), Marker.CIRCLE).radius(POINT));
        CurveLook edge = CurveLook.line(ChartTheme::text, 1.5).with(Dash.VALIDATION);
        add(curves, looks, picture.low(), edge);
        add(curves, looks, picture.high(), edge);
        add(curves, looks, picture.middle(), CurveLook.line(ChartTheme::text, CurveLook.WIDTH));
        renderer.looks(looks);
        dataset.show(curves);
        List<EndLabels.Label> ends = new ArrayList<>();
        name(ends, picture.middle(), picture.middleName());
        name(ends, picture.high(), picture.spreadName());
        names.show(ends);
        head.show(picture.at(), picture.atName());
    }

    private static void add(List<Curve> curves, List<CurveLook> looks, Curve curve, CurveLook look) {
        curves.add(curve);
        looks.add(look);
    }

    private static void name(List<EndLabels.Label> ends, Curve curve, String name) {
        if (curve.size() > 0 && !name.isEmpty()) {
            int last = curve.size() - 1;
            ends.add(new EndLabels.Label(name, curve.x(last), curve.y(last), ChartTheme::text));
        }
    }
}
