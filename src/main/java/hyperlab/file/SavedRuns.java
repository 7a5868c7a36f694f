package hyperlab.file;

import hyperlab.train.Experiment;
import hyperlab.train.SeedRun;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Runs that are compared, and what is known of their experiments over seeds.
 *
 * @param runs in the order in which they are listed
 * @param seeds of some of their experiments
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

    /** The same with another experiment for each that is told of. */
    SavedRuns withEach(UnaryOperator<Experiment> other) {
        return new SavedRuns(
                runs.stream().map(run -> run.withEach(other)).toList(),
                seeds.stream()
                        .map(one -> new OverSeeds(other.apply(one.experiment()), one.runs()))
                        .toList());
    }

    /** One experiment's runs, each under another seed. */
    public record OverSeeds(Experiment experiment, List<SeedRun> runs) {
        public OverSeeds {
            runs = List.copyOf(runs);
        }
    }
}
