package hyperlab.app.training;

import hyperlab.playground.PlaygroundExperiment;
import hyperlab.train.Experiment;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Names for runs. A run has the name given by the user. Otherwise, if the experiments differ in one setting only, its
 * name is the value of that setting, with a counter for repeated runs. Otherwise its name is its number.
 */
final class RunNames {
    private final ExperimentSettings settings;
    private final List<KeptRun> runs;
    private final List<String> differing;

    RunNames(ExperimentSettings settings, List<KeptRun> runs) {
        this.settings = settings;
        this.runs = runs.stream().filter(run -> !run.isOriginal()).toList();
        Set<String> keys = new LinkedHashSet<>();
        for (KeptRun run : this.runs) {
            settings.differences(this.runs.get(0).experiment(), run.experiment())
                    .forEach(difference -> keys.add(difference.nameKey()));
        }
        differing = new ArrayList<>(keys);
    }

    /** A short name for line labels and tables, for example "0.3". */
    Words brief(KeptRun run) {
        return named(run, false);
    }

    /** The full name for the list of runs, for example "Learning rate η 0.3". */
    Words whole(KeptRun run) {
        return named(run, true);
    }

    private Words named(KeptRun run, boolean withSetting) {
        if (!run.name().isEmpty()) {
            return Words.plain(run.name());
        }
        PlaygroundExperiment original = run.original();
        if (original != null) {
            return withSetting
                    ? Words.of(
                            "training.original.named",
                            Words.of("training.source."
                                    + original.link().data().dataSet().fileName()))
                    : Words.of("training.original");
        }
        int branched = run.history().branchedAt();
        if (differing.size() != 1 || differing.get(0).equals(Difference.UNNAMED.nameKey()) || !tellsApart()) {
            Words number = Words.of("training.runs.number", Integer.toString(run.number()));
            return withSetting && branched > 0
                    ? Words.of("stage.branch.name", number, Integer.toString(branched))
                    : number;
        }
        Words value = settings.say(differing.get(0), run.experiment());
        Words by = withSetting ? Words.of("training.runs.by", Words.of(differing.get(0)), value) : value;
        long again = runs.stream()
                .takeWhile(other -> other.id() != run.id())
                .filter(other -> trained(other).equals(trained(run)))
                .count();
        return again == 0 ? by : Words.of("training.runs.again", by, Long.toString(again + 1));
    }

    /** Whether no two different experiments would have the same name. */
    private boolean tellsApart() {
        Set<Words> values = new LinkedHashSet<>();
        Set<Experiment> experiments = new LinkedHashSet<>();
        for (KeptRun run : runs) {
            values.add(settings.say(differing.get(0), run.experiment()));
            experiments.add(trained(run));
        }
        return values.size() == experiments.size();
    }

    private static Experiment trained(KeptRun run) {
        return run.experiment().withName("");
    }
}
