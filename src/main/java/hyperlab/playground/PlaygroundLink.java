package hyperlab.playground;

import hyperlab.data.Task;
import hyperlab.rule.Refusal;
import hyperlab.rule.Rules;
import hyperlab.train.NetworkSettings;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A TensorFlow Playground link as it is meant: every key with its value or its default. Numbers are not bounded as the
 * original's controls bound them, for a link may hold any.
 *
 * @param data the points
 * @param network what sees them
 * @param training how it learns
 * @param display what changes nothing but the page
 */
public record PlaygroundLink(Data data, Network network, Training training, Display display) {
    /** Where the original is. */
    public static final String PAGE = "https://playground.tensorflow.org/#";

    /** What a link without any key says; its seed is empty, as the original then draws one. */
    static final PlaygroundLink DEFAULT = new PlaygroundLink(
            new Data(Task.CLASSIFICATION, PlaygroundData.CIRCLE, PlaygroundData.REG_PLANE, 0, 50, ""),
            new Network(
                    EnumSet.of(PlaygroundInput.X, PlaygroundInput.Y), List.of(4, 2), PlaygroundActivation.TANH, false),
            new Training(0.03, 10, PlaygroundRegularization.NONE, 0),
            new Display(false, false, false, false, false, false, null, new TreeSet<>()));

    /**
     * The points of a link.
     *
     * @param problem key {@code problem}: which of the two data sets is meant
     * @param classification key {@code dataset}
     * @param regression key {@code regDataset}
     * @param noise key {@code noise}, in percent, 0 … 80
     * @param percTrainData key {@code percTrainData}: percent of the points that train; leaves at least one to each part
     * @param seed key {@code seed}: any text
     */
    public record Data(
            Task problem,
            PlaygroundData classification,
            PlaygroundData regression,
            double noise,
            double percTrainData,
            String seed) {
        static final double MOST_NOISE = 80;

        public Data {
            Rules.within("noise", noise, 0, MOST_NOISE);
            Rules.finite("percTrainData", percTrainData);
            int points = (problem == Task.CLASSIFICATION ? classification : regression).samples();
            int training = training(points, percTrainData);
            if (training < 1 || training >= points) {
                throw new Refusal(
                        "percTrainData",
                        "must leave at least one of " + points + " rows to each part, got "
                                + LinkWriter.number(percTrainData));
            }
        }

        /** The data set that the problem asks for. */
        public PlaygroundData chosen() {
            return problem == Task.CLASSIFICATION ? classification : regression;
        }

        /** How many of the points train: the first ⌊n·percent/100⌋. */
        int training() {
            return training(chosen().samples(), percTrainData);
        }

        private static int training(int points, double percent) {
            return (int) Math.floor(points * percent / 100);
        }
    }

    /**
     * The network of a link.
     *
     * @param inputs keys {@code x}, {@code y}, {@code xSquared}, {@code ySquared}, {@code xTimesY}, {@code sinX},
     *     {@code sinY}; may be none
     * @param hidden key {@code networkShape}: units of each hidden layer, at most 16 layers of 1 … 4,096
     * @param activation key {@code activation}, of hidden layers; the output's is tanh for classes, linear for regression
     * @param initZero key {@code initZero}: whether weights and biases start at 0
     */
    public record Network(
            Set<PlaygroundInput> inputs, List<Integer> hidden, PlaygroundActivation activation, boolean initZero) {
        public Network {
            EnumSet<PlaygroundInput> ordered = EnumSet.noneOf(PlaygroundInput.class);
            ordered.addAll(inputs);
            inputs = Collections.unmodifiableSet(ordered);
            hidden = List.copyOf(hidden);
            if (hidden.size() > NetworkSettings.MOST_LAYERS) {
                throw new Refusal("networkShape", "at most " + NetworkSettings.MOST_LAYERS + " layers", hidden.size());
            }
            for (int units : hidden) {
                Rules.wholeWithin("networkShape", units, 1, NetworkSettings.MOST_UNITS);
            }
        }
    }

    /**
     * The training of a link.
     *
     * @param learningRate key {@code learningRate}, finite
     * @param batchSize key {@code batchSize}, finite: an update follows sample i = 0, 1, … of an epoch where
     *     (i + 1) mod batchSize = 0, so never for 0
     * @param regularization key {@code regularization}
     * @param regularizationRate key {@code regularizationRate}, finite
     */
    public record Training(
            double learningRate, double batchSize, PlaygroundRegularization regularization, double regularizationRate) {
        public Training {
            Rules.finite("learningRate", learningRate);
            Rules.finite("batchSize", batchSize);
            Rules.finite("regularizationRate", regularizationRate);
        }
    }

    /**
     * What changes no number of the training.
     *
     * @param cosX key {@code cosX}, without effect in the original
     * @param cosY key {@code cosY}, likewise
     * @param collectStats key {@code collectStats}, likewise
     * @param showTestData key {@code showTestData}
     * @param discretize key {@code discretize}
     * @param hideText key {@code hideText}
     * @param tutorial key {@code tutorial}: a page's name; null for none
     * @param hidden controls that {@code NAME_hide=true} hides; an input among them is none of the network's
     */
    public record Display(
            boolean cosX,
            boolean cosY,
            boolean collectStats,
            boolean showTestData,
            boolean discretize,
            boolean hideText,
            @Nullable String tutorial,
            SortedSet<String> hidden) {
        public Display {
            hidden = Collections.unmodifiableSortedSet(new TreeSet<>(hidden));
        }
    }

    /**
     * Reads a link as the original does, leniently: what follows the first {@code #}, or the whole text where there is
     * none, as {@code key=value} joined by {@code &}, nothing decoded. Unknown keys and unknown names are passed over,
     * blank values stand for the default, of a key given twice the last counts.
     *
     * @param random in [0, 1), asked once where the link has no seed, which then is this number to five decimals
     * @throws Refusal where the text is no link; where a number is none or the original could not train
     *     with it; or where the shape is beyond what Hyperlab trains
     */
    public static PlaygroundLink parse(String link, DoubleSupplier random) {
        return new LinkReader(link).read(random);
    }

    /** The link with every key, as the original writes it: read again, it is this one. */
    public String text() {
        return PAGE + LinkWriter.keys(this);
    }
}
