package hyperlab.lab.training.run;

import hyperlab.lab.training.settings.ExperimentSettings;
import hyperlab.lab.training.settings.LocalizedText;
import hyperlab.lab.training.settings.SettingDifference;
import hyperlab.log.TrainingLog;
import hyperlab.playground.PlaygroundExperiment;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Statements about the displayed runs: how the others differ from the live run, and the result of comparing two
 * experiments over seeds.
 */
public final class RunSummaries {
    private final ExperimentSettings settings;
    private final ComparedRuns runs;
    private final SeedStudyViewModel seeds;
    private final Supplier<TrainingViewState> state;

    public RunSummaries(
            ExperimentSettings settings,
            ComparedRuns runs,
            SeedStudyViewModel seeds,
            Supplier<TrainingViewState> state) {
        this.settings = settings;
        this.runs = runs;
        this.seeds = seeds;
        this.state = state;
    }

    /** The other displayed runs, each with its name and its differences from the live run. */
    public List<LocalizedText> others() {
        List<LocalizedText> texts = new ArrayList<>();
        for (DisplayedRun shown : state.get().runs()) {
            PlaygroundExperiment original = shown.run().playground();
            TrainingLog log = shown.run().log();
            if (log != null) {
                texts.add(LocalizedText.of(
                        "training.alsoDrawn.log",
                        shown.name(),
                        LocalizedText.of("log.format." + log.format().fileName())));
            } else if (original != null) {
                texts.add(LocalizedText.of(
                        "training.alsoDrawn.original", original.link().text()));
            } else if (!shown.live()) {
                List<SettingDifference> differences = settings.differences(
                        runs.live().experiment(), shown.run().experiment());
                List<ChangeMarker> changes = shown.run().history().markers();
                boolean changed =
                        !changes.isEmpty() || !runs.live().history().markers().isEmpty();
                LocalizedText list =
                        LocalizedText.of(changed ? "training.alsoDrawn.same.start" : "training.alsoDrawn.same");
                for (int k = 0; k < differences.size(); k++) {
                    LocalizedText one = differences.get(k).description();
                    list = k == 0 ? one : LocalizedText.of("training.marks", list, one);
                }
                if (!changes.isEmpty()) {
                    list = LocalizedText.of("training.alsoDrawn.changed", list, ChangeMarker.listText(changes));
                }
                texts.add(LocalizedText.of("training.alsoDrawn", shown.name(), list));
            }
        }
        return texts;
    }

    /** The comparison over seeds of the live run and the run it is compared with; empty if it is not known. */
    public List<LocalizedText> seeds() {
        SeedComparisonText text = comparisonText();
        return text == null ? List.of() : text.all();
    }

    /** The same, for only the losses or only the accuracies, depending on the chart; empty for other charts. */
    public List<LocalizedText> seeds(StageChart chart) {
        SeedComparisonText text = comparisonText();
        return text == null ? List.of() : text.forChart(chart);
    }

    private @Nullable SeedComparisonText comparisonText() {
        ComparedRun base = runs.reference();
        ComparedRun live = runs.live();
        SeedStudyViewModel.SeedComparison comparison =
                base == null ? null : seeds.compare(base.experiment(), live.experiment());
        if (base == null || comparison == null) {
            return null;
        }
        RunNames names = new RunNames(settings, List.of(base, live));
        return new SeedComparisonText(comparison, names.experimentName(base), names.experimentName(live));
    }
}
