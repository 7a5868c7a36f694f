package hyperlab.app.descent;

import hyperlab.chart.ChartTheme;
import hyperlab.chart.Curve;
import hyperlab.chart.CurveLook;
import hyperlab.chart.Ink;
import hyperlab.chart.Surface;
import hyperlab.chart.SurfaceChart;
import hyperlab.chart.SurfacePath;
import hyperlab.chart.SurfacePicture;
import hyperlab.descent.DescentPath;
import hyperlab.descent.Minima;
import hyperlab.descent.Objective;
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

/** Updates the surface chart. Unchanged parts are not recomputed. */
final class RateSurface {
    private static final double STEP_RADIUS = 3;
    /**
     * Below {@code SHORTEST} or above {@code LONGEST} times the window's width, a gradient arrow shows only the
     * direction.
     */
    private static final double SHORTEST = 0.03;

    private static final double LONGEST = 0.6;
    /** With more minima than this, only the lowest ones are drawn large. */
    private static final int MOST_LARGE = 9;

    private static final double OF_DIRECTION = 0.12;
    /** The terms shown by arrows other than the step's arrow. */
    private static final Set<StepTerm> OF_PARTS = Set.of(StepTerm.GRADIENT, StepTerm.DIRECTION, StepTerm.SCALE);

    private final SurfaceChart chart;
    private final Map<DescentPath, Curve> curves = new HashMap<>();
    private @Nullable Race walked;
    private @Nullable Surface ground;
    private @Nullable Objective groundOf;

    RateSurface(ChartTheme theme) {
        chart = new SurfaceChart(theme);
    }

    SurfaceChart chart() {
        return chart;
    }

    /** @param lit the highlighted term of the step; null if there is none */
    void show(Moment moment, Objective.Window window, Texts texts, @Nullable StepTerm lit) {
        Race race = moment.race();
        if (!race.equals(walked)) {
            walked = race;
            curves.keySet().retainAll(race.walks().stream().map(RacerWalk::path).toList());
        }
        List<SurfacePath> paths = new ArrayList<>();
        RateCharts.visible(race)
                .filter(walk -> walk.index() != moment.selected())
                .forEach(walk -> paths.add(path(moment, walk, texts)));
        RateCharts.visible(race)
                .filter(walk -> walk.index() == moment.selected())
                .forEach(walk -> paths.add(path(moment, walk, texts)));
        List<Double> start = race.setup().start();
        chart.show(new SurfacePicture(
                ground(race.objective(), window),
                "x",
                "y",
                paths,
                new SurfacePicture.Spot(
                        start.get(0),
                        start.get(1),
                        texts.get("rate.chart.start.surface", RateWords.point(start)),
                        texts.get("rate.chart.drag")),
                minima(race.objective(), window, texts),
                moment.chosen().racer().visible() ? arrows(moment, window, texts, lit) : List.of()));
    }

    private Surface ground(Objective objective, Objective.Window window) {
        Surface kept = ground;
        if (kept == null || !objective.equals(groundOf) || !kept.window().equals(window)) {
            kept = Surface.of((x, y) -> objective.value(x, y), window);
            ground = kept;
            groundOf = objective;
        }
        return kept;
    }

    private SurfacePath path(Moment moment, RacerWalk walk, Texts texts) {
        boolean chosen = walk.index() == moment.selected();
        CurveLook look = RacerLook.of(walk, moment.step())
                .radius(STEP_RADIUS)
                .width(chosen ? CurveLook.CHOSEN_WIDTH : CurveLook.WIDTH);
        String label = new RateWords(texts).label(moment.race(), walk, moment.step());
        return new SurfacePath(
                curves.computeIfAbsent(walk.path(), RateSurface::curve), walk.row(moment.step()), look, label);
    }

    private static Curve curve(DescentPath path) {
        return Curve.of(
                IntStream.range(0, path.rows()).mapToDouble(path::x).toArray(),
                IntStream.range(0, path.rows()).mapToDouble(path::y).toArray());
    }

    private static List<SurfacePicture.Spot> minima(Objective objective, Objective.Window window, Texts texts) {
        boolean many = objective.minima().size() > MOST_LARGE;
        String name = objective.minima().size() == 1 || many ? texts.get("rate.chart.minimum") : "";
        double lowest = Minima.lowest(objective).orElse(Double.NaN);
        return objective.minima().stream()
                .filter(minimum -> isInside(minimum.point(), window))
                .map(minimum -> new SurfacePicture.Spot(
                        minimum.point().get(0), minimum.point().get(1), name, many && minimum.value() > lowest))
                .toList();
    }

    private static boolean isInside(List<Double> point, Objective.Window window) {
        return point.get(0) >= window.xLow()
                && point.get(0) <= window.xHigh()
                && point.get(1) >= window.yLow()
                && point.get(1) <= window.yHigh();
    }

    /** Arrows for the negative gradient, the momentum, the move along each coordinate, and the whole step. */
    private static List<SurfacePicture.Arrow> arrows(
            Moment moment, Objective.Window window, Texts texts, @Nullable StepTerm lit) {
        Optional<Narration> told = moment.narration();
        if (told.isEmpty() || !moment.race().setup().display().arrows()) {
            return List.of();
        }
        Narration step = told.get();
        List<SurfacePicture.Arrow> arrows = new ArrayList<>();
        double width = window.xHigh() - window.xLow();
        double plain = step.plainLength();
        boolean toScale = !step.kind().adapts() && plain >= SHORTEST * width && plain <= LONGEST * width;
        if (!(toScale && step.kind() == Narration.Kind.GRADIENT)) {
            double factor = toScale ? step.rate() : OF_DIRECTION * width / step.steepness();
            arrows.add(arrow(
                    step,
                    new double[] {
                        -factor * step.parts().get(0).gradient(),
                        -factor * step.parts().get(1).gradient()
                    },
                    new Look(
                            ChartTheme::text,
                            texts.get(toScale ? "rate.chart.gradient.surface" : "rate.chart.gradient.direction"),
                            lit == StepTerm.GRADIENT)));
        }
        if (step.kind().carries()) {
            arrows.add(arrow(
                    step,
                    new double[] {step.carriedMove(0), step.carriedMove(1)},
                    new Look(ChartTheme::muted, texts.get("rate.chart.momentum.surface"), lit == StepTerm.DIRECTION)));
        }
        if (step.kind().adapts()) {
            arrows.addAll(coordinates(step, texts, lit == StepTerm.SCALE));
        }
        boolean plainGradient = step.kind() == Narration.Kind.GRADIENT && lit == StepTerm.GRADIENT;
        arrows.add(arrow(
                step,
                new double[] {step.parts().get(0).move(), step.parts().get(1).move()},
                new Look(
                        RacerLook.of(moment.chosen(), moment.step()).ink(),
                        texts.get("rate.chart.step.surface"),
                        plainGradient || (lit != null && !OF_PARTS.contains(lit)))));
        return arrows.stream().filter(RateSurface::isFinite).toList();
    }

    /** The move along x, then along y, each labeled with its effective rate. */
    private static List<SurfacePicture.Arrow> coordinates(Narration step, Texts texts, boolean lit) {
        Narration.Part x = step.parts().get(0);
        Narration.Part y = step.parts().get(1);
        return List.of(
                new SurfacePicture.Arrow(
                        x.from(),
                        y.from(),
                        x.from() + x.move(),
                        y.from(),
                        ChartTheme::muted,
                        texts.get("rate.chart.effective", RateWords.variable(0), RateWords.effectiveRate(x)),
                        lit),
                new SurfacePicture.Arrow(
                        x.from() + x.move(),
                        y.from(),
                        x.from() + x.move(),
                        y.from() + y.move(),
                        ChartTheme::muted,
                        texts.get("rate.chart.effective", RateWords.variable(1), RateWords.effectiveRate(y)),
                        lit));
    }

    private record Look(Ink ink, String name, boolean lit) {}

    private static SurfacePicture.Arrow arrow(Narration step, double[] by, Look look) {
        double x = step.parts().get(0).from();
        double y = step.parts().get(1).from();
        return new SurfacePicture.Arrow(x, y, x + by[0], y + by[1], look.ink(), look.name(), look.lit());
    }

    private static boolean isFinite(SurfacePicture.Arrow arrow) {
        return DoubleStream.of(arrow.toX(), arrow.toY()).allMatch(Double::isFinite);
    }
}
