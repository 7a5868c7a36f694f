package hyperlab.chart;

import hyperlab.text.Texts;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.ValueAxis;

/**
 * What the charts of a training share: a quantity over epochs, training solid and validation dashed in one colour, the
 * run before faint beneath it, the play head, marks of what was changed on the way, and where the run diverged.
 */
final class TrainingPlot {
    private static final Ink RUN = Ink.series(0);
    private static final Ink PREVIOUS = Ink.series(1);
    private static final double PREVIOUS_WIDTH = 1.5;

    private final CurveDataset curves = new CurveDataset();
    private final LinearAxis epochs = LinearAxis.ofWholes();
    private final JFreeChart chart;
    private final ChartHeading heading;
    private final EndLabels names;
    private final EventMarks marks;
    private final DivergedMark diverged;
    private final PlayHead head;
    private final boolean falls;
    private Texts texts;
    private ChartStyle style;
    private TrainingShot shot = TrainingShot.of(RunCurves.EMPTY, 1);

    /** @param falls whether the curves fall, so that there is room for words at the top rather than at the foot */
    TrainingPlot(ValueAxis values, boolean falls, Texts texts, ChartTheme theme) {
        this.falls = falls;
        this.texts = texts;
        this.style = ChartStyle.of(theme);
        CurveRenderer renderer = new CurveRenderer();
        CurveLook before = CurveLook.line(PREVIOUS, PREVIOUS_WIDTH).faint();
        CurveLook now = CurveLook.line(RUN, CurveLook.WIDTH);
        CurveLook point = CurveLook.points(RUN, Marker.CIRCLE).radius(CurveLook.RADIUS);
        renderer.looks(before.with(Dash.VALIDATION), before, now.with(Dash.VALIDATION), now, point.hollow(true), point);
        chart = style.plot(epochs, values);
        chart.getXYPlot().setDataset(curves);
        chart.getXYPlot().setRenderer(renderer);
        heading = new ChartHeading(chart);
        marks = EventMarks.on(chart, style, falls);
        names = EndLabels.on(chart, style);
        diverged = DivergedMark.on(chart, style);
        head = PlayHead.on(chart, style);
        restyle();
    }

    JFreeChart chart() {
        return chart;
    }

    Texts texts() {
        return texts;
    }

    /** Shows this and nothing else, with one notification. */
    void show(TrainingShot newShot) {
        shot = newShot;
        ChartStyle.atOnce(chart, () -> {
            epochs.setRange(0, Math.max(1, newShot.lastEpoch()));
            curves.show(shown());
            names.show(labels());
            marks.show(newShot.marks());
            showHead();
            showDiverged();
        });
    }

    void values(ValueAxis values) {
        chart.getXYPlot().setRangeAxis(values);
        restyle();
    }

    void theme(ChartTheme theme) {
        style = ChartStyle.of(theme);
        restyle();
    }

    void texts(Texts newTexts) {
        texts = newTexts;
        restyle();
        show(shot);
    }

    void title(String words) {
        heading.show(words, style);
    }

    private void restyle() {
        ChartStyle.atOnce(chart, () -> {
            epochs.setLabel(texts.get("chart.epoch"));
            heading.style(style);
            style.apply(chart);
        });
    }

    private List<Curve> shown() {
        RunCurves previous = shot.previous() == null ? RunCurves.EMPTY : shot.previous();
        TrainingShot.Head at = shot.head();
        return List.of(
                previous.validation(),
                previous.train(),
                shot.run().validation(),
                shot.run().train(),
                at == null ? Curve.EMPTY : Curve.point(at.epoch(), at.validation()),
                at == null ? Curve.EMPTY : Curve.point(at.epoch(), at.train()));
    }

    private List<EndLabels.Label> labels() {
        List<EndLabels.Label> labels = new ArrayList<>();
        RunCurves previous = shot.previous();
        if (previous != null) {
            name(labels, shot.previousName(), previous.train(), PREVIOUS);
        }
        name(labels, texts.get("chart.training"), shot.run().train(), RUN);
        name(labels, texts.get("chart.validation"), shot.run().validation(), RUN);
        return labels;
    }

    private static void name(List<EndLabels.Label> labels, String text, Curve curve, Ink ink) {
        int last = curve.size() - 1;
        if (last > 0 && !text.isEmpty()) {
            labels.add(new EndLabels.Label(text, curve.x(last), curve.y(last), ink));
        }
    }

    private void showHead() {
        TrainingShot.Head at = shot.head();
        if (at == null) {
            head.hide();
        } else {
            Curve train = shot.run().train();
            boolean atName = !falls && train.size() > 1 && at.epoch() == train.x(train.size() - 1);
            head.show(at.epoch(), atName ? "" : texts.get("chart.epochAt", Integer.toString(at.epoch())));
        }
    }

    private void showDiverged() {
        Integer epoch = shot.diverged();
        Curve train = shot.run().train();
        if (epoch == null || train.size() == 0) {
            diverged.hide();
        } else {
            int last = train.size() - 1;
            diverged.show(train.x(last), train.y(last), texts.get("chart.divergedAt", Integer.toString(epoch)));
        }
    }
}
