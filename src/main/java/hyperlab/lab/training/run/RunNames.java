package hyperlab.lab.training.run;

import hyperlab.lab.training.settings.ExperimentSettings;
import hyperlab.lab.training.settings.ExperimentSummary;
import hyperlab.lab.training.settings.LocalizedText;
import hyperlab.lab.training.settings.SettingDifference;
import hyperlab.log.TrainingLog;
import hyperlab.playground.PlaygroundExperiment;
import hyperlab.train.Experiment;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Names for runs. A run has the name given by the user. Otherwise it is named by the settings in which it differs from
 * most of the runs, for example "L2 0.03"; two are joined with symbols, as in "B 8, η 0.5". Of many settings, the first
 * is its name if that tells it apart. Runs that differ in nothing are named by the settings of the latest run that
 * differs. If this does not tell different experiments apart, the number of the run is its name.
 */
public final class RunNames {
    private static final int MAX_SETTINGS = 2;
    private static final String SOURCE = "training.source";
    private static final String POINTS = "training.points";

    /** Settings whose value alone says what it is. */
    private static final Set<String> VALUE_ALONE =
            Set.of(SOURCE, "training.activation", "training.optimizer", "training.schedule", "training.csv");

    /** Settings whose names are too long for a label; the message key of the short name ends in {@code .brief}. */
    private static final Set<String> SHORT_NAMES = Set.of(
            "training.learningRate",
            "training.batchSize",
            "training.l1",
            "training.l2",
            "training.dropout",
            "training.hidden",
            "training.samples",
            "training.noise",
            "training.epochs",
            "training.seed",
            "training.trainFraction");

    private static final Map<String, String> SYMBOLS =
            Map.of("training.learningRate.brief", "η", "training.batchSize.brief", "B");

    private final ExperimentSettings settings;
    private final List<ComparedRun> runs;
    private final List<String> differingKeys;
    /** For each differing setting, the value that most runs have. */
    private final Map<String, LocalizedText> usualValues = new HashMap<>();

    private final Map<Integer, LocalizedText> automaticNames = new HashMap<>();

    public RunNames(ExperimentSettings settings, List<ComparedRun> runs) {
        this.settings = settings;
        this.runs = runs.stream().filter(ComparedRun::hasSettings).toList();
        Set<String> keys = new LinkedHashSet<>();
        for (ComparedRun run : this.runs) {
            settings.differences(this.runs.get(0).experiment(), run.experiment())
                    .forEach(difference -> keys.add(difference.nameKey()));
            run.history().markers().forEach(change -> keys.add(change.nameKey()));
        }
        differingKeys = List.copyOf(keys);
        for (String key : differingKeys) {
            usualValues.put(key, usualValue(key));
        }
        nameAutomatically();
    }

    /** The name of a run, for example "L2 0.03". */
    public LocalizedText name(ComparedRun run) {
        LocalizedText automatic = automaticNames.get(run.id());
        if (!run.name().isEmpty()) {
            return LocalizedText.literal(run.name());
        }
        TrainingLog log = run.log();
        if (log != null) {
            return LocalizedText.literal(log.name());
        }
        return automatic != null && !run.isPlayground() ? automatic : LocalizedText.of("training.original");
    }

    /** The same for the list of runs, with the data of a Playground link, and the epoch where a branch begins. */
    public LocalizedText fullName(ComparedRun run) {
        PlaygroundExperiment original = run.playground();
        if (run.name().isEmpty() && original != null) {
            return LocalizedText.of(
                    "training.original.named",
                    LocalizedText.of("training.source."
                            + original.link().data().dataSet().fileName()));
        }
        int branched = run.history().branchedAt();
        return run.name().isEmpty() && branched > 0
                ? LocalizedText.of("stage.branch.name", name(run), Integer.toString(branched))
                : name(run);
    }

    /** The name of the experiment that a run started with, whatever was changed during training. */
    LocalizedText experimentName(ComparedRun run) {
        if (!run.name().isEmpty()
                || !run.hasSettings()
                || run.history().markers().isEmpty()) {
            return name(run);
        }
        return join(
                keysOf(run).stream()
                        .map(key -> item(key, settings.describe(key, run.experiment())))
                        .toList(),
                run);
    }

    /**
     * The names of the drawn runs as on the charts, unless they all have the same settings; and the names of the others
     * as among all runs.
     *
     * @param runs all runs
     */
    public static RunNames ofList(ExperimentSettings settings, ComparedRuns runs) {
        List<ComparedRun> all = runs.runsProperty().get();
        RunNames names = new RunNames(settings, all);
        RunNames drawn = new RunNames(settings, runs.drawn());
        if (drawn.differingKeys.isEmpty()) {
            return names;
        }
        names.automaticNames.values().removeIf(drawn.automaticNames::containsValue);
        for (ComparedRun run : names.runs) {
            names.automaticNames.putIfAbsent(run.id(), number(run));
        }
        names.automaticNames.putAll(drawn.automaticNames);
        return names;
    }

    /** The names of the drawn runs on the charts, which are those in the list of runs. */
    static RunNames ofDrawn(ExperimentSettings settings, ComparedRuns runs) {
        RunNames drawn = new RunNames(settings, runs.drawn());
        return drawn.differingKeys.isEmpty()
                ? new RunNames(settings, runs.runsProperty().get())
                : drawn;
    }

    private void nameAutomatically() {
        Map<LocalizedText, Experiment> taken = new HashMap<>();
        Map<LocalizedText, Integer> repeats = new HashMap<>();
        Map<LocalizedText, Set<Experiment>> firstItems = new HashMap<>();
        for (ComparedRun run : runs) {
            List<LocalizedText> items = items(run);
            if (!items.isEmpty()) {
                firstItems
                        .computeIfAbsent(items.get(0), first -> new HashSet<>())
                        .add(run.experiment().withName(""));
            }
        }
        for (ComparedRun run : runs) {
            List<LocalizedText> items = items(run);
            boolean firstIsEnough = items.size() > MAX_SETTINGS
                    && firstItems.getOrDefault(items.get(0), Set.of()).size() == 1;
            LocalizedText plain = join(firstIsEnough ? items.subList(0, 1) : items, run);
            Experiment experiment = run.experiment().withName("");
            boolean ambiguous = !taken.computeIfAbsent(plain, key -> experiment).equals(experiment);
            int count = ambiguous ? 1 : repeats.merge(plain, 1, Integer::sum);
            automaticNames.put(
                    run.id(),
                    ambiguous
                            ? number(run)
                            : count == 1
                                    ? plain
                                    : LocalizedText.of("training.runs.again", plain, Integer.toString(count)));
        }
    }

    private List<LocalizedText> items(ComparedRun run) {
        return keysOf(run).stream().map(key -> item(key, value(key, run))).toList();
    }

    /** The settings that name a run: those in which it is unusual, otherwise those of the latest unusual run. */
    private List<String> keysOf(ComparedRun run) {
        List<String> own = unusual(run);
        for (int k = runs.size() - 1; k >= 0 && own.isEmpty(); k--) {
            own = unusual(runs.get(k));
        }
        return own.contains(SettingDifference.UNNAMED.nameKey()) ? List.of() : own;
    }

    private List<String> unusual(ComparedRun run) {
        List<String> keys = differingKeys.stream()
                .filter(key -> !value(key, run).equals(usualValues.get(key)))
                .toList();
        return keys.contains(SOURCE)
                ? keys.stream().filter(key -> !key.equals(POINTS)).toList()
                : keys;
    }

    /** The value that most runs have; of several, that of the first run. */
    private LocalizedText usualValue(String key) {
        Map<LocalizedText, Integer> counts = new LinkedHashMap<>();
        runs.forEach(run -> counts.merge(value(key, run), 1, Integer::sum));
        LocalizedText usual = value(key, runs.get(0));
        for (Map.Entry<LocalizedText, Integer> entry : counts.entrySet()) {
            usual = entry.getValue() > counts.getOrDefault(usual, 0) ? entry.getKey() : usual;
        }
        return usual;
    }

    private static LocalizedText join(List<LocalizedText> items, ComparedRun run) {
        if (items.isEmpty()) {
            return number(run);
        }
        LocalizedText first = items.get(0);
        if (items.size() == 1) {
            return first;
        }
        LocalizedText two = LocalizedText.of("training.marks", withSymbols(first), withSymbols(items.get(1)));
        return items.size() == MAX_SETTINGS
                ? two
                : LocalizedText.of("training.runs.more", two, Integer.toString(items.size() - MAX_SETTINGS));
    }

    /** The name with η for the learning rate and B for the batch size, where there is no room for words. */
    static LocalizedText withSymbols(LocalizedText name) {
        String symbol = SYMBOLS.get(name.key());
        if (symbol != null) {
            return LocalizedText.literal(symbol);
        }
        return new LocalizedText(
                name.key(),
                name.arguments().stream()
                        .map(argument -> argument instanceof LocalizedText nested ? withSymbols(nested) : argument)
                        .toList());
    }

    private static LocalizedText number(ComparedRun run) {
        return LocalizedText.of("training.runs.number", Integer.toString(run.number()));
    }

    private static LocalizedText item(String key, LocalizedText value) {
        return VALUE_ALONE.contains(key)
                ? value
                : LocalizedText.of("training.runs.by", LocalizedText.of(shortKey(key)), value);
    }

    /** The message key of a short name in the middle of a text. */
    private static String shortKey(String key) {
        return SHORT_NAMES.contains(key) ? key + ".brief" : key;
    }

    private LocalizedText value(String key, ComparedRun run) {
        return value(settings, key, run);
    }

    /** The value of a setting in a run; if it was changed during training, the first and the last value. */
    static LocalizedText value(ExperimentSettings settings, String nameKey, ComparedRun run) {
        List<ChangeMarker> changes = run.history().markers().stream()
                .filter(change -> change.nameKey().equals(nameKey))
                .toList();
        return changes.isEmpty()
                ? nameKey.equals(SOURCE)
                        ? ExperimentSummary.data(run.experiment())
                        : settings.describe(nameKey, run.experiment())
                : LocalizedText.of(
                        "training.runs.changed",
                        changes.get(0).oldValueText(),
                        changes.get(changes.size() - 1).newValueText());
    }
}
