package hyperlab.activation;

import hyperlab.nn.Activation;
import hyperlab.nn.Initializer;
import hyperlab.rule.Checks;
import java.util.List;

/**
 * Settings of the deep networks that a signal is propagated through.
 *
 * @param layers number of hidden layers N, 2 … {@value #MOST_LAYERS}
 * @param width units of each hidden layer, and number of inputs, 2 … {@value #MOST_WIDTH}
 * @param compare what differs between the lines of the chart
 * @param start initialization of the weights when functions are compared
 * @param range of the uniform initialization, &gt; 0
 * @param seeds number of networks for each line, 1 … {@value #MOST_SEEDS}
 */
public record DepthSettings(int layers, int width, Compare compare, Start start, double range, int seeds) {
    public static final int MOST_LAYERS = 50;
    public static final int MOST_WIDTH = 256;
    public static final int MOST_SEEDS = 64;
    public static final DepthSettings DEFAULT = new DepthSettings(30, 64, Compare.FUNCTIONS, Start.AUTO, 0.5, 10);

    public DepthSettings {
        Checks.wholeWithin("layers", layers, 2, MOST_LAYERS);
        Checks.wholeWithin("width", width, 2, MOST_WIDTH);
        Checks.positive("range", range);
        Checks.wholeWithin("seeds", seeds, 1, MOST_SEEDS);
    }

    /** What differs between the lines of the chart. */
    public enum Compare {
        /** Compares the plotted functions, each with the same initialization. */
        FUNCTIONS("functions"),
        /** Compares initializations of the examined function. */
        STARTS("initializers");

        private final String fileName;

        Compare(String fileName) {
            this.fileName = fileName;
        }

        /** The name in files. */
        public String fileName() {
            return fileName;
        }
    }

    /** How the weights are initialized. */
    public enum Start {
        /** He for the ReLU family, Xavier otherwise. */
        AUTO("auto"),
        XAVIER("xavier"),
        HE("he"),
        UNIFORM("uniform");

        private final String fileName;

        Start(String fileName) {
            this.fileName = fileName;
        }

        /** The name in files. */
        public String fileName() {
            return fileName;
        }
    }

    /** The initializer for {@code kind}. */
    public Initializer initializer(Start kind) {
        return switch (kind) {
            case AUTO -> Initializer.Auto.DEFAULT;
            case XAVIER -> new Initializer.Xavier();
            case HE -> new Initializer.He();
            case UNIFORM -> new Initializer.Uniform(range);
        };
    }

    /** One line of the chart: a function and the initialization of its networks. */
    public record Line(Activation function, Start start) {}

    /**
     * Returns the lines to compare.
     *
     * @param functions the plotted functions; the first one is examined in detail
     */
    public List<Line> lines(List<Activation> functions) {
        if (compare == Compare.FUNCTIONS) {
            return functions.stream().map(function -> new Line(function, start)).toList();
        }
        return List.of(Start.XAVIER, Start.HE, Start.UNIFORM).stream()
                .map(kind -> new Line(functions.get(0), kind))
                .toList();
    }

    public DepthSettings withLayers(int newLayers) {
        return new DepthSettings(newLayers, width, compare, start, range, seeds);
    }

    public DepthSettings withWidth(int newWidth) {
        return new DepthSettings(layers, newWidth, compare, start, range, seeds);
    }

    public DepthSettings withCompare(Compare newCompare) {
        return new DepthSettings(layers, width, newCompare, start, range, seeds);
    }

    public DepthSettings withStart(Start newStart) {
        return new DepthSettings(layers, width, compare, newStart, range, seeds);
    }

    public DepthSettings withRange(double newRange) {
        return new DepthSettings(layers, width, compare, start, newRange, seeds);
    }

    public DepthSettings withSeeds(int newSeeds) {
        return new DepthSettings(layers, width, compare, start, range, newSeeds);
    }
}
