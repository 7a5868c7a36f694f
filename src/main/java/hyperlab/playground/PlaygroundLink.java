package hyperlab.playground;

import hyperlab.data.PredictionTask;
import hyperlab.rule.Checks;
import hyperlab.rule.InvalidInputException;
import hyperlab.rule.Rule;
import hyperlab.train.NetworkSettings;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A parsed TensorFlow Playground link: every key with its value or its default. Numbers are not limited to the ranges
 * of the original's controls, because a link can contain any number.
 *
 * @param data the points
 * @param network the network
 * @param training the training settings
 * @param display settings that affect only the page
 */
public record PlaygroundLink(
        DataOptions data, NetworkOptions network, TrainingOptions training, DisplayOptions display) {
    /** The address of the original. */
    public static final String PAGE = "https://playground.tensorflow.org/#";

    /** The defaults for missing keys. The default seed is empty, because the original then draws one. */
    static final PlaygroundLink DEFAULT = new PlaygroundLink(
            new DataOptions(PredictionTask.CLASSIFICATION, PlaygroundData.CIRCLE, PlaygroundData.REG_PLANE, 0, 50, ""),
            new NetworkOptions(
                    EnumSet.of(PlaygroundInput.X, PlaygroundInput.Y), List.of(4, 2), PlaygroundActivation.TANH, false),
            new TrainingOptions(0.03, 10, PlaygroundRegularization.NONE, 0),
            new DisplayOptions(false, false, false, false, false, false, null, new TreeSet<>()));

    /**
     * The points of a link.
     *
     * @param problem key {@code problem}: which of the two data sets is used
     * @param classification key {@code dataset}
     * @param regression key {@code regDataset}
     * @param noise key {@code noise}, in percent, 0 … 80
     * @param percTrainData key {@code percTrainData}: percentage of training points; each part must have at least one
     *     point
     * @param seed key {@code seed}: any text
     */
    public record DataOptions(
            PredictionTask problem,
            PlaygroundData classification,
            PlaygroundData regression,
            double noise,
            double percTrainData,
            String seed) {
        static final double MAX_NOISE = 80;

        public DataOptions {
            Checks.within("noise", noise, 0, MAX_NOISE);
            Checks.finite("percTrainData", percTrainData);
            int points = (problem == PredictionTask.CLASSIFICATION ? classification : regression).samples();
            int training = trainingCount(points, percTrainData);
            if (training < 1 || training >= points) {
                throw new InvalidInputException(
                        "percTrainData", Rule.SPLIT_ROWS, points, PlaygroundLinkWriter.number(percTrainData));
            }
        }

        /** The data set for the problem. */
        public PlaygroundData dataSet() {
            return problem == PredictionTask.CLASSIFICATION ? classification : regression;
        }

        /** The number of training points: ⌊n·percent/100⌋, taken from the start. */
        public int trainingCount() {
            return trainingCount(dataSet().samples(), percTrainData);
        }

        private static int trainingCount(int points, double percent) {
            return (int) Math.floor(points * percent / 100);
        }
    }

    /**
     * The network of a link.
     *
     * @param inputs keys {@code x}, {@code y}, {@code xSquared}, {@code ySquared}, {@code xTimesY}, {@code sinX},
     *     {@code sinY}; may be empty
     * @param hidden key {@code networkShape}: the number of units in each hidden layer, at most 16 layers of 1 … 4,096
     * @param activation key {@code activation}: for hidden layers; the output uses tanh for classification and linear
     *     for regression
     * @param initZero key {@code initZero}: whether weights and biases start at 0
     */
    public record NetworkOptions(
            Set<PlaygroundInput> inputs, List<Integer> hidden, PlaygroundActivation activation, boolean initZero) {
        public NetworkOptions {
            EnumSet<PlaygroundInput> ordered = EnumSet.noneOf(PlaygroundInput.class);
            ordered.addAll(inputs);
            inputs = Collections.unmodifiableSet(ordered);
            hidden = List.copyOf(hidden);
            if (hidden.size() > NetworkSettings.MAX_LAYERS) {
                throw new InvalidInputException(
                        "networkShape", Rule.AT_MOST_LAYERS, NetworkSettings.MAX_LAYERS, hidden.size());
            }
            for (int units : hidden) {
                Checks.wholeWithin("networkShape", units, 1, NetworkSettings.MAX_UNITS);
            }
        }
    }

    /**
     * The training settings of a link.
     *
     * @param learningRate key {@code learningRate}, finite
     * @param batchSize key {@code batchSize}, finite: there is an update after sample i = 0, 1, … of an epoch if (i +
     *     1) mod batchSize = 0, so there are no updates for 0
     * @param regularization key {@code regularization}
     * @param regularizationRate key {@code regularizationRate}, finite
     */
    public record TrainingOptions(
            double learningRate, double batchSize, PlaygroundRegularization regularization, double regularizationRate) {
        public TrainingOptions {
            Checks.finite("learningRate", learningRate);
            Checks.finite("batchSize", batchSize);
            Checks.finite("regularizationRate", regularizationRate);
        }
    }

    /**
     * Settings that do not change the training.
     *
     * @param cosX key {@code cosX}, which has no effect in the original
     * @param cosY key {@code cosY}, which has no effect in the original
     * @param collectStats key {@code collectStats}, which has no effect in the original
     * @param showTestData key {@code showTestData}
     * @param discretize key {@code discretize}
     * @param hideText key {@code hideText}
     * @param tutorial key {@code tutorial}: a page's name; null if there is none
     * @param hidden the controls hidden by {@code NAME_hide=true}; a hidden input is not used by the network
     */
    public record DisplayOptions(
            boolean cosX,
            boolean cosY,
            boolean collectStats,
            boolean showTestData,
            boolean discretize,
            boolean hideText,
            @Nullable String tutorial,
            SortedSet<String> hidden) {
        public DisplayOptions {
            hidden = Collections.unmodifiableSortedSet(new TreeSet<>(hidden));
        }
    }

    /**
     * Parses a link as leniently as the original. The keys are the text after the first {@code #}, or the whole text if
     * there is none, as {@code key=value} joined by {@code &}; nothing is decoded. Unknown keys and names are ignored,
     * blank values mean the default, and the last of several equal keys counts.
     *
     * @param random returns a number in [0, 1); called once if the link has no seed, and the seed is then this number
     *     with five decimals
     * @throws InvalidInputException if the text is not a link, a value is not a number, the original could not train
     *     with a value, or the network is larger than Hyperlab supports
     */
    public static PlaygroundLink parse(String link, DoubleSupplier random) {
        return new PlaygroundLinkReader(link).read(random);
    }

    /**
     * The entries of a link that {@link #parse} ignored or replaced, as they were written: unknown keys, and values
     * that mean something else now.
     *
     * @throws InvalidInputException if no key is known, so that the text is no Playground link
     */
    public static List<String> replacedEntries(String link, PlaygroundLink parsed) {
        Map<String, @Nullable String> given = PlaygroundLinkReader.entries(link);
        Map<String, @Nullable String> used = PlaygroundLinkReader.entries(parsed.text());
        List<String> replaced = new ArrayList<>();
        int known = 0;
        for (Map.Entry<String, @Nullable String> entry : given.entrySet()) {
            String value = entry.getValue();
            if (value == null || value.isBlank()) {
                continue;
            }
            boolean isKnown = used.containsKey(entry.getKey())
                    || entry.getKey().endsWith(PlaygroundLinkReader.HIDE_SUFFIX)
                    || entry.getKey().equals("tutorial");
            known += isKnown ? 1 : 0;
            String now = used.get(entry.getKey());
            if (!isKnown || (now != null && !isSame(value, now))) {
                replaced.add(entry.getKey() + "=" + value);
            }
        }
        if (known == 0 && !replaced.isEmpty()) {
            throw new InvalidInputException("link", Rule.PLAYGROUND_LINK, link);
        }
        return replaced;
    }

    /** Whether two values are the same text or the same number. */
    private static boolean isSame(String one, String other) {
        if (one.equals(other)) {
            return true;
        }
        try {
            return Double.parseDouble(one) == Double.parseDouble(other);
        } catch (NumberFormatException noNumber) {
            return false;
        }
    }

    /** Formats the link with every key, as the original does. Parsing the text returns an equal link. */
    public String text() {
        return PAGE + PlaygroundLinkWriter.keys(this);
    }
}
