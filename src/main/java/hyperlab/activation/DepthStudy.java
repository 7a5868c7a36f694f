package hyperlab.activation;

import hyperlab.activation.DepthSettings.DepthLine;
import hyperlab.diagnosis.SignalFlow;
import hyperlab.nn.Loss;
import hyperlab.nn.Network;
import hyperlab.nn.NetworkShape;
import hyperlab.random.RandomStream;
import hyperlab.train.IncrementalStudy;
import hyperlab.train.Quantiles;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;

/**
 * The signal through deep networks at initialization, before any training. Standard normal samples, with as many inputs
 * as a layer has units, pass through N hidden layers to {@value #CLASSES} evenly distributed classes with cross-entropy
 * loss. Network k of each line is initialized with seed + k; all lines use the same samples. {@link SignalFlow} defines
 * what is measured.
 *
 * @param lines the lines to compare
 * @param settings depth, width and number of seeds
 * @param seed of the first network
 */
public record DepthStudy(List<DepthLine> lines, DepthSettings settings, long seed)
        implements IncrementalStudy<DepthStudy.DepthLineResult> {
    /** The number of samples that pass through each network. */
    public static final int SAMPLES = 64;

    private static final int CLASSES = 10;
    private static final String STREAM = "signal";

    public DepthStudy {
        lines = List.copyOf(lines);
    }

    /**
     * The results of one line over the networks so far.
     *
     * @param forward signal of hidden layers 1 … N
     * @param backward gradient signal of hidden layers 1 … N, relative to that of layer N
     * @param factor geometric mean of the factor by which the gradient signal changes from one layer to the one before
     *     it
     * @param networks number of networks so far
     */
    public record DepthLineResult(
            DepthLine line, List<Quantiles> forward, List<Quantiles> backward, Quantiles factor, int networks) {
        public DepthLineResult {
            forward = List.copyOf(forward);
            backward = List.copyOf(backward);
        }
    }

    @Override
    public void run(PartialResultsListener<DepthLineResult> listener, BooleanSupplier cancelled) {
        List<List<SignalFlow>> signals = lines.stream()
                .map(line -> (List<SignalFlow>) new ArrayList<SignalFlow>())
                .toList();
        int networkCount = settings.seeds() * lines.size();
        for (int network = 0; network < settings.seeds(); network++) {
            for (int k = 0; k < lines.size(); k++) {
                if (cancelled.getAsBoolean()) {
                    return;
                }
                signals.get(k).add(measure(lines.get(k), network));
                listener.resultsChanged(lineResults(signals), (network * lines.size() + k + 1.0) / networkCount);
            }
        }
    }

    private SignalFlow measure(DepthLine line, int network) {
        int width = settings.width();
        NetworkShape shape = new NetworkShape(
                width, Collections.nCopies(settings.layers(), width), CLASSES, line.function(), 0, Loss.CROSS_ENTROPY);
        RandomStream stream = RandomStream.named(seed + network, STREAM);
        DMatrixRMaj features = new DMatrixRMaj(SAMPLES, width);
        for (int i = 0; i < features.data.length; i++) {
            features.data[i] = stream.nextGaussian();
        }
        double[] targets =
                IntStream.range(0, SAMPLES).mapToDouble(row -> row % CLASSES).toArray();
        return SignalFlow.of(
                new Network(shape, settings.initializer(line.initialization()), seed + network), features, targets);
    }

    private List<DepthLineResult> lineResults(List<List<SignalFlow>> signals) {
        List<DepthLineResult> flows = new ArrayList<>();
        for (int k = 0; k < lines.size(); k++) {
            List<SignalFlow> lineSignals = signals.get(k);
            if (!lineSignals.isEmpty()) {
                flows.add(new DepthLineResult(
                        lines.get(k),
                        spreads(lineSignals, SignalFlow::forward),
                        spreads(lineSignals, SignalFlow::backward),
                        Quantiles.of(lineSignals.stream()
                                .mapToDouble(SignalFlow::backwardGainPerLayer)
                                .toArray()),
                        lineSignals.size()));
            }
        }
        return List.copyOf(flows);
    }

    private List<Quantiles> spreads(List<SignalFlow> flows, Function<SignalFlow, double[]> part) {
        return IntStream.range(0, settings.layers())
                .mapToObj(l -> Quantiles.of(
                        flows.stream().mapToDouble(flow -> part.apply(flow)[l]).toArray()))
                .toList();
    }
}
