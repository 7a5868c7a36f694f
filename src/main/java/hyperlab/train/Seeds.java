package hyperlab.train;

import hyperlab.rule.Rules;

/**
 * An experiment under several random seeds, to tell what a setting does from what chance does.
 *
 * @param experiment that of the first run
 * @param count how many runs, 1 … {@value #MOST}
 */
public record Seeds(Experiment experiment, int count) {
    public static final int MOST = 256;

    public Seeds {
        Rules.wholeWithin("seeds", count, 1, MOST);
    }

    /**
     * The experiment of one run, from 0: run i has the seed + i; of an ensemble of m networks, which use m seeds each, the
     * seed + i·m, so that no two runs share a network.
     */
    public Experiment of(int run) {
        return experiment.withSeed(experiment.seed() + (long) run * experiment.ensemble());
    }
}
