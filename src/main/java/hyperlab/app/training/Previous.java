package hyperlab.app.training;

import hyperlab.train.Experiment;
import java.util.List;

/**
 * The run before this one, kept for comparison.
 *
 * @param experiment what it was started with
 * @param curves as far as it came
 * @param changedOnTheWay whether a setting was changed while it trained
 * @param differences what the run on stage does not share with it
 */
record Previous(Experiment experiment, Curves curves, boolean changedOnTheWay, List<Difference> differences) {
    Previous {
        differences = List.copyOf(differences);
    }

    /** What the two runs share all the same, so that what is seen can be put down to the difference. */
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
