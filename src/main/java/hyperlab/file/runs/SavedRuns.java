package hyperlab.file.runs;

import hyperlab.train.Experiment;
import hyperlab.train.SeedRunResult;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Runs for comparison, and the results of their experiments over several seeds.
 *
 * @param runs in the order in which they are listed
 * @param seeds results over seeds for some of their experiments
 * @param roles which of them were played and compared with; null if that is not known
 */
public record SavedRuns(
        List<SavedRun> runs,
        List<MultiSeedRuns> seeds,
        @Nullable Roles roles) {
    public static final SavedRuns NONE = new SavedRuns(List.of(), List.of());

    public SavedRuns {
        runs = List.copyOf(runs);
        seeds = List.copyOf(seeds);
    }

    /** Runs whose roles are not known. */
    public SavedRuns(List<SavedRun> runs, List<MultiSeedRuns> seeds) {
        this(runs, seeds, null);
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
                        .toList(),
                roles);
    }

    /**
     * The roles of runs, as indices into the list of runs.
     *
     * @param live the run that was played; null if it is not listed, for example because it had not begun
     * @param reference the run that it was compared with; null if there was none or it is not listed
     */
    public record Roles(@Nullable Integer live, @Nullable Integer reference) {}

    /** The runs of one experiment with different seeds. */
    public record MultiSeedRuns(Experiment experiment, List<SeedRunResult> runs) {
        public MultiSeedRuns {
            runs = List.copyOf(runs);
        }
    }
}
