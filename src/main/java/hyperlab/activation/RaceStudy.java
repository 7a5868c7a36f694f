package hyperlab.activation;

import hyperlab.data.DataSet;
import hyperlab.diagnosis.PriorLoss;
import hyperlab.nn.Activation;
import hyperlab.train.Spread;
import hyperlab.train.Study;
import hyperlab.train.TrainingSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/**
 * The same network on the same data under several activation functions, each from the same seeds: losses and accuracy by
 * epoch. A training that has diverged counts as worse than every other.
 *
 * @param choice data, network and training
 * @param functions the racers
 * @param seed of the first training each
 * @param threads at most so many trainings are under way at once
 * @param executor lends the threads beside the calling one
 */
public record RaceStudy(TrainingChoice choice, List<Activation> functions, long seed, int threads, Executor executor)
        implements Study<RaceStudy.Lane> {
    public RaceStudy {
        functions = List.copyOf(functions);
    }

    /**
     * Of one function, from epoch 0 to as far as it has come.
     *
     * @param trainLoss over the whole training part
     * @param validationLoss over the validation part
     * @param accuracy of the validation part, in [0, 1]; NaN for regression
     * @param diverged how many trainings have diverged by then
     * @param guess the training loss of always answering with the classes' shares, or the mean: what a network that has
     *     learned nothing of its inputs comes to
     */
    public record Lane(
            Activation function,
            List<Spread> trainLoss,
            List<Spread> validationLoss,
            List<Spread> accuracy,
            List<Integer> diverged,
            double guess) {
        public Lane {
            trainLoss = List.copyOf(trainLoss);
            validationLoss = List.copyOf(validationLoss);
            accuracy = List.copyOf(accuracy);
            diverged = List.copyOf(diverged);
        }

        /** Finished epochs. */
        public int epochs() {
            return trainLoss.size() - 1;
        }
    }

    @Override
    public void run(Listener<Lane> listener, BooleanSupplier cancelled) {
        SideBySide runs = new SideBySide(choice, functions, seed, threads, executor);
        DataSet train = runs.partition(0).train();
        double guess = PriorLoss.of(train, train, TrainingSettings.DEFAULT.lossFor(train.task()));
        List<Track> tracks =
                IntStream.range(0, functions.size()).mapToObj(Track::new).toList();
        for (int epoch = 0; epoch <= choice.epochs(); epoch++) {
            if (epoch > 0) {
                runs.epoch(cancelled);
            }
            if (cancelled.getAsBoolean()) {
                return;
            }
            tracks.forEach(track -> track.add(runs));
            listener.found(tracks.stream().map(track -> track.lane(guess)).toList(), (double) epoch / choice.epochs());
        }
    }

    private final class Track {
        private final int place;
        private final List<Spread> trainLoss = new ArrayList<>();
        private final List<Spread> validationLoss = new ArrayList<>();
        private final List<Spread> accuracy = new ArrayList<>();
        private final List<Integer> diverged = new ArrayList<>();

        Track(int place) {
            this.place = place;
        }

        void add(SideBySide runs) {
            trainLoss.add(Spread.of(runs.numbers(place, run -> run.report().trainLoss())));
            validationLoss.add(Spread.of(runs.numbers(place, run -> run.report().validationLoss())));
            accuracy.add(Spread.of(runs.of(place).stream()
                    .mapToDouble(run -> run.report().validationAccuracy())
                    .toArray()));
            diverged.add(runs.diverged(place));
        }

        Lane lane(double guess) {
            return new Lane(functions.get(place), trainLoss, validationLoss, accuracy, diverged, guess);
        }
    }
}
