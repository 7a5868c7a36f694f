package hyperlab.chart.training;

import hyperlab.chart.ChartTitle;
import hyperlab.chart.axis.LinearAxis;
import hyperlab.chart.axis.LogarithmicAxis;
import hyperlab.chart.series.Curve;
import hyperlab.chart.series.CurveDataset;
import hyperlab.chart.series.CurveRenderer;
import hyperlab.chart.series.FilledAreas;
import hyperlab.chart.style.ChartStyle;
import hyperlab.chart.style.ChartTheme;
import hyperlab.chart.style.CurveStyle;
import hyperlab.chart.style.Dash;
import hyperlab.chart.style.EndLabels;
import hyperlab.chart.style.MarkerShape;
import hyperlab.chart.style.PlayHead;
import hyperlab.chart.style.ThemeColor;
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
    private final LinearAxis epochs = LinearAxis.ofIntegers();
    private final LogarithmicAxis logarithmicEpochs = new LogarithmicAxis();
    private final CurveRenderer renderer = new CurveRenderer();
    private final JFreeChart chart;
    private final ChartTitle title;
    private final FilledAreas areas = new FilledAreas();
    private final EvidenceBands evidence = new EvidenceBands();
    private final EndLabels endLabels;
    private final EventMarkers eventMarkers;
    private final BestEpochMarker bestEpochMarker = new BestEpochMarker();
    private final DivergenceMarker divergenceMarker;
    private final PlayHead playHead;
    private final CrosshairAnnotation crosshair = new CrosshairAnnotation();
    private final boolean decreasing;
    private Texts texts;
    private ChartStyle style;
    private TrainingCurvesModel model = TrainingCurvesModel.of(RunCurves.EMPTY, 1);

    /** @param decreasing whether the curves fall, so that there is room for text at the top rather than at the bottom */
    TrainingPlot(ValueAxis values, boolean decreasing, Texts texts, ChartTheme theme) {
        this.decreasing = decreasing;
        this.texts = texts;
        this.style = ChartStyle.of(theme);
        chart = style.createChart(epochs, values);
        chart.getXYPlot().setDataset(curves);
        chart.getXYPlot().setRenderer(renderer);
        renderer.addAnnotation(areas, Layer.BACKGROUND);
        chart.getXYPlot().addAnnotation(evidence);
        title = new ChartTitle(chart);
        eventMarkers = EventMarkers.addTo(chart, style, decreasing);
        endLabels = EndLabels.addTo(chart, style);
        chart.getXYPlot().addAnnotation(bestEpochMarker);
        divergenceMarker = DivergenceMarker.addTo(chart, style);
        playHead = PlayHead.addTo(chart, style);
        endLabels.keepBelow(playHead);
        chart.getXYPlot().addAnnotation(crosshair);
        restyle();
    }

    JFreeChart chart() {
        return chart;
    }

    Texts texts() {
        return texts;
    }

    /** Replaces everything shown, with one notification. */
    void show(TrainingCurvesModel newModel) {
        model = newModel;
        ChartStyle.withOneNotification(chart, () -> {
            epochs.setRange(0, newModel.lastEpoch());
            logarithmicEpochs.setRange(1, Math.max(2, newModel.lastEpoch()));
            StyledCurves lines = new StyledCurves();
            newModel.bands().forEach(lines::add);
            lines.faint = !newModel.bands().isEmpty();
            newModel.runs().stream().filter(run -> !run.chosen()).forEach(lines::add);
            RunLine chosen = newModel.chosenRun();
            if (chosen != null) {
                lines.add(chosen);
                lines.add(chosen, newModel.playHead());
            }
            renderer.setCurveStyles(lines.curveStyles);
            curves.show(lines.curves);
            areas.show(areas(newModel, chosen));
            endLabels.show(labels());
            eventMarkers.show(newModel.marks().changes());
            bestEpochMarker.show(bestPoint(newModel, chosen));
            showPlayHead(chosen);
            showDiverged();
            CrosshairValues reading = newModel.marks().crosshair();
            crosshair.show(
                    reading, reading == null ? "" : texts.get("chart.epochAt", Integer.toString(reading.epoch())));
        });
    }

    /** Shows this and fixes the axes and the padding to it. */
    void fixAxes(TrainingCurvesModel finalModel) {
        show(finalModel);
        ValueAxis values = chart.getXYPlot().getRangeAxis();
        values.setRange(values.getRange());
        endLabels.fixPadding(chart.getXYPlot().getDomainAxis());
    }

    /** Replaces the tinted ranges of epochs that findings refer to. */
    void highlight(List<EvidenceRange> ranges) {
        evidence.show(ranges);
    }

    /** Returns the epoch at a point of the last drawing, in pixels; null if the point is outside the plot. */
    @Nullable
    Integer epochAt(Point2D point, Rectangle2D plotArea) {
        if (!plotArea.contains(point)) {
            return null;
        }
        double epoch = chart.getXYPlot().getDomainAxis().java2DToValue(point.getX(), plotArea, RectangleEdge.BOTTOM);
        return (int) Math.max(0, Math.min(model.lastEpoch(), Math.round(epoch)));
    }

    void setValueAxis(ValueAxis values) {
        chart.getXYPlot().setRangeAxis(values);
        restyle();
    }

    /** Sets the scale of the epoch axis; a logarithmic axis cannot show epoch 0. */
    void setLogarithmicEpochs(boolean isLogarithmic) {
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
        show(model);
    }

    void setTitle(String text) {
        title.show(text, style);
    }

    private void restyle() {
        ChartStyle.withOneNotification(chart, () -> {
            epochs.setLabel(texts.get("chart.epoch"));
            logarithmicEpochs.setLabel(ChartStyle.logTitle(texts, texts.get("chart.epoch")));
            title.style(style);
            areas.style(style);
            style.apply(chart);
        });
    }

    /** The lines in drawing order, each with its look. */
    private static final class StyledCurves {
        private final List<Curve> curves = new ArrayList<>();
        private final List<CurveStyle> curveStyles = new ArrayList<>();
        /** Whether individual runs are thin and faint, because bands summarize them. */
        private boolean faint;

        void add(RunBand band) {
            add(
                    band.middle(),
                    CurveStyle.line(ThemeColor.series(band.series()), CurveStyle.CHOSEN_WIDTH)
                            .with(Dash.VALIDATION));
        }

        void add(RunLine run) {
            double width = run.chosen() && !faint ? CurveStyle.WIDTH : OTHERS_WIDTH;
            RunCurves raw = run.unsmoothed();
            if (raw != null) {
                CurveStyle thin = CurveStyle.line(run.themeColor(), RAW_WIDTH).faint();
                add(raw.validation(), thin.with(Dash.VALIDATION));
                add(raw.train(), thin);
            }
            CurveStyle line = CurveStyle.line(run.themeColor(), width);
            CurveStyle curveStyle = faint ? line.faint() : line;
            Curve train = run.curves().train();
            add(run.curves().validation(), curveStyle.with(Dash.VALIDATION));
            add(train, curveStyle);
            if (train.size() > 0 && train.x(0) > 0) {
                CurveStyle leaves = CurveStyle.points(run.themeColor(), MarkerShape.TRIANGLE_UP)
                        .radius(CurveStyle.CURRENT_RADIUS);
                add(Curve.point(train.x(0), train.y(0)), leaves);
            }
        }

        void add(RunLine run, TrainingCurvesModel.@Nullable PlayHeadValues at) {
            CurveStyle point = CurveStyle.points(run.themeColor(), run.marker()).radius(CurveStyle.RADIUS);
            add(at == null ? Curve.EMPTY : Curve.point(at.epoch(), at.validation()), point.hollow(true));
            add(at == null ? Curve.EMPTY : Curve.point(at.epoch(), at.train()), point);
        }

        private void add(Curve curve, CurveStyle curveStyle) {
            curves.add(curve);
            curveStyles.add(curveStyle);
        }
    }

    private static List<FilledAreas.CurveArea> areas(TrainingCurvesModel model, @Nullable RunLine chosen) {
        List<FilledAreas.CurveArea> areas = new ArrayList<>();
        for (RunBand band : model.bands()) {
            areas.add(new FilledAreas.CurveArea(
                    band.lower(), band.upper(), ThemeColor.series(band.series()), FilledAreas.BAND));
        }
        if (model.marks().shadesGap() && chosen != null) {
            RunCurves curves = chosen.curves();
            areas.add(new FilledAreas.CurveArea(
                    curves.train(), curves.validation(), chosen.themeColor(), FilledAreas.GAP));
        }
        return areas;
    }

    private List<EndLabels.Label> labels() {
        List<EndLabels.Label> labels = new ArrayList<>();
        RunLine chosen = model.chosenRun();
        boolean alone = model.runs().size() == 1 && model.bands().isEmpty();
        if (chosen != null) {
            addLabel(labels, chosen, alone);
        }
        for (RunBand band : model.bands()) {
            addLabel(labels, band.name(), band.middle(), ThemeColor.series(band.series()));
        }
        model.runs().stream().filter(run -> !run.chosen()).forEach(run -> addLabel(labels, run, alone));
        return labels;
    }

    private void addLabel(List<EndLabels.Label> labels, RunLine run, boolean alone) {
        String train = alone ? texts.get("chart.training") : texts.get("chart.runTraining", run.name());
        String validation = alone ? texts.get("chart.validation") : texts.get("chart.runValidation", run.name());
        addLabel(labels, train, run.curves().train(), run.themeColor());
        addLabel(labels, validation, run.curves().validation(), run.themeColor());
    }

    private static void addLabel(List<EndLabels.Label> labels, String text, Curve curve, ThemeColor themeColor) {
        int last = curve.size() - 1;
        if (last > 0 && !text.isEmpty()) {
            labels.add(new EndLabels.Label(text, curve.x(last), curve.y(last), themeColor));
        }
    }

    private BestEpochMarker.@Nullable BestPoint bestPoint(TrainingCurvesModel current, @Nullable RunLine chosen) {
        Integer epoch = current.marks().bestEpoch();
        if (epoch == null || chosen == null) {
            return null;
        }
        Curve validation = chosen.curves().validation();
        for (int i = 0; i < validation.size(); i++) {
            if (validation.x(i) >= epoch) {
                String text = texts.get("chart.best", Integer.toString(epoch));
                double end = validation.x(validation.size() - 1);
                return new BestEpochMarker.BestPoint(epoch, validation.y(i), end, text, chosen.themeColor());
            }
        }
        return null;
    }

    private void showPlayHead(@Nullable RunLine chosen) {
        TrainingCurvesModel.PlayHeadValues at = model.playHead();
        if (at == null || chosen == null) {
            playHead.hide();
        } else {
            Curve train = chosen.curves().train();
            boolean atName = !decreasing && train.size() > 1 && at.epoch() == train.x(train.size() - 1);
            playHead.show(at.epoch(), atName ? "" : texts.get("chart.epochAt", Integer.toString(at.epoch())));
            playHead.setLabelHidden(model.marks().crosshair() != null);
        }
    }

    private void showDiverged() {
        RunLine run = model.runs().stream()
                .filter(each -> each.divergedEpoch() != null)
                .reduce((one, other) -> one.chosen() ? one : other)
                .orElse(null);
        if (run == null) {
            divergenceMarker.hide();
            return;
        }
        Curve train = run.curves().train();
        int last = train.size() - 1;
        String text = texts.get("chart.divergedAt", String.valueOf(run.divergedEpoch()));
        divergenceMarker.show(last < 0 ? 0 : train.x(last), last < 0 ? Double.NEGATIVE_INFINITY : train.y(last), text);
    }
}
