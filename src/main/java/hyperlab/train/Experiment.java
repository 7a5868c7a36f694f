package hyperlab.train;

import hyperlab.data.DataSettings;
import hyperlab.rule.Checks;
import java.util.List;

/**
 * Everything that determines a run: the same experiment produces the same history, bit for bit.
 *
 * @param name a label for the user; it has no effect on the run
 * @param seed determines every random draw, through named streams
 * @param data where the data come from and how they are split
 * @param network architecture and initialization of the network
 * @param training how the network is trained
 * @param ensemble number of networks whose predictions are averaged, 1 … 64; each uses its own seed, counting up
 *     from {@code seed}
 */
public record Experiment(
        String name, long seed, DataSettings data, NetworkSettings network, TrainingSettings training, int ensemble) {
    public static final int MAX_MEMBERS = 64;
    public static final Experiment DEFAULT =
            new Experiment("", 42, DataSettings.DEFAULT, NetworkSettings.DEFAULT, TrainingSettings.DEFAULT, 1);

    public Experiment {
        Checks.wholeWithin("ensemble", ensemble, 1, MAX_MEMBERS);
    }

    public Experiment withName(String newName) {
        return new Experiment(newName, seed, data, network, training, ensemble);
    }

    public Experiment withSeed(long newSeed) {
        return new Experiment(name, newSeed, data, network, training, ensemble);
    }

    public Experiment withData(DataSettings newData) {
        return new Experiment(name, seed, newData, network, training, ensemble);
    }

    public Experiment withNetwork(NetworkSettings newNetwork) {
        return new Experiment(name, seed, data, newNetwork, training, ensemble);
    }

    public Experiment withTraining(TrainingSettings newTraining) {
        return new Experiment(name, seed, data, network, newTraining, ensemble);
    }

    public Experiment withEnsemble(int newEnsemble) {
        return new Experiment(name, seed, data, network, training, newEnsemble);
    }

    /** Returns the same experiment if the data are images; otherwise a copy without convolutional layers. */
    public Experiment withConvolutionsOnlyIf(boolean images) {
        return images ? this : withNetwork(network.withConvolutions(List.of()));
    }
}
