package hyperlab.file;

import hyperlab.train.Experiment;
import hyperlab.train.SeedRun;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Runs for comparison, and the results of their experiments over several seeds.
 *
 * @param runs in the order in which they are listed
 * @param seeds results over seeds for some of their experiments
 */
public record SavedRuns(List<SavedRun> runs, List<OverSeeds> seeds) {
    public static final SavedRuns NONE = new SavedRuns(List.of(), List.of());

    public SavedRuns {
        runs = List.copyOf(runs);
        seeds = List.copyOf(seeds);
    }

    public boolean isEmpty() {
        return runs.isEmpty() && seeds.isEmpty();
    }

    /** A copy with {@code other} applied to every experiment. */
    SavedRuns withEach(UnaryOperator<Experiment> other) {
        return new SavedRuns(
                runs.stream().map(run -> run.withEach(other)).toList(),
                seeds.stream()
                        .map(one -> new OverSeeds(other.apply(one.experiment()), one.runs()))
                        .toList());
    }

    /** The runs of one experiment with different seeds. */
    public record OverSeeds(Experiment experiment, List<SeedRun> runs) {
        public OverSeeds {
            runs = List.copyOf(runs);
        }
    }
}
