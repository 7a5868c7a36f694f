package hyperlab.lab.map;

import hyperlab.data.DataSettings;
import hyperlab.file.Document;
import hyperlab.map.MapAxis;
import hyperlab.map.MapColor;
import hyperlab.map.MapSnapshot;
import hyperlab.map.MapSpecification;
import hyperlab.map.MapSubject;
import hyperlab.nn.Activation;
import hyperlab.nn.Loss;
import hyperlab.optim.Sgd;
import hyperlab.train.BatchSize;
import hyperlab.train.Experiment;
import hyperlab.train.NetworkSettings;
import hyperlab.train.TrainingSettings;
import hyperlab.tune.SearchDimension;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** A Map lab on one thread, and a small map. */
abstract class MapLabFixture {
    static final Experiment EXPERIMENT = Experiment.DEFAULT
            .withSeed(1)
            .withData(DataSettings.DEFAULT.withSamples(50))
            .withNetwork(NetworkSettings.DEFAULT.withHidden(List.of(4)).withActivation(new Activation.Tanh()))
            .withTraining(TrainingSettings.DEFAULT
                    .withLoss(Loss.SQUARED_ERROR)
                    .withOptimizer(Sgd.DEFAULT)
                    .withLearningRate(0.2)
                    .withBatchSize(new BatchSize(8))
                    .withEpochs(6));

    static final MapSpecification SMALL = new MapSpecification(
            new MapSubject.OfExperiment(EXPERIMENT),
            new MapAxis("training.learningRate", new SearchDimension.LogDimension(0.01, 100), 9),
            new MapAxis("training.batchSize", new SearchDimension.IntegerDimension(1, 32), 6, true),
            MapColor.TRAIN_LOSS);

    final List<String> rejected = new ArrayList<>();

    final MapViewModel lab =
            new MapViewModel((name, work) -> work.run(), 1, Runnable::run, error -> rejected.add(error.line()));

    MapViewState state() {
        return lab.viewStateProperty().get();
    }

    MapSnapshot snapshot() {
        return Objects.requireNonNull(state().snapshot());
    }

    void openSmall() {
        lab.open(new Document.OfMap(SMALL));
        lab.resume();
    }
}
