package hyperlab.app.training;

import hyperlab.train.Experiment;
import java.util.List;

/**
 * The run that the live run is compared with.
 *
 * @param experiment the experiment it started with
 * @param curves its curves
 * @param changedOnTheWay whether a setting was changed during training
 * @param differences how the settings of the live run differ from it
 */
record Previous(Experiment experiment, Curves curves, boolean changedOnTheWay, List<Difference> differences) {
    Previous {
        differences = List.copyOf(differences);
    }

    /** A statement of what the two runs still share, so that an effect can be attributed to the difference. */
    Words whatStays() {
        if (differences.size() != 1) {
            return Words.of(differences.isEmpty() ? "training.differs.none" : "training.differs.several");
        }
        String changed = differences.get(0).nameKey();
        if (differences.get(0).isUnnamed()) {
            return Words.of("training.differs.file");
        }
        if (changed.equals("training.seed")) {
            return Words.of("training.differs.seed");
        }
        if (ExperimentSettings.DATA.contains(changed)) {
            return Words.of("training.differs.data");
        }
        return Words.of(
                ExperimentSettings.NETWORK.contains(changed) ? "training.differs.network" : "training.differs.same");
    }
}
