package hyperlab.app.tuning;

import hyperlab.app.UndoHistory;
import hyperlab.app.SettingsState;
import hyperlab.rule.InvalidInputException;
import hyperlab.tune.Axis;
import hyperlab.tune.Method;
import hyperlab.tune.Objective;
import hyperlab.tune.SearchSpace;
import hyperlab.tune.SearchSpace.Parameter;
import hyperlab.tune.Study;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;

/** The settings of a study as properties. Does not depend on the JavaFX toolkit. */
public final class TuningSettings {
    /** The maximum number of trials. */
    static final int MOST_TRIALS = 2_000;

    private final SettingsState<Study> whole;
    private final ObjectProperty<Objective> objective;
    private final ObjectProperty<String> method;
    private final DoubleProperty initial;
    private final DoubleProperty reduction;
    private final DoubleProperty minimumEpochs;
    private final DoubleProperty trials;
    private final DoubleProperty atOnce;
    private final DoubleProperty seed;

    TuningSettings(Study first, UndoHistory undo, Consumer<InvalidInputException> refused) {
        whole = new SettingsState<>(first, undo, refused);
        objective = whole.part("tuning.objective", Study::objective, Study::withObjective);
        method = whole.part(
                "tuning.method",
                study -> study.method().name(),
                (study, name) -> study.method().name().equals(name) ? study : study.withMethod(usual(name)));
        initial = whole.number(
                "tuning.initial",
                study -> (double)
                        (study.method() instanceof Method.Bayesian bayesian
                                ? bayesian.initial()
                                : Method.Bayesian.DEFAULT.initial()),
                (study, number) -> study.method() instanceof Method.Bayesian
                        ? study.withMethod(new Method.Bayesian(number.intValue()))
                        : study);
        reduction = whole.number(
                "tuning.reduction",
                study -> (double) rungs(study)[0],
                (study, number) -> withRungs(study, number.intValue(), rungs(study)[1]));
        minimumEpochs = whole.number(
                "tuning.minimumEpochs",
                study -> (double) rungs(study)[1],
                (study, number) -> withRungs(study, rungs(study)[0], number.intValue()));
        trials = whole.number(
                "tuning.trials",
                study -> (double) study.trials(),
                (study, number) -> study.withTrials(number.intValue()));
        atOnce = whole.number(
                "tuning.atOnce",
                study -> (double) study.parallel(),
                (study, number) -> study.withParallel(number.intValue()));
        seed = whole.number(
                "tuning.seed", study -> (double) study.seed(), (study, number) -> study.withSeed(number.longValue()));
    }

    /** A method with its default settings; Bayesian search for an unknown name. */
    static Method usual(String name) {
        return switch (name) {
            case "grid" -> new Method.Grid(null);
            case "random" -> new Method.RandomSearch();
            case "halving" -> Method.Halving.DEFAULT;
            case "hyperband" -> Method.Hyperband.DEFAULT;
            case "manual" -> new Method.Manual(List.of());
            default -> Method.Bayesian.DEFAULT;
        };
    }

    private static int[] rungs(Study study) {
        if (study.method() instanceof Method.Hyperband hyperband) {
            return new int[] {hyperband.reduction(), hyperband.minimumEpochs()};
        }
        Method.Halving halving = study.method() instanceof Method.Halving given ? given : Method.Halving.DEFAULT;
        return new int[] {halving.reduction(), halving.minimumEpochs()};
    }

    private static Study withRungs(Study study, int reduction, int minimumEpochs) {
        if (study.method() instanceof Method.Hyperband) {
            return study.withMethod(new Method.Hyperband(reduction, minimumEpochs));
        }
        return study.method() instanceof Method.Halving
                ? study.withMethod(new Method.Halving(reduction, minimumEpochs))
                : study;
    }

    // properties

    public SettingsState<Study> whole() {
        return whole;
    }

    public ObjectProperty<Objective> objective() {
        return objective;
    }

    /** The method's name as used in files. */
    public ObjectProperty<String> method() {
        return method;
    }

    /** The number of random trials before a Bayesian search uses its model. */
    public DoubleProperty initial() {
        return initial;
    }

    public DoubleProperty reduction() {
        return reduction;
    }

    public DoubleProperty minimumEpochs() {
        return minimumEpochs;
    }

    public DoubleProperty trials() {
        return trials;
    }

    public DoubleProperty atOnce() {
        return atOnce;
    }

    public DoubleProperty seed() {
        return seed;
    }

    // commands

    /** Replaces the axis at an index. */
    public void axis(int place, Axis axis) {
        space("tuning.space.axis", parameters -> {
            parameters.set(place, new Parameter(parameters.get(place).key(), axis));
            return parameters;
        });
    }

    /** Replaces the key at an index, with the key's default axis. */
    public void key(int place, String key) {
        SearchKeys.usual(whole.get(), key)
                .ifPresent(axis -> space("tuning.space.key", parameters -> {
                    parameters.set(place, new Parameter(key, axis));
                    return parameters;
                }));
    }

    /** Adds the first unused key with its default axis. */
    public void add() {
        List<String> free = SearchKeys.free(whole.get());
        if (!free.isEmpty()) {
            SearchKeys.usual(whole.get(), free.get(0))
                    .ifPresent(axis -> space("tuning.space.axis", parameters -> {
                        parameters.add(new Parameter(free.get(0), axis));
                        return parameters;
                    }));
        }
    }

    /** Removes an axis, unless it is the only one. */
    public void remove(int place) {
        if (whole.get().space().dimensions() > 1) {
            space("tuning.space.axis", parameters -> {
                parameters.remove(place);
                return parameters;
            });
        }
    }

    private void space(String undoKey, UnaryOperator<List<Parameter>> change) {
        whole.change(undoKey, study -> {
            SearchSpace space =
                    new SearchSpace(change.apply(new ArrayList<>(study.space().parameters())));
            Study changed = study.withSpace(space);
            // Points picked in another space have no meaning in this one.
            return study.method() instanceof Method.Manual ? changed.withMethod(new Method.Manual(List.of())) : changed;
        });
    }
}
