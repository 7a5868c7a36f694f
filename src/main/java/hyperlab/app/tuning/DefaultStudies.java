package hyperlab.app.tuning;

import hyperlab.train.Experiment;
import hyperlab.train.TrainingSettings;
import hyperlab.tune.Axis;
import hyperlab.tune.FunctionTrials;
import hyperlab.tune.Method;
import hyperlab.tune.Objective;
import hyperlab.tune.SearchSpace.Parameter;
import hyperlab.tune.Study;
import hyperlab.tune.UsualAxes;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The hyperparameters that can be added to a search space, their default axes, and the default studies. */
final class DefaultStudies {
    private static final int TRIALS = 40;
    private static final int EPOCHS = 30;

    private DefaultStudies() {}

    /** The lab's first study: two noisy moons and a small network. */
    static Study firstStudy() {
        Experiment usual = Experiment.DEFAULT.withTraining(TrainingSettings.DEFAULT.withEpochs(EPOCHS));
        return studyOf(TrialSource.applyValues(usual, Map.of("data.samples", "300", "data.noise", "0.3")));
    }

    /** The default study of an experiment. */
    static Study studyOf(Experiment experiment) {
        return new Study(
                experiment, null, UsualAxes.space(), Method.Bayesian.DEFAULT, Objective.VALIDATION_LOSS, TRIALS, 1, 1);
    }

    /** The default study of a known function. */
    static Study studyOf(String function) {
        return new Study(
                null,
                function,
                new FunctionTrials(function).space(),
                Method.Bayesian.DEFAULT,
                Objective.VALIDATION_LOSS,
                TRIALS,
                1,
                1);
    }

    /** The keys that are not in the search space yet. */
    static List<String> unusedKeys(Study study) {
        List<Parameter> all = study.function() == null
                ? UsualAxes.ALL
                : new FunctionTrials(study.function()).space().parameters();
        return all.stream()
                .map(Parameter::key)
                .filter(key -> !study.space().keys().contains(key))
                .toList();
    }

    /** The default axis of a key; empty if the key is not offered. */
    static Optional<Axis> defaultAxis(Study study, String key) {
        List<Parameter> all = study.function() == null
                ? UsualAxes.ALL
                : new FunctionTrials(study.function()).space().parameters();
        return all.stream()
                .filter(parameter -> parameter.key().equals(key))
                .map(Parameter::axis)
                .findFirst();
    }
}
