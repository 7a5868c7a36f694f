package hyperlab.peers;

import hyperlab.data.DataSet;
import hyperlab.data.DataSplitter;
import hyperlab.data.PredictionTask;
import hyperlab.file.Document;
import hyperlab.file.Documents;
import hyperlab.nn.Activation;
import hyperlab.optim.Adam;
import hyperlab.train.Experiment;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.encog.engine.network.activation.ActivationFunction;
import org.encog.engine.network.activation.ActivationLinear;
import org.encog.engine.network.activation.ActivationReLU;
import org.encog.engine.network.activation.ActivationSoftMax;
import org.encog.engine.network.activation.ActivationTANH;
import org.encog.ml.data.MLDataPair;
import org.encog.ml.data.basic.BasicMLDataSet;
import org.encog.neural.networks.BasicNetwork;
import org.encog.neural.networks.layers.BasicLayer;
import org.encog.neural.networks.training.propagation.sgd.StochasticGradientDescent;
import org.encog.neural.networks.training.propagation.sgd.update.AdamUpdate;
import org.encog.neural.networks.training.propagation.sgd.update.MomentumUpdate;

/**
 * Trains the network of an experiment file with Encog on the same data and prints the samples per second of the second
 * half of the time. Encog's mini-batch trainer is {@link StochasticGradientDescent}, which uses one thread.
 */
public final class EncogPeer {
    private static final double SECONDS = 4;

    private EncogPeer() {}

    /** Takes an experiment file; without arguments, prints the class path. */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length == 0) {
            System.out.println(System.getProperty("java.class.path"));
            return;
        }
        Path file = Path.of(arguments[0]);
        if (!(Documents.read(file) instanceof Document.OfExperiment document)) {
            throw new IllegalArgumentException(file + " is no experiment");
        }
        Experiment experiment = document.experiment();
        DataSet train = DataSplitter.loadAndSplit(
                        experiment.data(),
                        experiment.seed(),
                        file.toAbsolutePath().getParent())
                .train();
        System.out.println(samplesPerSecond(experiment, train));
    }

    private static double samplesPerSecond(Experiment experiment, DataSet train) {
        boolean classes = train.task() == PredictionTask.CLASSIFICATION;
        int inputs = train.features().numCols;
        BasicNetwork network = new BasicNetwork();
        network.addLayer(new BasicLayer(null, true, inputs));
        for (int units : experiment.network().hidden()) {
            network.addLayer(new BasicLayer(activation(experiment.network().activation()), true, units));
        }
        network.addLayer(new BasicLayer(
                classes ? new ActivationSoftMax() : new ActivationLinear(), false, classes ? train.outputs() : 1));
        network.getStructure().finalizeStructure();
        network.reset(1);

        double[][] input = new double[train.samples()][inputs];
        double[][] ideal = new double[train.samples()][train.outputs()];
        for (int row = 0; row < train.samples(); row++) {
            System.arraycopy(train.features().data, row * inputs, input[row], 0, inputs);
            ideal[row][classes ? (int) train.targets()[row] : 0] = classes ? 1 : train.targets()[row];
        }
        BasicMLDataSet data = new BasicMLDataSet(input, ideal);
        int batch = experiment.training().batchSize().samples();
        StochasticGradientDescent training = new StochasticGradientDescent(network, data);
        training.setLearningRate(experiment.training().learningRate());
        training.setMomentum(0);
        training.setUpdateRule(
                experiment.training().optimizer() instanceof Adam ? new AdamUpdate() : new MomentumUpdate());
        List<MLDataPair> pairs = new ArrayList<>();
        data.forEach(pairs::add);
        return measureSamplesPerSecond(() -> {
            for (int from = 0; from < pairs.size(); from += batch) {
                for (MLDataPair pair : pairs.subList(from, Math.min(pairs.size(), from + batch))) {
                    training.process(pair);
                }
                training.update();
            }
            return pairs.size();
        });
    }

    private static ActivationFunction activation(Activation activation) {
        return activation instanceof Activation.Tanh ? new ActivationTANH() : new ActivationReLU();
    }

    /** One epoch of training; returns its number of samples. */
    private interface Epoch {
        int train();
    }

    private static double measureSamplesPerSecond(Epoch epoch) {
        long start = System.nanoTime();
        long half = start + (long) (SECONDS / 2 * 1e9);
        while (System.nanoTime() < half) {
            epoch.train();
        }
        long before = System.nanoTime();
        long samples = 0;
        while (System.nanoTime() - before < SECONDS / 2 * 1e9) {
            samples += epoch.train();
        }
        return samples / ((System.nanoTime() - before) / 1e9);
    }
}
