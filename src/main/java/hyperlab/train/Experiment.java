package hyperlab.train;

import hyperlab.data.DataSettings;

/**
 * All that decides a run: the same experiment gives the same history, bit for bit.
 *
 * @param name for people
 * @param seed drives every random draw through named streams
 * @param data where the data come from and how they are parted
 * @param network its shape and start
 * @param training how it learns
 */
public record Experiment(
        String name, long seed, DataSettings data, NetworkSettings network, TrainingSettings training) {
    public static final Experiment DEFAULT =
            new Experiment("", 42, DataSettings.DEFAULT, NetworkSettings.DEFAULT, TrainingSettings.DEFAULT);

    public Experiment withName(String newName) {
        return new Experiment(newName, seed, data, network, training);
    }

    public Experiment withSeed(long newSeed) {
        return new Experiment(name, newSeed, data, network, training);
    }

    public Experiment withData(DataSettings newData) {
        return new Experiment(name, seed, newData, network, training);
    }

    public Experiment withNetwork(NetworkSettings newNetwork) {
        return new Experiment(name, seed, data, newNetwork, training);
    }

    public Experiment withTraining(TrainingSettings newTraining) {
        return new Experiment(name, seed, data, network, newTraining);
    }
}
