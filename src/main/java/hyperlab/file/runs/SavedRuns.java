package hyperlab.file.runs;

import hyperlab.train.Experiment;
import hyperlab.train.SeedRunResult;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Runs for comparison, and the results of their experiments over several seeds.
 *
 * @param runs in the order in which they are listed
 * @param seeds results over seeds for some of their experiments
 */
public record SavedRuns(List<SavedRun> runs, List<MultiSeedRuns> seeds) {
    public static final SavedRuns NONE = new SavedRuns(List.of(), List.of());

    public SavedRuns {
        runs = List.copyOf(runs);
        seeds = List.copyOf(seeds);
    }

    public boolean isEmpty() {
        return runs.isEmpty() && seeds.isEmpty();
    }

    /** A copy with {@code other} applied to every experiment. */
    public SavedRuns mapExperiments(UnaryOperator<Experiment> mapper) {
        return new SavedRuns(
                runs.stream().map(run -> run.mapExperiments(mapper)).toList(),
                seeds.stream()
                        .map(multiSeedRuns ->
                                new MultiSeedRuns(mapper.apply(multiSeedRuns.experiment()), multiSeedRuns.runs()))
                        .toList());
    }

    /** The runs of one experiment with different seeds. */
    public record MultiSeedRuns(Experiment experiment, List<SeedRunResult> runs) {
        public MultiSeedRuns {
            runs = List.copyOf(runs);
        }
    }
}
