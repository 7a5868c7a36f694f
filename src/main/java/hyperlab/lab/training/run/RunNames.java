package hyperlab.lab.training.run;

import hyperlab.lab.training.settings.ExperimentSettings;
import hyperlab.lab.training.settings.LocalizedText;
import hyperlab.lab.training.settings.SettingDifference;
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
public final class RunNames {
    private final ExperimentSettings settings;
    private final List<ComparedRun> runs;
    private final List<String> differingKeys;

    public RunNames(ExperimentSettings settings, List<ComparedRun> runs) {
        this.settings = settings;
        this.runs = runs.stream().filter(run -> !run.isPlayground()).toList();
        Set<String> keys = new LinkedHashSet<>();
        for (ComparedRun run : this.runs) {
            settings.differences(this.runs.get(0).experiment(), run.experiment())
                    .forEach(difference -> keys.add(difference.nameKey()));
            run.history().markers().forEach(change -> keys.add(change.nameKey()));
        }
        differingKeys = new ArrayList<>(keys);
    }

    /** A short name for line labels and tables, for example "0.3". */
    LocalizedText shortName(ComparedRun run) {
        return name(run, false);
    }

    /** The full name for the list of runs, for example "Learning rate η 0.3". */
    public LocalizedText fullName(ComparedRun run) {
        return name(run, true);
    }

    private LocalizedText name(ComparedRun run, boolean withSetting) {
        if (!run.name().isEmpty()) {
            return LocalizedText.literal(run.name());
        }
        PlaygroundExperiment original = run.playground();
        if (original != null) {
            return withSetting
                    ? LocalizedText.of(
                            "training.original.named",
                            LocalizedText.of("training.source."
                                    + original.link().data().dataSet().fileName()))
                    : LocalizedText.of("training.original");
        }
        int branched = run.history().branchedAt();
        if (differingKeys.size() != 1
                || differingKeys.get(0).equals(SettingDifference.UNNAMED.nameKey())
                || !isUnambiguous()) {
            LocalizedText number = LocalizedText.of("training.runs.number", Integer.toString(run.number()));
            return withSetting && branched > 0
                    ? LocalizedText.of("stage.branch.name", number, Integer.toString(branched))
                    : number;
        }
        LocalizedText value = value(run);
        LocalizedText valueName = withSetting
                ? LocalizedText.of("training.runs.by", LocalizedText.of(differingKeys.get(0)), value)
                : value;
        long repeats = runs.stream()
                .takeWhile(other -> other.id() != run.id())
                .filter(other ->
                        unnamed(other).equals(unnamed(run)) && value(other).equals(value))
                .count();
        return repeats == 0
                ? valueName
                : LocalizedText.of("training.runs.again", valueName, Long.toString(repeats + 1));
    }

    /** Whether no two different experiments would have the same name. */
    private boolean isUnambiguous() {
        Set<LocalizedText> values = new LinkedHashSet<>();
        Set<Experiment> experiments = new LinkedHashSet<>();
        for (ComparedRun run : runs) {
            values.add(settings.describe(differingKeys.get(0), run.experiment()));
            experiments.add(unnamed(run));
        }
        return values.size() == experiments.size();
    }

    private LocalizedText value(ComparedRun run) {
        return value(settings, differingKeys.get(0), run);
    }

    /** The value of a setting in a run; if it was changed during training, the first and the last value. */
    static LocalizedText value(ExperimentSettings settings, String nameKey, ComparedRun run) {
        List<ChangeMarker> changes = run.history().markers().stream()
                .filter(change -> change.nameKey().equals(nameKey))
                .toList();
        return changes.isEmpty()
                ? settings.describe(nameKey, run.experiment())
                : LocalizedText.of(
                        "training.runs.changed",
                        changes.get(0).oldValueText(),
                        changes.get(changes.size() - 1).newValueText());
    }

    /** The name of the experiment that a run started with, whatever was changed during training. */
    LocalizedText experimentName(ComparedRun run) {
        boolean named = !run.name().isEmpty() || run.isPlayground() || differingKeys.size() != 1;
        return named || run.history().markers().isEmpty() || !isUnambiguous()
                ? shortName(run)
                : settings.describe(differingKeys.get(0), run.experiment());
    }

    private static Experiment unnamed(ComparedRun run) {
        return run.experiment().withName("");
    }
}
