package hyperlab.lab.learningrate;

import hyperlab.chart.Surface;
import hyperlab.chart.descent.RotatableSurfaceChart;
import hyperlab.chart.descent.SurfaceChart;
import hyperlab.chart.descent.SurfaceChartModel;
import hyperlab.chart.descent.SurfacePath;
import hyperlab.chart.series.Curve;
import hyperlab.chart.style.ChartTheme;
import hyperlab.chart.style.CurveStyle;
import hyperlab.chart.style.ThemeColor;
import hyperlab.descent.DescentPath;
import hyperlab.descent.KnownMinima;
import hyperlab.descent.ObjectiveFunction;
import hyperlab.lab.learningrate.race.DescentRace;
import hyperlab.lab.learningrate.race.RaceSnapshot;
import hyperlab.lab.learningrate.race.RacerRun;
import hyperlab.lab.learningrate.race.StepNarration;
import hyperlab.lab.learningrate.race.StepTerm;
import hyperlab.text.Texts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Updates the visible chart of the surface. Unchanged parts are not recomputed. */
final class LearningRateSurface {
    private static final double STEP_RADIUS = 3;
    /**
     * Below {@code SHORTEST} or above {@code LONGEST} times the window's width, a gradient arrow shows only the
     * direction.
     */
    private static final double MIN_ARROW_LENGTH = 0.03;

    private static final double MAX_ARROW_LENGTH = 0.6;
    /** With more minima than this, only the lowest ones are drawn large. */
    private static final int MAX_LARGE_MINIMA = 9;

    private static final double DIRECTION_ARROW_LENGTH = 0.12;
    /** The terms shown by arrows other than the step's arrow. */
    private static final Set<StepTerm> COMPONENT_TERMS = Set.of(StepTerm.GRADIENT, StepTerm.DIRECTION, StepTerm.SCALE);

    private final SurfaceChart chart;
    private final RotatableSurfaceChart rotatable;
    private final Map<DescentPath, Curve> curves = new HashMap<>();
    private boolean draggable = true;
    private @Nullable DescentRace shownRace;
    private @Nullable Surface surface;
    private @Nullable ObjectiveFunction surfaceObjective;

    LearningRateSurface(ChartTheme theme) {
        chart = new SurfaceChart(theme);
        rotatable = new RotatableSurfaceChart(theme);
    }

    SurfaceChart chart() {
        return chart;
    }

    RotatableSurfaceChart rotatable() {
        return rotatable;
    }

    void setDraggable(boolean newDraggable) {
        draggable = newDraggable;
    }

    /** Whether the heights of the rotatable surface are drawn on a logarithmic scale. */
    boolean hasLogarithmicHeights() {
        return surface != null && RotatableSurfaceChart.hasLogarithmicHeights(surface);
    }

    /** @param highlighted the highlighted term of the step; null if there is none */
    void show(
            RaceSnapshot snapshot,
            ObjectiveFunction.PlotWindow window,
            Texts texts,
            @Nullable StepTerm highlighted,
            SurfaceView view) {
        DescentRace race = snapshot.race();
        if (!race.equals(shownRace)) {
            shownRace = race;
            curves.keySet().retainAll(race.runs().stream().map(RacerRun::path).toList());
        }
        List<SurfacePath> paths = new ArrayList<>();
        LearningRateCharts.visible(race)
                .filter(run -> run.index() != snapshot.selectedIndex())
                .forEach(run -> paths.add(path(snapshot, run, texts)));
        LearningRateCharts.visible(race)
                .filter(run -> run.index() == snapshot.selectedIndex())
                .forEach(run -> paths.add(path(snapshot, run, texts)));
        List<Double> start = race.setup().start();
        SurfaceChartModel model = new SurfaceChartModel(
                surface(race.objective(), window),
                "x",
                "y",
                paths,
                new SurfaceChartModel.NamedPoint(
                        start.get(0),
                        start.get(1),
                        texts.get("learning-rate.chart.start.surface", LearningRateText.formatPoint(start)),
                        draggable ? texts.get("learning-rate.chart.drag") : ""),
                minima(race.objective(), window, texts),
                snapshot.selectedRun().racer().visible() ? arrows(snapshot, window, texts, highlighted) : List.of());
        switch (view) {
            case CONTOURS -> chart.show(model);
            case ROTATABLE -> rotatable.show(model);
        }
    }

    private Surface surface(ObjectiveFunction objective, ObjectiveFunction.PlotWindow window) {
        Surface cached = surface;
        if (cached == null
                || !objective.equals(surfaceObjective)
                || !cached.window().equals(window)) {
            cached = Surface.of((x, y) -> objective.value(x, y), window);
            surface = cached;
            surfaceObjective = objective;
        }
        return cached;
    }

    private SurfacePath path(RaceSnapshot snapshot, RacerRun run, Texts texts) {
        boolean chosen = run.index() == snapshot.selectedIndex();
        CurveStyle style = RacerStyle.of(run, snapshot.step())
                .radius(STEP_RADIUS)
                .width(chosen ? CurveStyle.CHOSEN_WIDTH : CurveStyle.WIDTH);
        String label = new LearningRateText(texts).label(snapshot.race(), run, snapshot.step());
        return new SurfacePath(
                curves.computeIfAbsent(run.path(), LearningRateSurface::curve), run.row(snapshot.step()), style, label);
    }

    private static Curve curve(DescentPath path) {
        return Curve.of(
                IntStream.range(0, path.rows()).mapToDouble(path::x).toArray(),
                IntStream.range(0, path.rows()).mapToDouble(path::y).toArray());
    }

    private static List<SurfaceChartModel.NamedPoint> minima(
            ObjectiveFunction objective, ObjectiveFunction.PlotWindow window, Texts texts) {
        boolean many = objective.minima().size() > MAX_LARGE_MINIMA;
        String name = objective.minima().size() == 1 || many ? texts.get("learning-rate.chart.minimum") : "";
        double lowest = KnownMinima.lowestValue(objective).orElse(Double.NaN);
        return objective.minima().stream()
                .filter(minimum -> isInside(minimum.point(), window))
                .map(minimum -> new SurfaceChartModel.NamedPoint(
                        minimum.point().get(0), minimum.point().get(1), name, many && minimum.value() > lowest))
                .toList();
    }

    private static boolean isInside(List<Double> point, ObjectiveFunction.PlotWindow window) {
        return point.get(0) >= window.xLow()
                && point.get(0) <= window.xHigh()
                && point.get(1) >= window.yLow()
                && point.get(1) <= window.yHigh();
    }

    /** Arrows for the negative gradient, the momentum, the move along each coordinate, and the whole step. */
    private static List<SurfaceChartModel.Arrow> arrows(
            RaceSnapshot snapshot, ObjectiveFunction.PlotWindow window, Texts texts, @Nullable StepTerm highlighted) {
        Optional<StepNarration> narration = snapshot.narration();
        if (narration.isEmpty() || !snapshot.race().setup().display().arrows()) {
            return List.of();
        }
        StepNarration step = narration.get();
        List<SurfaceChartModel.Arrow> arrows = new ArrayList<>();
        double width = window.xHigh() - window.xLow();
        double plain = step.plainStepLength();
        boolean toScale = !step.updateRule().isAdaptive()
                && plain >= MIN_ARROW_LENGTH * width
                && plain <= MAX_ARROW_LENGTH * width;
        if (!toScale || step.isNotPlain()) {
            double factor = toScale ? step.rate() : DIRECTION_ARROW_LENGTH * width / step.gradientNorm();
            arrows.add(arrow(
                    step,
                    new double[] {
                        -factor * step.coordinates().get(0).gradient(),
                        -factor * step.coordinates().get(1).gradient()
                    },
                    new ArrowStyle(
                            ChartTheme::text,
                            texts.get(
                                    toScale
                                            ? "learning-rate.chart.gradient.surface"
                                            : "learning-rate.chart.gradient.direction"),
                            highlighted == StepTerm.GRADIENT)));
        }
        if (step.updateRule().usesMomentum()) {
            arrows.add(arrow(
                    step,
                    new double[] {step.momentumMove(0), step.momentumMove(1)},
                    new ArrowStyle(
                            ChartTheme::muted,
                            texts.get("learning-rate.chart.momentum.surface"),
                            highlighted == StepTerm.DIRECTION)));
        }
        if (step.updateRule().isAdaptive()) {
            arrows.addAll(coordinates(step, texts, highlighted == StepTerm.SCALE));
        }
        boolean plainGradient = !step.isNotPlain() && highlighted == StepTerm.GRADIENT;
        arrows.add(arrow(
                step,
                new double[] {
                    step.coordinates().get(0).move(), step.coordinates().get(1).move()
                },
                new ArrowStyle(
                        RacerStyle.of(snapshot.selectedRun(), snapshot.step()).themeColor(),
                        texts.get("learning-rate.chart.step.surface"),
                        plainGradient || (highlighted != null && !COMPONENT_TERMS.contains(highlighted)))));
        return arrows.stream().filter(LearningRateSurface::isFinite).toList();
    }

    /** The move along x, then along y, each labeled with its effective rate. */
    private static List<SurfaceChartModel.Arrow> coordinates(StepNarration step, Texts texts, boolean highlighted) {
        StepNarration.CoordinateStep x = step.coordinates().get(0);
        StepNarration.CoordinateStep y = step.coordinates().get(1);
        return List.of(
                new SurfaceChartModel.Arrow(
                        x.from(),
                        y.from(),
                        x.from() + x.move(),
                        y.from(),
                        ChartTheme::muted,
                        texts.get(
                                "learning-rate.chart.effective",
                                LearningRateText.variableName(0),
                                LearningRateText.effectiveRate(x)),
                        highlighted),
                new SurfaceChartModel.Arrow(
                        x.from() + x.move(),
                        y.from(),
                        x.from() + x.move(),
                        y.from() + y.move(),
                        ChartTheme::muted,
                        texts.get(
                                "learning-rate.chart.effective",
                                LearningRateText.variableName(1),
                                LearningRateText.effectiveRate(y)),
                        highlighted));
    }

    private record ArrowStyle(ThemeColor ink, String name, boolean lit) {}

    private static SurfaceChartModel.Arrow arrow(StepNarration step, double[] displacement, ArrowStyle style) {
        double x = step.coordinates().get(0).from();
        double y = step.coordinates().get(1).from();
        return new SurfaceChartModel.Arrow(
                x, y, x + displacement[0], y + displacement[1], style.ink(), style.name(), style.lit());
    }

    private static boolean isFinite(SurfaceChartModel.Arrow arrow) {
        return DoubleStream.of(arrow.toX(), arrow.toY()).allMatch(Double::isFinite);
    }
}
