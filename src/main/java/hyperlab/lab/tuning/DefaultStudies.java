package hyperlab.lab.tuning;

import hyperlab.file.ExperimentOverrides;
import hyperlab.train.Experiment;
import hyperlab.train.TrainingSettings;
import hyperlab.tune.DefaultSearchSpace;
import hyperlab.tune.FunctionTrialFactory;
import hyperlab.tune.SearchDimension;
import hyperlab.tune.SearchMethod;
import hyperlab.tune.SearchSpace.Hyperparameter;
import hyperlab.tune.TuningObjective;
import hyperlab.tune.TuningStudy;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The hyperparameters that can be added to a search space, their default axes, and the default studies. */
final class DefaultStudies {
    private static final int TRIALS = 40;
    private static final int EPOCHS = 30;

    private DefaultStudies() {}

    /** The lab's first study: two noisy moons and a small network. */
    static TuningStudy firstStudy() {
        Experiment usual = Experiment.DEFAULT.withTraining(TrainingSettings.DEFAULT.withEpochs(EPOCHS));
        return studyOf(ExperimentOverrides.with(usual, Map.of("data.samples", "300", "data.noise", "0.3")));
    }

    /** The default study of an experiment. */
    static TuningStudy studyOf(Experiment experiment) {
        return new TuningStudy(
                experiment,
                null,
                DefaultSearchSpace.space(),
                SearchMethod.Bayesian.DEFAULT,
                TuningObjective.VALIDATION_LOSS,
                TRIALS,
                1,
                1);
    }

    /** The default study of a known function. */
    static TuningStudy studyOf(String function) {
        return new TuningStudy(
                null,
                function,
                new FunctionTrialFactory(function).space(),
                SearchMethod.Bayesian.DEFAULT,
                TuningObjective.VALIDATION_LOSS,
                TRIALS,
                1,
                1);
    }

    /** The keys that are not in the search space yet. */
    static List<String> unusedKeys(TuningStudy study) {
        return offered(study).stream()
                .map(Hyperparameter::key)
                .filter(key -> !study.space().keys().contains(key))
                .toList();
    }

    /** The default axis of a key; empty if the key is not offered. */
    static Optional<SearchDimension> defaultAxis(TuningStudy study, String key) {
        return offered(study).stream()
                .filter(parameter -> parameter.key().equals(key))
                .map(Hyperparameter::dimension)
                .findFirst();
    }

    private static List<Hyperparameter> offered(TuningStudy study) {
        if (study.isRecordOnly()) {
            return List.of();
        }
        return study.function() == null
                ? DefaultSearchSpace.ALL
                : new FunctionTrialFactory(study.function()).space().parameters();
    }
}
