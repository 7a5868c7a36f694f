package hyperlab.chart;

import hyperlab.text.Texts;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.RectangleEdge;
import org.jspecify.annotations.Nullable;

/**
 * The part that the training charts share: a quantity over epochs, with training solid and validation dashed in each
 * run's color, the chosen run on top, a triangle where a run branches off from another, bands across seeds beneath, the
 * play head, marks of changes made during the run, and a mark where a run diverged.
 */
final class TrainingPlot {
    private static final double OTHERS_WIDTH = 1.5;
    private static final double RAW_WIDTH = 1;

    private final CurveDataset curves = new CurveDataset();
    private final LinearAxis epochs = LinearAxis.ofWholes();
    private final LogarithmicAxis logarithmicEpochs = new LogarithmicAxis();
    private final CurveRenderer renderer = new CurveRenderer();
    private final JFreeChart chart;
    private final ChartHeading heading;
    private final Areas areas = new Areas();
    private final EvidenceBands evidence = new EvidenceBands();
    private final EndLabels names;
    private final EventMarks marks;
    private final BestMark best = new BestMark();
    private final DivergedMark diverged;
    private final PlayHead head;
    private final CursorMarks cursor = new CursorMarks();
    private final boolean falls;
    private Texts texts;
    private ChartStyle style;
    private TrainingShot shot = TrainingShot.of(RunCurves.EMPTY, 1);

    /** @param falls whether the curves fall, so that there is room for text at the top rather than at the bottom */
    TrainingPlot(ValueAxis values, boolean falls, Texts texts, ChartTheme theme) {
        this.falls = falls;
        this.texts = texts;
        this.style = ChartStyle.of(theme);
        chart = style.plot(epochs, values);
        chart.getXYPlot().setDataset(curves);
        chart.getXYPlot().setRenderer(renderer);
        renderer.addAnnotation(areas, Layer.BACKGROUND);
        chart.getXYPlot().addAnnotation(evidence);
        heading = new ChartHeading(chart);
        marks = EventMarks.on(chart, style, falls);
        names = EndLabels.on(chart, style);
        chart.getXYPlot().addAnnotation(best);
        diverged = DivergedMark.on(chart, style);
        head = PlayHead.on(chart, style);
        names.under(head);
        chart.getXYPlot().addAnnotation(cursor);
        restyle();
    }

    JFreeChart chart() {
        return chart;
    }

    Texts texts() {
        return texts;
    }

    /** Replaces everything shown, with one notification. */
    void show(TrainingShot newShot) {
        shot = newShot;
        ChartStyle.atOnce(chart, () -> {
            epochs.setRange(0, newShot.lastEpoch());
            logarithmicEpochs.setRange(1, Math.max(2, newShot.lastEpoch()));
            Lines lines = new Lines();
            newShot.bands().forEach(lines::add);
            lines.quiet = !newShot.bands().isEmpty();
            newShot.runs().stream().filter(run -> !run.chosen()).forEach(lines::add);
            RunLine chosen = newShot.chosen();
            if (chosen != null) {
                lines.add(chosen);
                lines.add(chosen, newShot.head());
            }
            renderer.looks(lines.looks);
            curves.show(lines.curves);
            areas.show(areas(newShot, chosen));
            names.show(labels());
            marks.show(newShot.notes().changes());
            best.show(best(newShot, chosen));
            showHead(chosen);
            showDiverged();
            CursorReading reading = newShot.notes().cursor();
            cursor.show(reading, reading == null ? "" : texts.get("chart.epochAt", Integer.toString(reading.epoch())));
        });
    }

    /** Shows this and fixes the axes and the padding to it. */
    void hold(TrainingShot whole) {
        show(whole);
        ValueAxis values = chart.getXYPlot().getRangeAxis();
        values.setRange(values.getRange());
        names.hold(chart.getXYPlot().getDomainAxis());
    }

    /** Replaces the tinted ranges of epochs that findings refer to. */
    void light(List<Evidence> stretches) {
        evidence.show(stretches);
    }

    /** Returns the epoch at a point of the last drawing, in pixels; null if the point is outside the plot. */
    @Nullable
    Integer epochAt(Point2D point, Rectangle2D plotArea) {
        if (!plotArea.contains(point)) {
            return null;
        }
        double epoch = chart.getXYPlot().getDomainAxis().java2DToValue(point.getX(), plotArea, RectangleEdge.BOTTOM);
        return (int) Math.max(0, Math.min(shot.lastEpoch(), Math.round(epoch)));
    }

    void values(ValueAxis values) {
        chart.getXYPlot().setRangeAxis(values);
        restyle();
    }

    /** Sets the scale of the epoch axis; a logarithmic axis cannot show epoch 0. */
    void logarithmicEpochs(boolean isLogarithmic) {
        chart.getXYPlot().setDomainAxis(isLogarithmic ? logarithmicEpochs : epochs);
        restyle();
    }

    void style(ChartStyle newStyle) {
        style = newStyle;
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
            logarithmicEpochs.setLabel(ChartStyle.logTitle(texts, texts.get("chart.epoch")));
            heading.style(style);
            areas.style(style);
            style.apply(chart);
        });
    }

    /** The lines in drawing order, each with its look. */
    private static final class Lines {
        private final List<Curve> curves = new ArrayList<>();
        private final List<CurveLook> looks = new ArrayList<>();
        /** Whether individual runs are thin and faint, because bands summarize them. */
        private boolean quiet;

        void add(RunBand band) {
            add(
                    band.middle(),
                    CurveLook.line(Ink.series(band.look()), CurveLook.CHOSEN_WIDTH)
                            .with(Dash.VALIDATION));
        }

        void add(RunLine run) {
            double width = run.chosen() && !quiet ? CurveLook.WIDTH : OTHERS_WIDTH;
            RunCurves raw = run.raw();
            if (raw != null) {
                CurveLook thin = CurveLook.line(run.ink(), RAW_WIDTH).faint();
                add(raw.validation(), thin.with(Dash.VALIDATION));
                add(raw.train(), thin);
            }
            CurveLook line = CurveLook.line(run.ink(), width);
            CurveLook look = quiet ? line.faint() : line;
            Curve train = run.curves().train();
            add(run.curves().validation(), look.with(Dash.VALIDATION));
            add(train, look);
            if (train.size() > 0 && train.x(0) > 0) {
                CurveLook leaves =
                        CurveLook.points(run.ink(), Marker.TRIANGLE_UP).radius(CurveLook.CURRENT_RADIUS);
                add(Curve.point(train.x(0), train.y(0)), leaves);
            }
        }

        void add(RunLine run, TrainingShot.@Nullable Head at) {
            CurveLook point = CurveLook.points(run.ink(), run.marker()).radius(CurveLook.RADIUS);
            add(at == null ? Curve.EMPTY : Curve.point(at.epoch(), at.validation()), point.hollow(true));
            add(at == null ? Curve.EMPTY : Curve.point(at.epoch(), at.train()), point);
        }

        private void add(Curve curve, CurveLook look) {
            curves.add(curve);
            looks.add(look);
        }
    }

    private static List<Areas.Area> areas(TrainingShot shot, @Nullable RunLine chosen) {
        List<Areas.Area> areas = new ArrayList<>();
        for (RunBand band : shot.bands()) {
            areas.add(new Areas.Area(band.lower(), band.upper(), Ink.series(band.look()), Areas.BAND));
        }
        if (shot.notes().gap() && chosen != null) {
            RunCurves curves = chosen.curves();
            areas.add(new Areas.Area(curves.train(), curves.validation(), chosen.ink(), Areas.GAP));
        }
        return areas;
    }

    private List<EndLabels.Label> labels() {
        List<EndLabels.Label> labels = new ArrayList<>();
        RunLine chosen = shot.chosen();
        boolean alone = shot.runs().size() == 1 && shot.bands().isEmpty();
        if (chosen != null) {
            name(labels, chosen, alone);
        }
        for (RunBand band : shot.bands()) {
            name(labels, band.name(), band.middle(), Ink.series(band.look()));
        }
        shot.runs().stream().filter(run -> !run.chosen()).forEach(run -> name(labels, run, alone));
        return labels;
    }

    private void name(List<EndLabels.Label> labels, RunLine run, boolean alone) {
        String train = alone ? texts.get("chart.training") : texts.get("chart.runTraining", run.name());
        String validation = alone ? texts.get("chart.validation") : texts.get("chart.runValidation", run.name());
        name(labels, train, run.curves().train(), run.ink());
        name(labels, validation, run.curves().validation(), run.ink());
    }

    private static void name(List<EndLabels.Label> labels, String text, Curve curve, Ink ink) {
        int last = curve.size() - 1;
        if (last > 0 && !text.isEmpty()) {
            labels.add(new EndLabels.Label(text, curve.x(last), curve.y(last), ink));
        }
    }

    private BestMark.@Nullable Best best(TrainingShot shown, @Nullable RunLine chosen) {
        Integer epoch = shown.notes().best();
        if (epoch == null || chosen == null) {
            return null;
        }
        Curve validation = chosen.curves().validation();
        for (int i = 0; i < validation.size(); i++) {
            if (validation.x(i) >= epoch) {
                String text = texts.get("chart.best", Integer.toString(epoch));
                double end = validation.x(validation.size() - 1);
                return new BestMark.Best(epoch, validation.y(i), end, text, chosen.ink());
            }
        }
        return null;
    }

    private void showHead(@Nullable RunLine chosen) {
        TrainingShot.Head at = shot.head();
        if (at == null || chosen == null) {
            head.hide();
        } else {
            Curve train = chosen.curves().train();
            boolean atName = !falls && train.size() > 1 && at.epoch() == train.x(train.size() - 1);
            head.show(at.epoch(), atName ? "" : texts.get("chart.epochAt", Integer.toString(at.epoch())));
            head.quiet(shot.notes().cursor() != null);
        }
    }

    private void showDiverged() {
        RunLine run = shot.runs().stream()
                .filter(each -> each.diverged() != null)
                .reduce((one, other) -> one.chosen() ? one : other)
                .orElse(null);
        if (run == null) {
            diverged.hide();
            return;
        }
        Curve train = run.curves().train();
        int last = train.size() - 1;
        String said = texts.get("chart.divergedAt", String.valueOf(run.diverged()));
        diverged.show(last < 0 ? 0 : train.x(last), last < 0 ? Double.NEGATIVE_INFINITY : train.y(last), said);
    }
}
