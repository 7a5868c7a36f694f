package hyperlab.app.descent;

import hyperlab.app.LabContext;
import hyperlab.app.Messages;
import hyperlab.app.concurrent.PulseClock;
import hyperlab.app.control.ContentCard;
import hyperlab.app.control.ChartCard;
import hyperlab.app.control.Hints;
import hyperlab.app.control.PlaneGestures;
import hyperlab.app.control.ZoomState;
import hyperlab.app.control.SegmentedButton;
import hyperlab.app.control.StageGrid;
import hyperlab.chart.DescentChart;
import hyperlab.descent.Measure;
import hyperlab.descent.Objective;
import hyperlab.text.Texts;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.beans.property.Property;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/** The lab's cards: the descent on a curve or a surface, the narrated step, and the chart of a measure. */
final class RateStage {
    private final LabContext context;
    private final RateViewModel lab;
    private final RateCharts charts;
    private final ZoomState view;
    private final ChartCard descent;
    private final ChartCard values;
    private final NoiseStage noise;
    private final StepStrip strip;
    private final Telling telling = new Telling();
    private final PulseClock clock = new PulseClock(telling::pulse);
    private final ContentCard stripCard;
    private final StageGrid grid;
    private Runnable moved = () -> {};
    private boolean dragging;
    private @Nullable Race homed;
    private @Nullable Moment told;

    RateStage(LabContext context, RateViewModel lab) {
        this.context = context;
        this.lab = lab;
        Messages messages = context.messages();
        charts = new RateCharts(messages.texts(), context.appearance().chartTheme());
        view = new ZoomState(lab.moment().get().race().window());
        descent = new ChartCard(
                "rate-descent",
                messages,
                messages.bind("rate.stage.descent"),
                messages.compute(this::howDescent, lab.moment()),
                charts.of(Plane.CURVE));
        descent.addToHeader(PlaneGestures.resetButton("rate-view-reset", view, messages));
        descent.addToHeader(segmented("plane", Plane.all(), Plane::id, lab.settings().plane()));
        values = new ChartCard(
                "rate-value",
                messages,
                messages.compute(() -> messages.get("rate.stage." + measure().fileName()), lab.moment()),
                messages.compute(this::howValues, lab.moment()),
                charts.values());
        values.addToHeader(segmented(
                "measure",
                Measure.all(),
                Measure::fileName,
                lab.settings().display().measure()));
        values.addToHeader(segmented(
                "axis",
                List.of(true, false),
                logarithmic -> logarithmic ? "logarithmic" : "linear",
                lab.settings().display().logarithmic()));
        strip = new StepStrip(context, lab.moment().get());
        strip.onLit(() -> moved.run());
        telling.term().addListener((observed, before, now) -> {
            if (!strip.isPointedAt()) {
                strip.light(now);
            }
            clock.run(now != null);
        });
        noise = new NoiseStage(context);
        stripCard = new ContentCard("rate-step", strip);
        stripCard.managedProperty().bind(stripCard.visibleProperty());
        ContentCard ask = new ContentCard("rate-ask-panel", new AskCard(context, lab.asking()));
        ask.visibleProperty().bind(lab.asking().on());
        ask.managedProperty().bind(lab.asking().on());
        grid = new StageGrid(new double[] {1, 1, 1}, new double[] {0, 2, 0, 1})
                .addCard(ask, 0, 0, 3)
                .addCard(descent, 0, 1, 3)
                .addCard(stripCard, 0, 2, 3)
                .addCard(values, 0, 3, 3);
        for (int k = 0; k < noise.cards().size(); k++) {
            grid.addCard(noise.cards().get(k), k, 3, 1);
        }
        values.managedProperty().bind(values.visibleProperty());
        PlaneGestures.install(descent, view, new StartPoint());
        view.window().addListener((observed, before, now) -> moved.run());
    }

    private <T> Node segmented(String name, List<T> values, Function<T, String> keyOf, Property<T> setting) {
        SegmentedButton<T> segmented = new SegmentedButton<>(
                "rate-" + name, context.messages(), values, value -> "rate." + name + "." + keyOf.apply(value));
        segmented.value().addListener((observed, before, now) -> lab.undo().settle());
        segmented.value().bindBidirectional(setting);
        return Hints.withHint(segmented, context.messages().bind("rate." + name + ".hint"));
    }

    StageGrid grid() {
        return grid;
    }

    /** Sets the listener that is called when the visible window or the highlighted term changes. */
    void onMoved(Runnable listener) {
        moved = listener;
    }

    /** The visible cards. */
    List<ChartCard> cards() {
        return Stream.concat(Stream.of(descent, values), noise.cards().stream())
                .filter(Node::isVisible)
                .toList();
    }

    /** The zoom state of the descent card. */
    ZoomState view() {
        return view;
    }

    /** @param veiled whether the paths are hidden */
    void show(Moment moment, boolean veiled) {
        Race race = moment.race();
        if (!dragging && !race.equals(homed)) {
            boolean other = homed == null
                    || !homed.objective().name().equals(race.objective().name());
            homed = race;
            if (other) {
                view.setPlane(race.window());
            } else {
                view.setHome(race.window());
            }
        }
        descent.chart(charts.of(Plane.of(race.setup())));
        Objective.Window window = view.window().get();
        charts.show(
                veiled ? moment.veiled() : moment,
                window,
                context.messages().texts(),
                veiled ? null : strip.lit(),
                veiled ? NoisyWalks.Found.NONE : lab.noisy().found().get());
        stripCard.setVisible(!veiled);
        values.setVisible(!veiled && !race.setup().noise().on());
        noise.show(moment, lab.noisy().found().get(), veiled);
    }

    /**
     * Narrates the next step. After a step, its terms are highlighted one after another, unless steps follow each other
     * too fast.
     */
    void tell(Moment moment, boolean veiled) {
        strip.show(moment);
        Moment before = told;
        told = moment;
        if (veiled || before == null || !before.race().equals(moment.race())) {
            telling.stop();
        } else if (before.step() != moment.step()) {
            if (lab.playback().playing().get()) {
                telling.played(strip.terms(), lab.playback().unitsPerSecond());
            } else if (Math.abs(before.step() - moment.step()) == 1) {
                telling.byHand(strip.terms());
            } else {
                telling.stop();
            }
        }
    }

    /** Stops the narration. */
    void quiet() {
        telling.stop();
    }

    void restyle() {
        charts.style(context.appearance().chartStyle());
        noise.restyle();
    }

    void relabel() {
        charts.texts(context.messages().texts());
        noise.relabel();
    }

    private Measure measure() {
        return lab.moment().get().race().setup().display().measure();
    }

    private String howDescent() {
        Moment moment = lab.moment().get();
        int step = moment.step();
        Messages messages = context.messages();
        String after = step == 0 ? "rate.after.none" : step == 1 ? "rate.after.one" : "rate.after.many";
        String how = messages.get(
                "rate.stage.descent.how",
                new RateWords(messages.texts()).racers(moment.race()),
                messages.get(after, Integer.toString(step)));
        if (moment.race().isSurface()) {
            String lines = moment.race().knowsMinimum() ? "rate.stage.descent.surface" : "rate.stage.descent.contours";
            return how + ", " + messages.get(lines);
        }
        return step <= DescentChart.MOST_STEPS
                ? how
                : how + ", " + messages.get("rate.stage.descent.recent", Integer.toString(DescentChart.MOST_STEPS));
    }

    private String howValues() {
        Texts texts = context.messages().texts();
        Race race = lab.moment().get().race();
        if (measure() == Measure.DISTANCE && !race.knowsMinimum()) {
            return texts.get("rate.stage.noMinimum");
        }
        String faint = texts.get("rate.stage.value.how");
        return measure() == Measure.RATE
                ? faint
                : texts.get(
                        "rate.stage.tolerance",
                        faint,
                        RateWords.shown(race.setup().display().tolerance()));
    }

    /** Lets the user drag the start in the chart; the window stays the same during the drag. */
    private final class StartPoint implements PlaneGestures.PointGestureListener {
        @Override
        public void begin() {
            lab.undo().settle();
            dragging = true;
        }

        @Override
        public void moveTo(double pixelX, double pixelY, Rectangle2D plotArea) {
            Plane plane = Plane.of(lab.moment().get().race().setup());
            lab.settings().startPoint().set(charts.at(plane, pixelX, pixelY, plotArea));
        }

        @Override
        public void end() {
            dragging = false;
            lab.undo().settle();
            moved.run();
        }
    }
}
