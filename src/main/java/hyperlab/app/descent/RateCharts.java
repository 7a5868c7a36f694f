package hyperlab.app.descent;

import hyperlab.chart.ChartStyle;
import hyperlab.chart.ChartTheme;
import hyperlab.chart.DescentChart;
import hyperlab.chart.DescentPicture;
import hyperlab.chart.RacerLine;
import hyperlab.chart.ValueChart;
import hyperlab.descent.DescentDisplay;
import hyperlab.descent.Measure;
import hyperlab.descent.Objective;
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
import org.jfree.chart.JFreeChart;
import org.jspecify.annotations.Nullable;

/** Updates the lab's charts: the curve or the surface, and the measure against the step. */
final class RateCharts {
    private static final int LONGEST_FORMULA = 40;

    private final DescentChart curve;
    private final RateSurface surface;
    private final ValueChart values;
    private @Nullable Race shown;

    RateCharts(Texts texts, ChartTheme theme) {
        curve = new DescentChart(theme);
        surface = new RateSurface(theme);
        values = new ValueChart(texts, theme);
    }

    /** The chart of the curve or the surface. */
    JFreeChart of(Plane plane) {
        return plane == Plane.CURVE ? curve.chart() : surface.chart().chart();
    }

    JFreeChart values() {
        return values.chart();
    }

    /** Converts pixels to coordinates: only x for a curve, x and y for a surface. */
    List<Double> at(Plane plane, double pixelX, double pixelY, Rectangle2D plotArea) {
        if (plane == Plane.CURVE) {
            return List.of(curve.xAt(pixelX, plotArea));
        }
        Point2D point = surface.chart().at(pixelX, pixelY, plotArea);
        return List.of(point.getX(), point.getY());
    }

    void style(ChartStyle style) {
        curve.style(style);
        surface.chart().style(style);
        values.style(style);
    }

    void texts(Texts texts) {
        values.texts(texts);
    }

    /**
     * Updates all charts.
     *
     * @param window the visible part of the function
     * @param lit the highlighted term of the step; null if there is none
     * @param found paths with noise to show on the curve; may be empty
     */
    void show(Moment moment, Objective.Window window, Texts texts, @Nullable StepTerm lit, NoisyWalks.Found found) {
        if (moment.race().isSurface()) {
            surface.show(moment, window, texts, lit);
        } else {
            showCurve(moment, window, texts, lit, found);
        }
        showValues(moment, texts);
    }

    private void showCurve(
            Moment moment, Objective.Window window, Texts texts, @Nullable StepTerm lit, NoisyWalks.Found found) {
        RateWords words = new RateWords(texts);
        Race race = moment.race();
        int step = moment.step();
        List<RacerLine> paths = visible(race)
                .map(walk -> line(walk, step, words.label(race, walk, step), "", walk::value, -1))
                .toList();
        RacerLine chosen = paths.stream()
                .filter(line -> line.series() == moment.selected())
                .findFirst()
                .orElse(null);
        curve.show(new DescentPicture(
                x -> race.objective().value(x),
                "f(x) = " + shortened(RateWords.formula(race)),
                window,
                race.start(),
                step,
                paths,
                chosen,
                moment.chosen().slope(step),
                texts.get("rate.chart.start", NumberFormats.format(race.start())),
                texts.get("rate.chart.drag"),
                texts.get("rate.chart.slope", NumberFormats.format(moment.chosen().slope(step), 3)),
                arrows(moment, texts, lit),
                lit(lit),
                cloud(moment, found, texts)));
    }

    private static Set<DescentPicture.Lit> lit(@Nullable StepTerm term) {
        if (term == null) {
            return Set.of();
        }
        return switch (term) {
            case GRADIENT, SCALE, RATE -> Set.of(DescentPicture.Lit.SLOPE);
            case NEXT -> Set.of(DescentPicture.Lit.NEXT);
            case VALUE -> Set.of(DescentPicture.Lit.NEXT, DescentPicture.Lit.VALUE);
            case DIRECTION, DECAY, MOVE -> Set.of();
        };
    }

    /** The positions of the noisy paths at this step. */
    private static DescentPicture.Cloud cloud(Moment moment, NoisyWalks.Found found, Texts texts) {
        boolean on = moment.race().setup().noise().on() && !found.isEmpty();
        return on ? new NoisePictures(texts, found, moment.step()).cloud() : DescentPicture.Cloud.NONE;
    }

    /** Arrows for the step and, with momentum, for the parts it is the sum of. */
    private static List<DescentPicture.Arrow> arrows(Moment moment, Texts texts, @Nullable StepTerm lit) {
        Optional<Narration> told = moment.narration();
        if (told.isEmpty() || !moment.race().setup().display().arrows()) {
            return List.of();
        }
        Narration step = told.get();
        Narration.Part part = step.x();
        List<DescentPicture.Arrow> arrows = new ArrayList<>();
        arrows.add(new DescentPicture.Arrow(
                part.from(),
                part.to(),
                RacerLook.of(moment.chosen(), moment.step()).ink(),
                texts.get("rate.chart.step", RateWords.inStep(part.move())),
                lit == StepTerm.MOVE || lit == StepTerm.RATE || lit == StepTerm.SCALE || lit == StepTerm.DECAY));
        if (step.kind().carries()) {
            double carried = step.carriedMove(0);
            double own = step.ownMove(0);
            arrows.add(new DescentPicture.Arrow(
                    part.from() + own,
                    part.from() + own + carried,
                    ChartTheme::muted,
                    texts.get("rate.chart.momentum", RateWords.inStep(carried)),
                    lit == StepTerm.DIRECTION));
            arrows.add(new DescentPicture.Arrow(
                    part.from(),
                    part.from() + own,
                    ChartTheme::text,
                    texts.get("rate.chart.gradient", RateWords.inStep(own)),
                    lit == StepTerm.DIRECTION || lit == StepTerm.GRADIENT));
        }
        return arrows;
    }

    private void showValues(Moment moment, Texts texts) {
        RateWords words = new RateWords(texts);
        Race race = moment.race();
        DescentDisplay display = race.setup().display();
        Measure measure = display.measure();
        List<RacerLine> lines = visible(race)
                .map(walk -> line(
                        walk,
                        moment.step(),
                        "",
                        words.endLabel(race, walk),
                        row -> walk.measured(measure, race.lowest(), row),
                        measure == Measure.RATE ? -1 : walk.landed().orElse(-1)))
                .toList();
        ValueChart.Reading reading = new ValueChart.Reading(
                words.measure(race), display.logarithmic(), measure == Measure.RATE ? Double.NaN : display.tolerance());
        if (race.equals(shown)) {
            values.look(lines, reading);
        } else {
            values.show(lines, race.setup().steps(), reading);
            shown = race;
        }
        values.step(moment.step());
    }

    static Stream<RacerWalk> visible(Race race) {
        return race.walks().stream().filter(walk -> walk.racer().visible());
    }

    /** The formula, shortened to fit along the axis. */
    static String shortened(String formula) {
        return formula.length() <= LONGEST_FORMULA ? formula : formula.substring(0, LONGEST_FORMULA - 1) + "…";
    }

    private static RacerLine line(
            RacerWalk walk, int step, String label, String endLabel, IntToDoubleFunction value, int zeroAt) {
        return new RacerLine(
                walk.index(),
                walk.tint(step).orElse(null),
                label,
                endLabel,
                walk.path().steps(),
                walk.path().diverged(),
                walk::x,
                value,
                zeroAt);
    }
}
