package hyperlab.train;

import hyperlab.rule.Checks;

/**
 * An experiment under several random seeds. The spread over the seeds separates the effect of a setting from chance.
 *
 * @param experiment the experiment of the first run
 * @param count number of runs, 1 … {@value #MAX_SEEDS}
 */
public record SeededExperiments(Experiment experiment, int count) {
    public static final int MAX_SEEDS = 256;

    public SeededExperiments {
        Checks.wholeWithin("seeds", count, 1, MAX_SEEDS);
    }

    /**
     * The experiment of a run, counted from 0. Run i uses seed + i. An ensemble of m networks uses m seeds per run, so
     * its run i uses seed + i·m; no two runs share a network.
     */
    public Experiment experimentOf(int run) {
        return experiment.withSeed(experiment.seed() + (long) run * experiment.ensemble());
    }
}
