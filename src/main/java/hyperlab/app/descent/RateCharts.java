package hyperlab.app.descent;

import hyperlab.chart.DescentChart;
import hyperlab.chart.DescentPicture;
import hyperlab.chart.RacerLine;
import hyperlab.chart.ValueChart;
import hyperlab.descent.Objective;
import hyperlab.text.Numbers;
import hyperlab.text.Texts;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** Hands moments to the lab's two charts. */
final class RateCharts {
    private static final int LONGEST_FORMULA = 40;

    private final DescentChart descent;
    private final ValueChart values;
    private Objective.@Nullable Window held;
    private @Nullable Race shown;

    RateCharts(DescentChart descent, ValueChart values) {
        this.descent = descent;
        this.values = values;
    }

    /** Keeps the descent's window as it is now, or lets it follow the start again. */
    void holdWindow(Objective.@Nullable Window window) {
        held = window;
    }

    void show(Moment moment, Texts texts) {
        RateWords words = new RateWords(texts);
        Race race = moment.race();
        int step = moment.step();
        List<RacerLine> paths = race.walks().stream()
                .filter(walk -> walk.racer().visible())
                .map(walk -> line(race, walk, step, words, walk::value))
                .toList();
        RacerLine chosen = paths.stream()
                .filter(line -> line.series() == moment.selected())
                .findFirst()
                .orElse(null);
        descent.show(new DescentPicture(
                x -> race.objective().value(x),
                "f(x) = " + shortened(race.objective().formula()),
                held == null ? race.window() : held,
                race.start(),
                step,
                paths,
                chosen,
                moment.chosen().slope(step),
                texts.get("rate.chart.start", Numbers.show(race.start())),
                texts.get("rate.chart.slope", Numbers.show(moment.chosen().slope(step), 3)),
                texts.get(
                        "rate.chart.step",
                        moment.narration()
                                .map(told -> Numbers.show(told.move(), 3))
                                .orElse(""))));
        String title = heightKey(race);
        List<RacerLine> heights = race.walks().stream()
                .filter(walk -> walk.racer().visible())
                .map(walk -> line(race, walk, step, words, row -> Math.max(0, walk.value(row) - race.lowest())))
                .toList();
        if (race.equals(shown)) {
            values.look(heights, texts.get(title));
        } else {
            values.show(heights, race.setup().steps(), texts.get(title));
            shown = race;
        }
        values.step(step);
    }

    private static String heightKey(Race race) {
        if (!race.knowsMinimum()) {
            return "rate.chart.value.reached";
        }
        return race.lowest() == 0 ? "rate.chart.value" : "rate.chart.value.height";
    }

    /** As much of a formula as has room along the axis. */
    private static String shortened(String formula) {
        return formula.length() <= LONGEST_FORMULA ? formula : formula.substring(0, LONGEST_FORMULA - 1) + "…";
    }

    private static RacerLine line(Race race, RacerWalk walk, int step, RateWords words, IntToDoubleFunction value) {
        return new RacerLine(
                walk.index(),
                walk.regime(step).orElse(null),
                words.label(walk, step),
                words.endLabel(race, walk),
                walk.path().steps(),
                walk.path().diverged(),
                walk::x,
                value,
                walk.landed().orElse(-1));
    }
}
