package hyperlab.chart.training;

import hyperlab.chart.ChartTable;
import hyperlab.chart.PlotChart;
import hyperlab.chart.axis.LinearAxis;
import hyperlab.chart.axis.LogarithmicAxis;
import hyperlab.chart.series.Curve;
import hyperlab.chart.series.CurveDataset;
import hyperlab.chart.series.CurveRenderer;
import hyperlab.chart.series.FilledAreas;
import hyperlab.chart.series.StyledCurves;
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
import java.util.stream.Stream;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.ui.RectangleEdge;
import org.jspecify.annotations.Nullable;

/**
 * What the training charts share: a quantity over epochs, with training solid and validation dashed in each
 * run's color, the chosen run on top, a triangle where a run branches off from another, bands across seeds beneath, the
 * play head, marks of changes made during the run, and a mark where a run diverged.
 */
public abstract class TrainingCurvesChart extends PlotChart<TrainingCurvesModel> {
    private static final double OTHERS_WIDTH = 1.5;
    private static final double RAW_WIDTH = 1;

    private final CurveDataset curves = new CurveDataset();
    private final LinearAxis epochs = keepStyled(LinearAxis.ofIntegers());
    private final LogarithmicAxis logarithmicEpochs = keepStyled(new LogarithmicAxis());
    private final CurveRenderer renderer = new CurveRenderer();
    private final FilledAreas areas;
    private final EvidenceBands evidence;
    private final EventMarkers eventMarkers;
    private final EndLabels endLabels;
    private final BestEpochMarker bestEpochMarker;
    private final DivergenceMarker divergenceMarker;
    private final PlayHead playHead;
    private final CrosshairAnnotation crosshair;
    private final boolean decreasing;
    private boolean overSteps;

    /**
     * @param decreasing whether the curves fall, so that there is room for text at the top rather than at the bottom
     */
    TrainingCurvesChart(boolean decreasing, Texts texts, ChartTheme theme) {
        super(texts, theme);
        this.decreasing = decreasing;
        setXAxis(epochs);
        addCurves(curves, renderer);
        areas = addBehind(renderer, new FilledAreas());
        evidence = add(new EvidenceBands());
        eventMarkers = add(new EventMarkers(decreasing));
        endLabels = add(new EndLabels());
        bestEpochMarker = add(new BestEpochMarker());
        divergenceMarker = add(new DivergenceMarker());
        playHead = add(new PlayHead());
        endLabels.keepBelow(playHead);
        endLabels.keepOffLine(playHead);
        crosshair = add(new CrosshairAnnotation());
    }

    @Override
    protected void relabel() {
        String title = texts().get(overSteps ? "chart.step" : "chart.epoch");
        epochs.setLabel(title);
        logarithmicEpochs.setLabel(ChartStyle.logTitle(texts(), title));
    }

    /** Sets whether the curves are over optimizer steps instead of epochs. */
    public final void setOverSteps(boolean areSteps) {
        if (areSteps != overSteps) {
            overSteps = areSteps;
            relabel();
        }
    }

    /** A position on the axis in words. */
    private String position(String epochKey, String stepKey, String number) {
        return texts().get(overSteps ? stepKey : epochKey, number);
    }

    @Override
    protected void draw(TrainingCurvesModel model) {
        fit(epochs, 0, model.lastEpoch());
        fit(logarithmicEpochs, 1, Math.max(2, model.lastEpoch()));
        RunCurveSet lines = new RunCurveSet();
        model.bands().forEach(lines::add);
        lines.faint = !model.bands().isEmpty();
        model.runs().stream().filter(run -> !run.chosen()).forEach(lines::add);
        RunLine chosen = model.chosenRun();
        if (chosen != null) {
            lines.add(chosen);
            lines.add(chosen, isPlayHeadShown() ? model.playHead() : null);
        }
        lines.curves.showIn(curves, renderer);
        areas.show(areas(model, chosen));
        endLabels.show(labels(model));
        eventMarkers.show(model.marks().changes());
        bestEpochMarker.show(bestPoint(model, chosen));
        showPlayHead(model, chosen);
        showDiverged(model);
        CrosshairValues reading = model.marks().crosshair();
        crosshair.show(
                reading,
                reading == null ? "" : position("chart.epochAt", "chart.stepAt", Integer.toString(reading.epoch())));
    }

    /** The curves of all runs and of the bands over seeds. */
    @Override
    protected ChartTable table(TrainingCurvesModel model) {
        ChartTable table = new ChartTable("run", "part", overSteps ? "step" : "epoch", "value");
        for (int k = 0; k < model.runs().size(); k++) {
            RunLine run = model.runs().get(k);
            String name = run.name().isEmpty() ? Integer.toString(k + 1) : run.name();
            RunCurves raw = run.unsmoothed();
            addRows(
                    table,
                    name,
                    raw == null ? "train" : "trainSmoothed",
                    run.curves().train());
            addRows(
                    table,
                    name,
                    raw == null ? "validation" : "validationSmoothed",
                    run.curves().validation());
            if (raw != null) {
                addRows(table, name, "train", raw.train());
                addRows(table, name, "validation", raw.validation());
            }
        }
        for (RunBand band : model.bands()) {
            addRows(table, band.name(), "lower", band.lower());
            addRows(table, band.name(), "median", band.middle());
            addRows(table, band.name(), "upper", band.upper());
        }
        return table;
    }

    private static void addRows(ChartTable table, String run, String part, Curve curve) {
        for (int k = 0; k < curve.size(); k++) {
            table.add(run, part, curve.x(k), curve.y(k));
        }
    }

    /**
     * Shows this and fixes the axes and the padding to it, so that earlier epochs can be shown at the same scale: see
     * {@link TrainingCurvesModel#untilPlayHead}.
     */
    public void fixAxes(TrainingCurvesModel finalModel) {
        show(finalModel);
        ValueAxis values = plot().getRangeAxis();
        fit(values, values.getLowerBound(), values.getUpperBound());
        endLabels.fixPadding(plot().getDomainAxis());
    }

    @Override
    protected void showFindings(boolean shown) {
        evidence.setShown(shown);
    }

    @Override
    public boolean hasFindings() {
        return !evidence.isEmpty();
    }

    /** Replaces the tinted ranges of epochs that findings refer to. */
    public final void highlight(List<EvidenceRange> ranges) {
        evidence.show(ranges);
    }

    /**
     * Returns the epoch at a point of the last drawing, in the pixel coordinates of {@code plotArea}; null if the point
     * is outside the plot.
     */
    public final @Nullable Integer epochAt(Point2D point, Rectangle2D plotArea) {
        TrainingCurvesModel current = model();
        if (current == null || !plotArea.contains(point)) {
            return null;
        }
        double epoch = plot().getDomainAxis().java2DToValue(point.getX(), plotArea, RectangleEdge.BOTTOM);
        return (int) Math.max(0, Math.min(current.lastEpoch(), Math.round(epoch)));
    }

    /** Sets the scale of the epoch axis; a logarithmic axis cannot show epoch 0. */
    public final void setLogarithmicEpochs(boolean isLogarithmic) {
        setXAxis(isLogarithmic ? logarithmicEpochs : epochs);
    }

    /** The curves of runs and bands. */
    private static final class RunCurveSet {
        private final StyledCurves curves = new StyledCurves();
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
            CurveStyle curveStyle = faint || run.faint() ? line.faint() : line;
            Curve train = run.curves().train();
            add(run.curves().validation(), curveStyle.with(Dash.VALIDATION));
            add(train, curveStyle);
            if (train.size() > 0 && train.x(0) > 0 && !run.curves().logged()) {
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
            curves.add(curve, curveStyle);
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

    private List<EndLabels.Label> labels(TrainingCurvesModel model) {
        List<EndLabels.Label> labels = new ArrayList<>();
        RunLine chosen = model.chosenRun();
        boolean alone = model.runs().size() == 1 && model.bands().isEmpty();
        if (chosen != null) {
            addLabel(labels, chosen, alone);
        }
        for (RunBand band : model.bands()) {
            addLabel(labels, band.name(), band.name(), band.middle(), ThemeColor.series(band.series()));
        }
        model.runs().stream().filter(run -> !run.chosen()).forEach(run -> addLabel(labels, run, alone));
        return labels;
    }

    private void addLabel(List<EndLabels.Label> labels, RunLine run, boolean alone) {
        addLabel(
                labels,
                trainingLabel(run.name(), alone),
                trainingLabel(run.shortName(), alone),
                run.curves().train(),
                run.themeColor());
        addLabel(
                labels,
                validationLabel(run.name(), alone),
                validationLabel(run.shortName(), alone),
                run.curves().validation(),
                run.themeColor());
    }

    private String trainingLabel(String name, boolean alone) {
        return alone ? texts().get("chart.training") : texts().get("chart.runTraining", name);
    }

    private String validationLabel(String name, boolean alone) {
        return alone ? texts().get("chart.validation") : texts().get("chart.runValidation", name);
    }

    private static void addLabel(
            List<EndLabels.Label> labels, String text, String shortText, Curve curve, ThemeColor themeColor) {
        int last = curve.size() - 1;
        if (last > 0 && !text.isEmpty()) {
            labels.add(new EndLabels.Label(text, shortText, curve.x(last), curve.y(last), themeColor));
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
                String text = position("chart.best", "chart.bestStep", Integer.toString(epoch));
                double end = validation.x(validation.size() - 1);
                List<Curve> curves = current.runs().stream()
                        .flatMap(run ->
                                Stream.of(run.curves().train(), run.curves().validation()))
                        .toList();
                return new BestEpochMarker.BestPoint(epoch, validation.y(i), end, text, chosen.themeColor(), curves);
            }
        }
        return null;
    }

    private void showPlayHead(TrainingCurvesModel model, @Nullable RunLine chosen) {
        TrainingCurvesModel.PlayHeadValues at = model.playHead();
        if (at == null || chosen == null) {
            playHead.hide();
        } else {
            Curve train = chosen.curves().train();
            boolean atName = !decreasing && train.size() > 1 && at.epoch() == train.x(train.size() - 1);
            playHead.show(
                    at.epoch(), atName ? "" : position("chart.epochAt", "chart.stepAt", Integer.toString(at.epoch())));
            playHead.setLabelHidden(model.marks().crosshair() != null);
        }
    }

    private void showDiverged(TrainingCurvesModel model) {
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
        String text = position("chart.divergedAt", "chart.divergedAtStep", String.valueOf(run.divergedEpoch()));
        divergenceMarker.show(last < 0 ? 0 : train.x(last), last < 0 ? Double.NEGATIVE_INFINITY : train.y(last), text);
    }
}
