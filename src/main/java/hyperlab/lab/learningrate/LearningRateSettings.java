package hyperlab.lab.learningrate;

import hyperlab.descent.ComparedHyperparameter;
import hyperlab.descent.DescentSetup;
import hyperlab.descent.DescentSetup.Racer;
import hyperlab.lab.learningrate.race.DefaultSetups;
import hyperlab.lab.learningrate.race.FunctionChoices;
import hyperlab.lab.learningrate.race.FunctionKind;
import hyperlab.lab.learningrate.race.RaceState;
import hyperlab.optim.Optimizer;
import hyperlab.optim.Schedule;
import hyperlab.rule.InvalidInputException;
import hyperlab.rule.Rule;
import hyperlab.ui.SettingsState;
import hyperlab.ui.UndoHistory;
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
public final class LearningRateSettings {
    private final SettingsState<RaceState> settingsState;
    private final UndoHistory undo;
    private final ReadOnlyIntegerWrapper selected = new ReadOnlyIntegerWrapper(this, "selected");
    private final ObjectProperty<FunctionKind> plane;
    private final ObjectProperty<String> function;
    private final Map<FunctionKind, StringProperty> formulas = new EnumMap<>(FunctionKind.class);
    private final Map<String, DoubleProperty> constants = new LinkedHashMap<>();
    private final DoubleProperty start;
    private final DoubleProperty startY;
    private final ObjectProperty<List<Double>> startPoint;
    private final DoubleProperty steps;
    private final ObjectProperty<ComparedHyperparameter> comparedHyperparameter;
    private final DoubleProperty learningRate;
    private final ObjectProperty<Optimizer> optimizer;
    private final ObjectProperty<Schedule> schedule;
    private final DisplaySettings display;
    private final NoiseProperties noise;
    private boolean updating;

    LearningRateSettings(SettingsState<RaceState> settingsState, UndoHistory undo) {
        this.settingsState = settingsState;
        this.undo = undo;
        plane = settingsState.part(
                "learning-rate.undo.plane", state -> FunctionKind.of(state.setup()), RaceState::withFunctionKind);
        function = setting(
                "learning-rate.undo.function",
                setup -> FunctionChoices.choiceFor(setup.function()),
                this::withFunctionChoice);
        FunctionChoices.DEFAULT_CONSTANTS.forEach((name, usual) -> constants.put(
                name,
                number(
                        "learning-rate.undo." + name,
                        setup -> setup.parameters().getOrDefault(name, usual),
                        (setup, value) -> setup.withParameter(name, value))));
        start = number("learning-rate.undo.start", setup -> setup.start().get(0), (setup, x) -> withStart(setup, 0, x));
        startY = number(
                "learning-rate.undo.start",
                setup -> setup.start().get(setup.start().size() - 1),
                (setup, y) -> withStart(setup, 1, y));
        startPoint = setting("learning-rate.undo.start", DescentSetup::start, DescentSetup::withStart);
        steps = number(
                "learning-rate.undo.steps",
                setup -> (double) setup.steps(),
                (setup, n) -> setup.withSteps(n.intValue()));
        comparedHyperparameter = settingsState.part(
                "learning-rate.undo.compared",
                state -> state.setup().comparedHyperparameter(),
                RaceState::withComparedHyperparameter);
        learningRate = settingsState.number(
                "learning-rate.undo.rate",
                state -> state.racer().learningRate(),
                (state, rate) -> state.withRacer(racer -> racer.withLearningRate(rate)));
        optimizer = racerSetting("learning-rate.undo.optimizer", Racer::optimizer, Racer::withOptimizer);
        schedule = racerSetting("learning-rate.undo.schedule", Racer::schedule, Racer::withSchedule);
        display = new DisplaySettings(settingsState);
        noise = new NoiseProperties(settingsState);
        for (FunctionKind each : FunctionKind.kinds()) {
            StringProperty formula = new SimpleStringProperty(this, "formula", DefaultSetups.defaultFormula(each));
            formula.addListener((observed, before, after) -> setFormula(each, before, after));
            formulas.put(each, formula);
        }
        settingsState.stateProperty().addListener((observed, before, after) -> update(after));
        update(settingsState.get());
    }

    private static DescentSetup withStart(DescentSetup setup, int index, double value) {
        List<Double> start = new ArrayList<>(setup.start());
        start.set(Math.min(index, start.size() - 1), value);
        return setup.withStart(start);
    }

    private <T> ObjectProperty<T> setting(
            String undoKey, Function<DescentSetup, T> part, BiFunction<DescentSetup, T, DescentSetup> with) {
        return settingsState.part(
                undoKey,
                state -> part.apply(state.setup()),
                (state, value) -> state.with(requireValidStart(with.apply(state.setup(), value))));
    }

    private DoubleProperty number(
            String undoKey, Function<DescentSetup, Double> part, BiFunction<DescentSetup, Double, DescentSetup> with) {
        return settingsState.number(
                undoKey,
                state -> part.apply(state.setup()),
                (state, value) -> state.with(requireValidStart(with.apply(state.setup(), value))));
    }

    private <T> ObjectProperty<T> racerSetting(
            String undoKey, Function<Racer, T> part, BiFunction<Racer, T, Racer> with) {
        return settingsState.part(
                undoKey,
                state -> part.apply(state.racer()),
                (state, value) -> state.withRacer(racer -> with.apply(racer, value)));
    }

    private static DescentSetup requireValidStart(DescentSetup setup) {
        if (!FunctionChoices.canStart(setup)) {
            throw new InvalidInputException("start", Rule.START_UNUSABLE);
        }
        return setup;
    }

    private DescentSetup withFunctionChoice(DescentSetup setup, String choice) {
        return FunctionChoices.withFunction(
                setup,
                choice.equals(FunctionChoices.USER_FORMULA)
                        ? formulaProperty(FunctionKind.of(setup)).get()
                        : choice);
    }

    private void setFormula(FunctionKind on, String before, String after) {
        if (updating) {
            return;
        }
        if (FunctionChoices.findFault(on, after).isEmpty()) {
            settingsState.change(
                    "learning-rate.undo.formula",
                    state -> state.with(FunctionChoices.withFormula(state.setup(), after)));
        } else {
            formulaProperty(on).set(before);
        }
    }

    private void update(RaceState now) {
        selected.set(now.selected());
        if (FunctionChoices.isUserFormula(now.setup())) {
            updating = true;
            try {
                formulaProperty(FunctionKind.of(now.setup())).set(now.setup().function());
            } finally {
                updating = false;
            }
        }
    }

    SettingsState<RaceState> settingsState() {
        return settingsState;
    }

    public DescentSetup setup() {
        return settingsState.get().setup();
    }

    /** The index of the racer that the learning rate, optimizer and schedule belong to. */
    public ReadOnlyIntegerProperty selectedProperty() {
        return selected.getReadOnlyProperty();
    }

    /** Whether the function is a curve or a surface; each has its own function, start and racers. */
    public ObjectProperty<FunctionKind> planeProperty() {
        return plane;
    }

    /** The name of the function, or {@link FunctionChoices#USER_FORMULA} for a {@link #formulaProperty}. */
    public ObjectProperty<String> functionProperty() {
        return function;
    }

    /** The user's formula for a curve. */
    public StringProperty formulaProperty() {
        return formulaProperty(FunctionKind.CURVE);
    }

    /** The user's formula; kept while another function is selected. An invalid formula is rejected. */
    public StringProperty formulaProperty(FunctionKind of) {
        return Objects.requireNonNull(formulas.get(of));
    }

    /** Whether x is a valid start with the current y. */
    public boolean canStartAt(double x) {
        return FunctionChoices.canStart(withStart(setup(), 0, x));
    }

    /** Whether y is a valid start with the current x. */
    public boolean canStartAtY(double y) {
        return FunctionChoices.canStart(withStart(setup(), 1, y));
    }

    /** A constant of the function, such as {@code curvature}; its default value if the function does not have it. */
    public DoubleProperty constant(String name) {
        return Objects.requireNonNull(constants.get(name), name);
    }

    public DoubleProperty startProperty() {
        return start;
    }

    /** The start's second coordinate; for a curve, the only one. */
    public DoubleProperty startYProperty() {
        return startY;
    }

    /** All coordinates of the start, which change as one undo step. */
    public ObjectProperty<List<Double>> startPointProperty() {
        return startPoint;
    }

    /** The number of steps of every racer. */
    public DoubleProperty stepsProperty() {
        return steps;
    }

    /** What the racers differ in; each comparison has its own racers. */
    public ObjectProperty<ComparedHyperparameter> comparedHyperparameterProperty() {
        return comparedHyperparameter;
    }

    /** The selected racer's learning rate. */
    public DoubleProperty learningRateProperty() {
        return learningRate;
    }

    /** The selected racer's optimizer. */
    public ObjectProperty<Optimizer> optimizerProperty() {
        return optimizer;
    }

    /** The selected racer's schedule, which counts steps instead of epochs. */
    public ObjectProperty<Schedule> scheduleProperty() {
        return schedule;
    }

    public DisplaySettings display() {
        return display;
    }

    /** The gradient noise of the repeated paths. */
    public NoiseProperties noise() {
        return noise;
    }

    /** Selects the racer that the controls edit. */
    void select(int index) {
        if (index != selected.get() && hasRacer(index)) {
            undo.settle();
            settingsState.set(settingsState.get().with(setup(), index));
        }
    }

    /** Whether there is such a racer: until the next pulse, the window shows the racers of an earlier setup. */
    private boolean hasRacer(int index) {
        return index < setup().racers().size();
    }

    /** Adds a racer and selects it. */
    void addRacer(Racer racer) {
        settingsState.change("learning-rate.undo.racers", state -> {
            DescentSetup more = state.setup().withAddedRacer(racer);
            return state.with(more, more.racers().size() - 1);
        });
    }

    /** Removes a racer; the selected racer stays selected. */
    void removeRacer(int index) {
        if (!hasRacer(index)) {
            return;
        }
        settingsState.change("learning-rate.undo.racers", state -> {
            DescentSetup fewer = state.setup().withoutRacer(index);
            int chosen = state.selected() > index ? state.selected() - 1 : state.selected();
            return state.with(fewer, Math.min(chosen, fewer.racers().size() - 1));
        });
    }

    void setVisible(int index, boolean visible) {
        if (!hasRacer(index)) {
            return;
        }
        settingsState.change(
                "learning-rate.undo.visible",
                state -> state.with(state.setup().withRacer(index, racer -> racer.withVisible(visible))));
    }

    /** Sets a racer's learning rate and selects the racer. */
    void setLearningRate(int index, double rate) {
        settingsState.change(
                "learning-rate.undo.rate",
                state -> state.with(state.setup().withRacer(index, racer -> racer.withLearningRate(rate)), index));
    }

    /** Restores a setup and clears the undo history. */
    void restore(DescentSetup setup) {
        undo.applyAndClear(() -> settingsState.set(RaceState.of(setup)));
    }
}
