package hyperlab.app.descent;

import hyperlab.app.Undo;
import hyperlab.app.Whole;
import hyperlab.descent.DescentSetup;
import hyperlab.descent.DescentSetup.Racer;
import hyperlab.optim.Optimizer;
import hyperlab.rule.Refusal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/**
 * Everything that can be set in the lab, a property each; all together are one {@link DescentSetup}, and which of its
 * racers is chosen. A change after which no walk could begin is taken back.
 */
public final class RateSettings {
    private final Whole<State> whole;
    private final Undo undo;
    private final ReadOnlyIntegerWrapper selected = new ReadOnlyIntegerWrapper(this, "selected");
    private final ObjectProperty<String> function;
    private final StringProperty formula = new SimpleStringProperty(this, "formula", Setups.FORMULA);
    private final Map<String, DoubleProperty> constants = new LinkedHashMap<>();
    private final DoubleProperty start;
    private final DoubleProperty steps;
    private final DoubleProperty learningRate;
    private final ObjectProperty<Optimizer> optimizer;
    private final NoiseControl noise;
    private boolean following;

    RateSettings(DescentSetup first, Undo undo) {
        this.undo = undo;
        whole = new Whole<>(new State(first, 0), undo, refusal -> {});
        function = setting("rate.undo.function", setup -> Functions.choice(setup.function()), this::on);
        Functions.CONSTANTS.forEach((name, usual) -> constants.put(
                name,
                number(
                        "rate.undo." + name,
                        setup -> setup.parameters().getOrDefault(name, usual),
                        (setup, value) -> setup.withParameter(name, value))));
        start = number("rate.undo.start", setup -> setup.start().get(0), (setup, x) -> setup.withStart(List.of(x)));
        steps = number("rate.undo.steps", setup -> (double) setup.steps(), (setup, n) -> setup.withSteps(n.intValue()));
        learningRate = whole.number(
                "rate.undo.rate",
                state -> state.racer().learningRate(),
                (state, rate) -> state.withRacer(racer -> racer.withLearningRate(rate)));
        optimizer = racer("rate.undo.optimizer", Racer::optimizer, Racer::withOptimizer);
        noise = new NoiseControl(whole);
        formula.addListener((observed, before, after) -> type(before, after));
        whole.state().addListener((observed, before, after) -> follow(after));
        follow(whole.get());
    }

    /** All that is undone together: the setup and which of its racers is chosen. */
    record State(DescentSetup setup, int selected) {
        Racer racer() {
            return setup.racers().get(selected);
        }

        State with(DescentSetup newSetup) {
            return new State(newSetup, selected);
        }

        State withRacer(UnaryOperator<Racer> change) {
            return with(setup.withRacer(selected, change));
        }
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
            throw new Refusal("start", "is where the function has no finite value and slope");
        }
        return setup;
    }

    private DescentSetup on(DescentSetup setup, String choice) {
        return Functions.on(setup, choice.equals(Functions.OWN) ? formula.get() : choice);
    }

    private void type(String before, String after) {
        if (following) {
            return;
        }
        if (Functions.faultIn(after).isEmpty()) {
            whole.change("rate.undo.formula", state -> state.with(Functions.onFormula(state.setup(), after)));
        } else {
            formula.set(before);
        }
    }

    private void follow(State now) {
        selected.set(now.selected());
        following = true;
        try {
            formula.set(Functions.isOwn(now.setup()) ? now.setup().function() : formula.get());
        } finally {
            following = false;
        }
    }

    Whole<State> whole() {
        return whole;
    }

    public DescentSetup setup() {
        return whole.get().setup();
    }

    /** Index of the racer that the learning rate and the optimizer belong to. */
    public ReadOnlyIntegerProperty selected() {
        return selected.getReadOnlyProperty();
    }

    /** Name of the function to walk on, or {@link Functions#OWN} for {@link #formula()}. */
    public ObjectProperty<String> function() {
        return function;
    }

    /** The formula that a person typed; kept while another function is walked on. One with a fault is not taken. */
    public StringProperty formula() {
        return formula;
    }

    /** Whether the walks can begin at x. */
    public boolean canStartAt(double x) {
        return Functions.canStart(setup().withStart(List.of(x)));
    }

    /** A constant of the function, such as {@code curvature}; its usual value while the function has none such. */
    public DoubleProperty constant(String name) {
        return Objects.requireNonNull(constants.get(name), name);
    }

    public DoubleProperty start() {
        return start;
    }

    /** How many steps every racer takes. */
    public DoubleProperty steps() {
        return steps;
    }

    /** The chosen racer's rate. */
    public DoubleProperty learningRate() {
        return learningRate;
    }

    /** The chosen racer's optimizer. */
    public ObjectProperty<Optimizer> optimizer() {
        return optimizer;
    }

    /** The gradient noise of the repeated walks. */
    public NoiseControl noise() {
        return noise;
    }

    /** Chooses the racer that the slider edits. */
    void select(int index) {
        if (index != selected.get()) {
            undo.settle();
            whole.set(new State(setup(), index));
        }
    }

    /** Puts one more racer at the start and chooses it. */
    void add(Racer racer) {
        whole.change("rate.undo.racers", state -> {
            DescentSetup more = state.setup().withAnother(racer);
            return new State(more, more.racers().size() - 1);
        });
    }

    /** Takes a racer out; the one that was chosen stays so. */
    void remove(int index) {
        whole.change("rate.undo.racers", state -> {
            DescentSetup fewer = state.setup().without(index);
            int chosen = state.selected() > index ? state.selected() - 1 : state.selected();
            return new State(fewer, Math.min(chosen, fewer.racers().size() - 1));
        });
    }

    void show(int index, boolean visible) {
        whole.change(
                "rate.undo.visible",
                state -> state.with(state.setup().withRacer(index, racer -> racer.withVisible(visible))));
    }

    /** Gives a racer another rate and chooses it. */
    void mend(int index, double rate) {
        whole.change(
                "rate.undo.rate",
                state -> new State(state.setup().withRacer(index, racer -> racer.withLearningRate(rate)), index));
    }

    /** Comes back to a setup and forgets what could be undone. */
    void open(DescentSetup setup) {
        undo.forgetThrough(() -> whole.set(new State(setup, 0)));
    }
}
