package hyperlab.lab.learningrate;

import hyperlab.chart.PlotChart;
import hyperlab.chart.descent.DescentChart;
import hyperlab.chart.descent.DescentChartModel;
import hyperlab.chart.descent.DescentLine;
import hyperlab.chart.descent.DescentValueChart;
import hyperlab.chart.descent.ViewAngles;
import hyperlab.chart.style.ChartTheme;
import hyperlab.descent.DescentDisplay;
import hyperlab.descent.ObjectiveFunction;
import hyperlab.descent.ProgressMeasure;
import hyperlab.lab.learningrate.race.DescentRace;
import hyperlab.lab.learningrate.race.FunctionKind;
import hyperlab.lab.learningrate.race.NoisyDescents;
import hyperlab.lab.learningrate.race.RaceSnapshot;
import hyperlab.lab.learningrate.race.RacerRun;
import hyperlab.lab.learningrate.race.StepNarration;
import hyperlab.lab.learningrate.race.StepTerm;
import hyperlab.text.NumberFormats;
import hyperlab.text.Texts;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Updates the lab's charts: the curve or the surface, and the measure against the step. */
final class LearningRateCharts {
    private static final int MAX_FORMULA_LENGTH = 40;

    private final DescentChart curve;
    private final LearningRateSurface surface;
    private final DescentValueChart values;
    private boolean draggable = true;
    private @Nullable DescentRace shownRace;
    private DescentValueChart.@Nullable Model shownValues;

    LearningRateCharts(Texts texts, ChartTheme theme) {
        curve = new DescentChart(theme);
        surface = new LearningRateSurface(theme);
        values = new DescentValueChart(texts, theme);
    }

    /** The charts that the lab shows at first in a state: the descent, and the measure against the step. */
    static List<PlotChart<?>> ofFirstPicture(RaceSnapshot snapshot, Texts texts, ChartTheme theme) {
        LearningRateCharts charts = new LearningRateCharts(texts, theme);
        DescentRace race = snapshot.race();
        charts.show(snapshot, race.window(), texts, null, NoisyDescents.NoisyDescentResults.NONE, SurfaceView.CONTOURS);
        return List.of(charts.of(FunctionKind.of(race.setup()), SurfaceView.CONTOURS), charts.values);
    }

    /** The chart of the curve or the surface. */
    PlotChart<?> of(FunctionKind plane, SurfaceView view) {
        return switch (plane) {
            case CURVE -> curve;
            case SURFACE ->
                switch (view) {
                    case CONTOURS -> surface.chart();
                    case ROTATABLE -> surface.rotatable();
                };
        };
    }

    /** Sets whether the start can be dragged, which the next pictures say. */
    void setDraggable(boolean newDraggable) {
        draggable = newDraggable;
        surface.setDraggable(newDraggable);
    }

    /** Turns the rotatable surface. */
    void setAngles(ViewAngles angles) {
        surface.rotatable().setAngles(angles);
    }

    /** Whether the heights of the rotatable surface are drawn on a logarithmic scale. */
    boolean hasLogarithmicHeights() {
        return surface.hasLogarithmicHeights();
    }

    DescentValueChart values() {
        return values;
    }

    /** Converts pixels to coordinates: only x for a curve, x and y for a surface. */
    List<Double> toCoordinates(FunctionKind plane, double pixelX, double pixelY, Rectangle2D plotArea) {
        if (plane == FunctionKind.CURVE) {
            return List.of(curve.xAt(pixelX, plotArea));
        }
        Point2D point = surface.chart().pointAt(pixelX, pixelY, plotArea);
        return List.of(point.getX(), point.getY());
    }

    /**
     * Updates all charts.
     *
     * @param window the visible part of the function
     * @param highlighted the highlighted term of the step; null if there is none
     * @param noise paths with noise to show on the curve; may be empty
     * @param view how a surface is shown
     */
    void show(
            RaceSnapshot snapshot,
            ObjectiveFunction.PlotWindow window,
            Texts texts,
            @Nullable StepTerm highlighted,
            NoisyDescents.NoisyDescentResults noise,
            SurfaceView view) {
        if (snapshot.race().isSurface()) {
            surface.show(snapshot, window, texts, highlighted, view);
        } else {
            showCurve(snapshot, window, texts, highlighted, noise);
        }
        showValues(snapshot, texts);
    }

    private void showCurve(
            RaceSnapshot snapshot,
            ObjectiveFunction.PlotWindow window,
            Texts texts,
            @Nullable StepTerm highlighted,
            NoisyDescents.NoisyDescentResults noise) {
        LearningRateText text = new LearningRateText(texts);
        DescentRace race = snapshot.race();
        int step = snapshot.step();
        List<DescentLine> paths = visible(race)
                .map(run -> line(run, step, text.label(race, run, step), "", run::value, -1))
                .toList();
        DescentLine chosen = paths.stream()
                .filter(line -> line.series() == snapshot.selectedIndex())
                .findFirst()
                .orElse(null);
        curve.show(new DescentChartModel(
                x -> race.objective().value(x),
                "f(x) = " + shorten(LearningRateText.formula(race)),
                window,
                race.start(),
                step,
                paths,
                chosen,
                snapshot.selectedRun().slope(step),
                texts.get("learning-rate.chart.start", NumberFormats.format(race.start())),
                draggable ? texts.get("learning-rate.chart.drag") : "",
                texts.get(
                        "learning-rate.chart.slope",
                        NumberFormats.format(snapshot.selectedRun().slope(step), 3)),
                arrows(snapshot, texts, highlighted),
                highlights(highlighted),
                cloud(snapshot, noise, texts)));
    }

    private static Set<DescentChartModel.Highlight> highlights(@Nullable StepTerm term) {
        if (term == null) {
            return Set.of();
        }
        return switch (term) {
            case GRADIENT, SCALE, RATE -> Set.of(DescentChartModel.Highlight.SLOPE);
            case NEXT -> Set.of(DescentChartModel.Highlight.NEXT);
            case VALUE -> Set.of(DescentChartModel.Highlight.NEXT, DescentChartModel.Highlight.VALUE);
            case DIRECTION, DECAY, MOVE -> Set.of();
        };
    }

    /** The positions of the noisy paths at this step. */
    private static DescentChartModel.PathCloud cloud(
            RaceSnapshot snapshot, NoisyDescents.NoisyDescentResults noise, Texts texts) {
        boolean on = snapshot.race().setup().noise().enabled() && !noise.isEmpty();
        return on ? new NoiseChartModels(texts, noise, snapshot.step()).cloud() : DescentChartModel.PathCloud.NONE;
    }

    /** Arrows for the step and, with momentum, for the parts it is the sum of. */
    private static List<DescentChartModel.Arrow> arrows(
            RaceSnapshot snapshot, Texts texts, @Nullable StepTerm highlighted) {
        Optional<StepNarration> narration = snapshot.narration();
        if (narration.isEmpty() || !snapshot.race().setup().display().arrows()) {
            return List.of();
        }
        StepNarration step = narration.get();
        StepNarration.CoordinateStep part = step.x();
        List<DescentChartModel.Arrow> arrows = new ArrayList<>();
        arrows.add(new DescentChartModel.Arrow(
                part.from(),
                part.to(),
                RacerStyle.of(snapshot.selectedRun(), snapshot.step()).themeColor(),
                texts.get("learning-rate.chart.step", LearningRateText.formatStepNumber(part.move())),
                highlighted == StepTerm.MOVE
                        || highlighted == StepTerm.RATE
                        || highlighted == StepTerm.SCALE
                        || highlighted == StepTerm.DECAY));
        if (step.updateRule().usesMomentum()) {
            double momentumMove = step.momentumMove(0);
            double gradientMove = step.gradientMove(0);
            arrows.add(new DescentChartModel.Arrow(
                    part.from() + gradientMove,
                    part.from() + gradientMove + momentumMove,
                    ChartTheme::muted,
                    texts.get("learning-rate.chart.momentum", LearningRateText.formatStepNumber(momentumMove)),
                    highlighted == StepTerm.DIRECTION));
            arrows.add(new DescentChartModel.Arrow(
                    part.from(),
                    part.from() + gradientMove,
                    ChartTheme::text,
                    texts.get("learning-rate.chart.gradient", LearningRateText.formatStepNumber(gradientMove)),
                    highlighted == StepTerm.DIRECTION || highlighted == StepTerm.GRADIENT));
        }
        return arrows;
    }

    private void showValues(RaceSnapshot snapshot, Texts texts) {
        LearningRateText text = new LearningRateText(texts);
        DescentRace race = snapshot.race();
        DescentDisplay display = race.setup().display();
        ProgressMeasure measure = display.measure();
        List<DescentLine> lines = visible(race)
                .map(run -> line(
                        run,
                        snapshot.step(),
                        text.lineLabel(race, run),
                        text.endLabel(race, run),
                        row -> run.measure(measure, race.lowest(), row),
                        measure == ProgressMeasure.RATE ? -1 : run.landingStep().orElse(-1)))
                .toList();
        DescentValueChart.DisplayedQuantity reading = new DescentValueChart.DisplayedQuantity(
                text.measureName(race),
                display.logarithmic(),
                measure == ProgressMeasure.RATE ? Double.NaN : display.tolerance());
        DescentValueChart.Model last = shownValues;
        shownValues = last != null && race.equals(shownRace)
                ? last.at(snapshot.step(), lines, reading)
                : DescentValueChart.Model.of(lines, race.setup().steps(), reading, snapshot.step());
        shownRace = race;
        values.show(shownValues);
    }

    static Stream<RacerRun> visible(DescentRace race) {
        return race.runs().stream().filter(run -> run.racer().visible());
    }

    /** The formula, shortened to fit along the axis. */
    static String shorten(String formula) {
        return formula.length() <= MAX_FORMULA_LENGTH ? formula : formula.substring(0, MAX_FORMULA_LENGTH - 1) + "…";
    }

    private static DescentLine line(
            RacerRun run, int step, String label, String endLabel, IntToDoubleFunction value, int zeroAt) {
        return new DescentLine(
                run.index(),
                run.colorRegime(step).orElse(null),
                label,
                endLabel,
                run.path().steps(),
                run.path().diverged(),
                run::x,
                value,
                zeroAt);
    }
}
