package hyperlab.app.descent;

import hyperlab.app.UndoHistory;
import hyperlab.app.SettingsState;
import hyperlab.descent.Contest;
import hyperlab.descent.DescentSetup;
import hyperlab.descent.DescentSetup.Racer;
import hyperlab.optim.Optimizer;
import hyperlab.optim.Schedule;
import hyperlab.rule.InvalidInputException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/**
 * All settings of the lab as properties. Together they form a {@link DescentSetup} and the index of the selected racer.
 * A change that makes the start invalid is rejected.
 */
public final class RateSettings {
    private final SettingsState<RaceState> whole;
    private final UndoHistory undo;
    private final ReadOnlyIntegerWrapper selected = new ReadOnlyIntegerWrapper(this, "selected");
    private final ObjectProperty<Plane> plane;
    private final ObjectProperty<String> function;
    private final Map<Plane, StringProperty> formulas = new EnumMap<>(Plane.class);
    private final Map<String, DoubleProperty> constants = new LinkedHashMap<>();
    private final DoubleProperty start;
    private final DoubleProperty startY;
    private final ObjectProperty<List<Double>> startPoint;
    private final DoubleProperty steps;
    private final ObjectProperty<Contest> contest;
    private final DoubleProperty learningRate;
    private final ObjectProperty<Optimizer> optimizer;
    private final ObjectProperty<Schedule> schedule;
    private final DisplaySettings display;
    private final NoiseControl noise;
    private boolean following;

    RateSettings(DescentSetup first, UndoHistory undo) {
        this.undo = undo;
        whole = new SettingsState<>(new RaceState(first, 0, List.of(), null), undo, refusal -> {});
        plane = whole.part("rate.undo.plane", state -> Plane.of(state.setup()), RaceState::on);
        function = setting("rate.undo.function", setup -> Functions.choice(setup.function()), this::on);
        Functions.CONSTANTS.forEach((name, usual) -> constants.put(
                name,
                number(
                        "rate.undo." + name,
                        setup -> setup.parameters().getOrDefault(name, usual),
                        (setup, value) -> setup.withParameter(name, value))));
        start = number("rate.undo.start", setup -> setup.start().get(0), (setup, x) -> withStart(setup, 0, x));
        startY = number(
                "rate.undo.start",
                setup -> setup.start().get(setup.start().size() - 1),
                (setup, y) -> withStart(setup, 1, y));
        startPoint = setting("rate.undo.start", DescentSetup::start, DescentSetup::withStart);
        steps = number("rate.undo.steps", setup -> (double) setup.steps(), (setup, n) -> setup.withSteps(n.intValue()));
        contest = whole.part("rate.undo.contest", state -> state.setup().contest(), RaceState::race);
        learningRate = whole.number(
                "rate.undo.rate",
                state -> state.racer().learningRate(),
                (state, rate) -> state.withRacer(racer -> racer.withLearningRate(rate)));
        optimizer = racer("rate.undo.optimizer", Racer::optimizer, Racer::withOptimizer);
        schedule = racer("rate.undo.schedule", Racer::schedule, Racer::withSchedule);
        display = new DisplaySettings(whole);
        noise = new NoiseControl(whole);
        for (Plane each : Plane.all()) {
            StringProperty formula = new SimpleStringProperty(this, "formula", Setups.formula(each));
            formula.addListener((observed, before, after) -> type(each, before, after));
            formulas.put(each, formula);
        }
        whole.state().addListener((observed, before, after) -> follow(after));
        follow(whole.get());
    }

    private static DescentSetup withStart(DescentSetup setup, int index, double value) {
        List<Double> start = new ArrayList<>(setup.start());
        start.set(Math.min(index, start.size() - 1), value);
        return setup.withStart(start);
    }

    private <T> ObjectProperty<T> setting(
            String undoKey, Function<DescentSetup, T> part, BiFunction<DescentSetup, T, DescentSetup> with) {
        return whole.part(
                undoKey,
                state -> part.apply(state.setup()),
                (state, value) -> state.with(walkable(with.apply(state.setup(), value))));
    }

    private DoubleProperty number(
            String undoKey, Function<DescentSetup, Double> part, BiFunction<DescentSetup, Double, DescentSetup> with) {
        return whole.number(
                undoKey,
                state -> part.apply(state.setup()),
                (state, value) -> state.with(walkable(with.apply(state.setup(), value))));
    }

    private <T> ObjectProperty<T> racer(String undoKey, Function<Racer, T> part, BiFunction<Racer, T, Racer> with) {
        return whole.part(
                undoKey,
                state -> part.apply(state.racer()),
                (state, value) -> state.withRacer(racer -> with.apply(racer, value)));
    }

    private static DescentSetup walkable(DescentSetup setup) {
        if (!Functions.canStart(setup)) {
            throw new InvalidInputException("start", "is where the function has no finite value and slope");
        }
        return setup;
    }

    private DescentSetup on(DescentSetup setup, String choice) {
        return Functions.on(
                setup, choice.equals(Functions.OWN) ? formula(Plane.of(setup)).get() : choice);
    }

    private void type(Plane on, String before, String after) {
        if (following) {
            return;
        }
        if (Functions.faultIn(on, after).isEmpty()) {
            whole.change("rate.undo.formula", state -> state.with(Functions.onFormula(state.setup(), after)));
        } else {
            formula(on).set(before);
        }
    }

    private void follow(RaceState now) {
        selected.set(now.selected());
        if (Functions.isOwn(now.setup())) {
            following = true;
            try {
                formula(Plane.of(now.setup())).set(now.setup().function());
            } finally {
                following = false;
            }
        }
    }

    SettingsState<RaceState> whole() {
        return whole;
    }

    public DescentSetup setup() {
        return whole.get().setup();
    }

    /** The index of the racer that the learning rate, optimizer and schedule belong to. */
    public ReadOnlyIntegerProperty selected() {
        return selected.getReadOnlyProperty();
    }

    /** Whether the function is a curve or a surface; each has its own function, start and racers. */
    public ObjectProperty<Plane> plane() {
        return plane;
    }

    /** The name of the function, or {@link Functions#OWN} for a {@link #formula}. */
    public ObjectProperty<String> function() {
        return function;
    }

    /** The user's formula for a curve. */
    public StringProperty formula() {
        return formula(Plane.CURVE);
    }

    /** The user's formula; kept while another function is selected. An invalid formula is rejected. */
    public StringProperty formula(Plane of) {
        return Objects.requireNonNull(formulas.get(of));
    }

    /** Whether x is a valid start with the current y. */
    public boolean canStartAt(double x) {
        return Functions.canStart(withStart(setup(), 0, x));
    }

    /** Whether y is a valid start with the current x. */
    public boolean canStartAtY(double y) {
        return Functions.canStart(withStart(setup(), 1, y));
    }

    /** A constant of the function, such as {@code curvature}; its default value if the function does not have it. */
    public DoubleProperty constant(String name) {
        return Objects.requireNonNull(constants.get(name), name);
    }

    public DoubleProperty start() {
        return start;
    }

    /** The start's second coordinate; for a curve, the only one. */
    public DoubleProperty startY() {
        return startY;
    }

    /** All coordinates of the start, which change as one undo step. */
    public ObjectProperty<List<Double>> startPoint() {
        return startPoint;
    }

    /** The number of steps of every racer. */
    public DoubleProperty steps() {
        return steps;
    }

    /** What the racers differ in; each contest has its own racers. */
    public ObjectProperty<Contest> contest() {
        return contest;
    }

    /** The selected racer's learning rate. */
    public DoubleProperty learningRate() {
        return learningRate;
    }

    /** The selected racer's optimizer. */
    public ObjectProperty<Optimizer> optimizer() {
        return optimizer;
    }

    /** The selected racer's schedule, which counts steps instead of epochs. */
    public ObjectProperty<Schedule> schedule() {
        return schedule;
    }

    public DisplaySettings display() {
        return display;
    }

    /** The gradient noise of the repeated paths. */
    public NoiseControl noise() {
        return noise;
    }

    /** Selects the racer that the controls edit. */
    void select(int index) {
        if (index != selected.get()) {
            undo.settle();
            whole.set(whole.get().with(setup(), index));
        }
    }

    /** Adds a racer and selects it. */
    void add(Racer racer) {
        whole.change("rate.undo.racers", state -> {
            DescentSetup more = state.setup().withAnother(racer);
            return state.with(more, more.racers().size() - 1);
        });
    }

    /** Removes a racer; the selected racer stays selected. */
    void remove(int index) {
        whole.change("rate.undo.racers", state -> {
            DescentSetup fewer = state.setup().without(index);
            int chosen = state.selected() > index ? state.selected() - 1 : state.selected();
            return state.with(fewer, Math.min(chosen, fewer.racers().size() - 1));
        });
    }

    void show(int index, boolean visible) {
        whole.change(
                "rate.undo.visible",
                state -> state.with(state.setup().withRacer(index, racer -> racer.withVisible(visible))));
    }

    /** Sets a racer's learning rate and selects the racer. */
    void mend(int index, double rate) {
        whole.change(
                "rate.undo.rate",
                state -> state.with(state.setup().withRacer(index, racer -> racer.withLearningRate(rate)), index));
    }

    /** Restores a setup and clears the undo history. */
    void open(DescentSetup setup) {
        undo.applyAndClear(() -> whole.set(new RaceState(setup, 0, List.of(), null)));
    }
}
