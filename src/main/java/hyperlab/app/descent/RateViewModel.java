package hyperlab.app.descent;

import hyperlab.app.Undo;
import hyperlab.app.concurrent.NewestWork;
import hyperlab.app.control.Playback;
import hyperlab.descent.DescentSetup;
import hyperlab.descent.DescentSetup.Racer;
import hyperlab.file.Document;
import hyperlab.optim.Optimizer;
import hyperlab.rule.Refusal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.function.UnaryOperator;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/**
 * The Learning rate lab without a window. All that can be set is one immutable {@link DescentSetup}; each control has a
 * property that follows it and, when set, replaces it. Whatever changes, the race is walked to its end again, and
 * {@link #moment()} is what there is to see at the play head.
 */
public final class RateViewModel {
    static final int START_POSITION = 5;

    private final Undo undo = new Undo();
    private final Playback playback = new Playback("shell.step");
    private final NewestWork<DescentSetup, Race> races;
    private final ReadOnlyObjectWrapper<State> state;
    private final ReadOnlyObjectWrapper<Moment> moment;
    private final ReadOnlyIntegerWrapper selected = new ReadOnlyIntegerWrapper(this, "selected");
    private final StringProperty function = new SimpleStringProperty(this, "function");
    private final StringProperty formula = new SimpleStringProperty(this, "formula", Setups.FORMULA);
    private final Map<String, DoubleProperty> constants = new LinkedHashMap<>();
    private final DoubleProperty start = new SimpleDoubleProperty(this, "start");
    private final IntegerProperty steps = new SimpleIntegerProperty(this, "steps");
    private final DoubleProperty learningRate = new SimpleDoubleProperty(this, "learningRate");
    private final ObjectProperty<Optimizer> optimizer;
    private Race race;
    private boolean mirroring;

    /**
     * A lab with its first race.
     *
     * @param worker where long races are walked
     * @param window where their results are taken up: the FX thread
     */
    public RateViewModel(Executor worker, Executor window) {
        State first = new State(Setups.DEFAULT, 0);
        state = new ReadOnlyObjectWrapper<>(this, "state", first);
        optimizer = new SimpleObjectProperty<>(this, "optimizer", first.racer().optimizer());
        race = Race.of(first.setup());
        moment = new ReadOnlyObjectWrapper<>(this, "moment", new Moment(race, START_POSITION, 0));
        races = new NewestWork<>(worker, window, Race::of, this::take);
        Functions.CONSTANTS.forEach(name -> constants.put(name, new SimpleDoubleProperty(this, name)));
        mirror();
        take(race);
        state.addListener((observed, before, after) -> follow(before, after));
        playback.position().addListener((observed, before, after) -> refresh());
        listenToControls();
        playback.seek(START_POSITION);
    }

    /** All that is undone together: the setup and which of its racers is chosen. */
    record State(DescentSetup setup, int selected) {
        Racer racer() {
            return setup.racers().get(selected);
        }
    }

    // properties

    public Undo undo() {
        return undo;
    }

    public Playback playback() {
        return playback;
    }

    /** What there is to see at the play head. */
    public ReadOnlyObjectProperty<Moment> moment() {
        return moment.getReadOnlyProperty();
    }

    /** Index of the racer that the learning rate and the optimizer belong to. */
    public ReadOnlyIntegerProperty selected() {
        return selected.getReadOnlyProperty();
    }

    /** Name of the function to walk on, or {@link Functions#OWN} for {@link #formula()}. */
    public StringProperty function() {
        return function;
    }

    /** The formula that a person typed; kept while another function is walked on. One with a fault is not taken. */
    public StringProperty formula() {
        return formula;
    }

    /** Whether the walks can begin at x. */
    public boolean canStartAt(double x) {
        return Functions.canStart(Setups.withStart(setup(), x));
    }

    /** A constant of the function, such as {@code curvature}; keeps its value while the function has none such. */
    public DoubleProperty constant(String name) {
        return Objects.requireNonNull(constants.get(name), name);
    }

    public DoubleProperty start() {
        return start;
    }

    /** How many steps every racer takes. */
    public IntegerProperty steps() {
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

    public DescentSetup setup() {
        return state.get().setup();
    }

    // commands

    /** Chooses the racer that the slider edits. */
    public void select(int index) {
        if (index != selected.get()) {
            undo.settle();
            state.set(new State(setup(), index));
        }
    }

    /** Puts one more racer at the start, with a rate that none has yet, and chooses it; nothing when there are six. */
    public void addRacer() {
        if (setup().racers().size() == DescentSetup.MOST_RACERS) {
            return;
        }
        DescentSetup more = Setups.withAnother(setup(), Setups.sgd(Doctor.unusedRate(race)));
        change(RateSetting.RACERS, new State(more, more.racers().size() - 1));
        undo.settle();
    }

    /** Takes a racer out; nothing when it is the last one. */
    public void removeRacer(int index) {
        if (setup().racers().size() == 1) {
            return;
        }
        DescentSetup fewer = Setups.without(setup(), index);
        int last = fewer.racers().size() - 1;
        undo.settle();
        change(
                RateSetting.RACERS,
                new State(fewer, Math.min(selected.get() > index ? selected.get() - 1 : selected.get(), last)));
        undo.settle();
    }

    public void show(int index, boolean visible) {
        undo.settle();
        change(RateSetting.VISIBLE, setup -> Setups.withVisible(setup, index, visible));
    }

    /** Gives the finding's racer the rate that the doctor proposes; one undo takes it back. */
    public void apply(Diagnosis finding) {
        if (finding.remedy() > 0) {
            undo.settle();
            DescentSetup better = Setups.withRate(setup(), finding.racer(), finding.remedy());
            change(RateSetting.RATE, new State(better, finding.racer()));
            undo.settle();
        }
    }

    public Document document() {
        return new Document.OfDescent(setup());
    }

    /** Whether it is a race on a function of one variable. */
    public boolean takes(Document document) {
        return document instanceof Document.OfDescent descent
                && Functions.isOfOneVariable(descent.setup().function());
    }

    /**
     * Comes back to a race and forgets what could be undone.
     *
     * @throws Refusal for a document that the lab does not take
     */
    public void open(Document document) {
        if (!takes(document)) {
            throw new Refusal("function", "has two variables: this lab shows functions of one");
        }
        DescentSetup setup = ((Document.OfDescent) document).setup();
        State opened = new State(Functions.complete(setup), 0);
        Race.of(Setups.withSteps(opened.setup(), 1));
        undo.forgetThrough(() -> state.set(opened));
        playback.home();
    }

    private void listenToControls() {
        function.addListener((observed, before, after) -> set(
                RateSetting.FUNCTION,
                setup -> Functions.on(setup, after.equals(Functions.OWN) ? formula.get() : after)));
        formula.addListener((observed, before, after) -> {
            if (Functions.faultIn(after).isEmpty()) {
                set(RateSetting.FORMULA, setup -> Functions.onFormula(setup, after));
            } else {
                formula.set(before);
            }
        });
        constants.forEach((name, constant) -> constant.addListener((observed, before, after) ->
                set(RateSetting.ofConstant(name), setup -> Setups.withConstant(setup, name, after.doubleValue()))));
        start.addListener((observed, before, after) ->
                set(RateSetting.START, setup -> Setups.withStart(setup, after.doubleValue())));
        steps.addListener((observed, before, after) ->
                set(RateSetting.STEPS, setup -> Setups.withSteps(setup, after.intValue())));
        learningRate.addListener((observed, before, after) ->
                set(RateSetting.RATE, setup -> Setups.withRate(setup, selected.get(), after.doubleValue())));
        optimizer.addListener((observed, before, after) ->
                set(RateSetting.OPTIMIZER, setup -> Setups.withOptimizer(setup, selected.get(), after)));
    }

    /** A change after which no walk could begin is taken back. */
    private void set(RateSetting setting, UnaryOperator<DescentSetup> change) {
        if (mirroring) {
            return;
        }
        DescentSetup after = change.apply(setup());
        if (Functions.canStart(after)) {
            change(setting, new State(after, selected.get()));
        } else {
            mirror();
        }
    }

    private void change(RateSetting setting, UnaryOperator<DescentSetup> change) {
        change(setting, new State(change.apply(setup()), selected.get()));
    }

    private void change(RateSetting setting, State after) {
        State before = state.get();
        state.set(after);
        undo.did(setting.undoKey(), setting, before, after, state::set);
    }

    private void follow(State before, State after) {
        mirror();
        if (before.setup().equals(after.setup())) {
            refresh();
        } else {
            races.order(after.setup(), Race::isShort);
        }
    }

    private void mirror() {
        mirroring = true;
        try {
            DescentSetup setup = setup();
            Racer racer = state.get().racer();
            function.set(Functions.choice(setup.function()));
            formula.set(Functions.isOwn(setup) ? setup.function() : formula.get());
            setup.parameters().forEach((name, value) -> constant(name).set(value));
            start.set(setup.start().get(0));
            steps.set(setup.steps());
            selected.set(state.get().selected());
            learningRate.set(racer.learningRate());
            optimizer.set(racer.optimizer());
        } finally {
            mirroring = false;
        }
    }

    private void take(Race walked) {
        race = walked;
        int length = walked.setup().steps();
        playback.length().set(length);
        playback.done().set(length);
        playback.seek(playback.position().get());
        refresh();
    }

    /** Tells the moment again, as when something around it has changed. */
    void refresh() {
        int last = race.walks().size() - 1;
        moment.set(new Moment(race, playback.position().get(), Math.min(selected.get(), last)));
    }
}
