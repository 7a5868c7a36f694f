package hyperlab.app.training;

import hyperlab.playground.PlaygroundExperiment;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Statements about the displayed runs: how the others differ from the live run, and the result of comparing two
 * experiments over seeds.
 */
final class RunsSaid {
    private final ExperimentSettings settings;
    private final Runs runs;
    private final SeedRuns seeds;
    private final Supplier<Picture> picture;

    RunsSaid(ExperimentSettings settings, Runs runs, SeedRuns seeds, Supplier<Picture> picture) {
        this.settings = settings;
        this.runs = runs;
        this.seeds = seeds;
        this.picture = picture;
    }

    /** The other displayed runs, each with its name and its differences from the live run. */
    List<Words> others() {
        List<Words> said = new ArrayList<>();
        for (ShownRun shown : picture.get().runs()) {
            PlaygroundExperiment original = shown.run().original();
            if (original != null) {
                said.add(Words.of("training.alsoDrawn.original", original.link().text()));
            } else if (!shown.live()) {
                List<Difference> differences = settings.differences(
                        runs.live().experiment(), shown.run().experiment());
                Words list = Words.of("training.alsoDrawn.same");
                for (int k = 0; k < differences.size(); k++) {
                    Words one = differences.get(k).said();
                    list = k == 0 ? one : Words.of("training.marks", list, one);
                }
                said.add(Words.of("training.alsoDrawn", shown.name(), list));
            }
        }
        return said;
    }

    /** The comparison over seeds of the live run and the run it is compared with; empty if it is not known. */
    List<Words> seeds() {
        SeedWords words = words();
        return words == null ? List.of() : words.all();
    }

    /** The same, for only the losses or only the accuracies, depending on the chart; empty for other charts. */
    List<Words> seeds(StageChart chart) {
        SeedWords words = words();
        return words == null ? List.of() : words.of(chart);
    }

    private @Nullable SeedWords words() {
        KeptRun base = runs.base();
        KeptRun live = runs.live();
        SeedRuns.Comparison comparison = base == null ? null : seeds.compare(base.experiment(), live.experiment());
        if (base == null || comparison == null) {
            return null;
        }
        RunNames names = new RunNames(settings, List.of(base, live));
        return new SeedWords(comparison, names.brief(base), names.brief(live));
    }
}
