package hyperlab.lab.tuning;

import hyperlab.file.ExperimentOverrides;
import hyperlab.rule.InvalidInputException;
import hyperlab.train.Experiment;
import hyperlab.tune.FunctionTrialFactory;
import hyperlab.tune.NetworkTrialFactory;
import hyperlab.tune.RecordedTrialFactory;
import hyperlab.tune.TrialFactory;
import hyperlab.tune.TuningStudy;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Creates the trials of a study.
 *
 * @param baseFolder the base folder of the experiment's relative paths; null for the working directory
 */
record TrialSource(@Nullable Path baseFolder) {
    /**
     * The trials of a study.
     *
     * @throws InvalidInputException if the data cannot be read or no point of the space is valid
     */
    TrialFactory trials(TuningStudy study) {
        if (study.isRecordOnly()) {
            return new RecordedTrialFactory();
        }
        if (study.experiment() == null) {
            return new FunctionTrialFactory(Objects.requireNonNull(study.function())).requireValidSpace(study.space());
        }
        NetworkTrialFactory trials = networkTrials(study);
        trials.validate();
        return trials;
    }

    /** The experiment of one trial; empty for a known function. */
    Optional<Experiment> experiment(TuningStudy study, int trial, Map<String, String> values) {
        return study.experiment() == null
                ? Optional.empty()
                : Optional.of(networkTrials(study).experiment(trial, values));
    }

    private NetworkTrialFactory networkTrials(TuningStudy study) {
        return new NetworkTrialFactory(study, ExperimentOverrides::with, baseFolder);
    }

    /** The error for a value on its own; empty if the value is valid or the study has no experiment. */
    static Optional<InvalidInputException> findError(TuningStudy study, String key, String value) {
        Experiment experiment = study.experiment();
        if (experiment == null) {
            return Optional.empty();
        }
        try {
            Objects.requireNonNull(ExperimentOverrides.with(experiment, Map.of(key, value)));
            return Optional.empty();
        } catch (InvalidInputException error) {
            return Optional.of(error);
        }
    }
}
