package hyperlab.app.training;

import hyperlab.playground.PlaygroundExperiment;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What runs are called: as the person named them; else, where one setting alone tells them all apart, by its value; else
 * by their numbers.
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

    /** A few letters, for the ends of lines and tables: "0.3". */
    Words brief(KeptRun run) {
        return named(run, false);
    }

    /** As the list of runs has it: "Learning rate η 0.3". */
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
                                    + original.link().data().chosen().fileName()))
                    : Words.of("training.original");
        }
        if (differing.size() != 1 || differing.get(0).equals(Difference.UNNAMED.nameKey()) || !tellsApart()) {
            Words number = Words.of("training.runs.number", Integer.toString(run.number()));
            int branched = run.history().branchedAt();
            return withSetting && branched > 0
                    ? Words.of("stage.branch.name", number, Integer.toString(branched))
                    : number;
        }
        Words value = settings.say(differing.get(0), run.experiment());
        return withSetting ? Words.of("training.runs.by", Words.of(differing.get(0)), value) : value;
    }

    /** Whether no two runs would be called the same. */
    private boolean tellsApart() {
        Set<Words> values = new LinkedHashSet<>();
        runs.forEach(run -> values.add(settings.say(differing.get(0), run.experiment())));
        return values.size() == runs.size();
    }
}
