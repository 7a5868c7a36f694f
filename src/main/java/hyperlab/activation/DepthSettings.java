package hyperlab.activation;

import hyperlab.nn.Activation;
import hyperlab.nn.layer.Initializer;
import hyperlab.rule.Checks;
import java.util.List;

/**
 * Settings of the deep networks that a signal is propagated through.
 *
 * @param layers number of hidden layers N, 2 … {@value #MAX_LAYERS}
 * @param width units of each hidden layer, and number of inputs, 2 … {@value #MAX_WIDTH}
 * @param comparison what differs between the lines of the chart
 * @param initialization initialization of the weights when functions are compared
 * @param range of the uniform initialization, &gt; 0
 * @param seeds number of networks for each line, 1 … {@value #MAX_SEEDS}
 */
public record DepthSettings(
        int layers,
        int width,
        DepthComparison comparison,
        WeightInitialization initialization,
        double range,
        int seeds) {
    public static final int MAX_LAYERS = 50;
    public static final int MAX_WIDTH = 256;
    public static final int MAX_SEEDS = 64;
    public static final DepthSettings DEFAULT =
            new DepthSettings(30, 64, DepthComparison.FUNCTIONS, WeightInitialization.AUTO, 0.5, 10);

    public DepthSettings {
        Checks.wholeWithin("layers", layers, 2, MAX_LAYERS);
        Checks.wholeWithin("width", width, 2, MAX_WIDTH);
        Checks.positive("range", range);
        Checks.wholeWithin("seeds", seeds, 1, MAX_SEEDS);
    }

    /** What differs between the lines of the chart. */
    public enum DepthComparison {
        /** Compares the plotted functions, each with the same initialization. */
        FUNCTIONS("functions"),
        /** Compares initializations of the examined function. */
        INITIALIZATIONS("initializers");

        private final String fileName;

        DepthComparison(String fileName) {
            this.fileName = fileName;
        }

        /** The name in files. */
        public String fileName() {
            return fileName;
        }
    }

    /** How the weights are initialized. */
    public enum WeightInitialization {
        /** He for the ReLU family, Xavier otherwise. */
        AUTO("auto"),
        XAVIER("xavier"),
        HE("he"),
        UNIFORM("uniform");

        private final String fileName;

        WeightInitialization(String fileName) {
            this.fileName = fileName;
        }

        /** The name in files. */
        public String fileName() {
            return fileName;
        }
    }

    /** The initializer for {@code kind}. */
    public Initializer initializer(WeightInitialization kind) {
        return switch (kind) {
            case AUTO -> Initializer.Auto.DEFAULT;
            case XAVIER -> new Initializer.Xavier();
            case HE -> new Initializer.He();
            case UNIFORM -> new Initializer.Uniform(range);
        };
    }

    /** One line of the chart: a function and the initialization of its networks. */
    public record DepthLine(Activation function, WeightInitialization initialization) {}

    /**
     * Returns the lines to compare.
     *
     * @param functions the plotted functions; the first one is examined in detail
     */
    public List<DepthLine> lines(List<Activation> functions) {
        if (comparison == DepthComparison.FUNCTIONS) {
            return functions.stream()
                    .map(function -> new DepthLine(function, initialization))
                    .toList();
        }
        return List.of(WeightInitialization.XAVIER, WeightInitialization.HE, WeightInitialization.UNIFORM).stream()
                .map(kind -> new DepthLine(functions.get(0), kind))
                .toList();
    }

    public DepthSettings withLayers(int newLayers) {
        return new DepthSettings(newLayers, width, comparison, initialization, range, seeds);
    }

    public DepthSettings withWidth(int newWidth) {
        return new DepthSettings(layers, newWidth, comparison, initialization, range, seeds);
    }

    public DepthSettings withComparison(DepthComparison newComparison) {
        return new DepthSettings(layers, width, newComparison, initialization, range, seeds);
    }

    public DepthSettings withInitialization(WeightInitialization newInitialization) {
        return new DepthSettings(layers, width, comparison, newInitialization, range, seeds);
    }

    public DepthSettings withRange(double newRange) {
        return new DepthSettings(layers, width, comparison, initialization, newRange, seeds);
    }

    public DepthSettings withSeeds(int newSeeds) {
        return new DepthSettings(layers, width, comparison, initialization, range, newSeeds);
    }
}
