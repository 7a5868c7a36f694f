package hyperlab.playground;

import hyperlab.data.PredictionTask;
import hyperlab.rule.InvalidInputException;
import hyperlab.rule.Rule;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.DoubleSupplier;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Parses the keys of a link, each according to its type. */
final class PlaygroundLinkReader {
    static final String HIDE_SUFFIX = "_hide";

    private static final int SEED_DECIMALS = 5;
    private static final double FALLBACK_NOISE = 50;
    private static final int MAX_QUOTED_LENGTH = 60;

    /** Values by key; null for a key without an equals sign. */
    private final Map<String, @Nullable String> values;

    PlaygroundLinkReader(String link) {
        values = entries(link);
    }

    /** The values of a link by key, in the order of the link; null for a key without an equals sign. */
    static Map<String, @Nullable String> entries(String link) {
        Map<String, @Nullable String> entries = new LinkedHashMap<>();
        for (String pair : keys(link).split("&", -1)) {
            String[] parts = pair.split("=", -1);
            entries.put(parts[0], parts.length > 1 ? parts[1] : null);
        }
        return entries;
    }

    private static String keys(String link) {
        String text = link.strip();
        int hash = text.indexOf('#');
        if (hash >= 0) {
            return text.substring(hash + 1);
        }
        if (text.contains("://")) {
            return "";
        }
        if (text.contains("=")) {
            return text;
        }
        throw new InvalidInputException("link", Rule.PLAYGROUND_LINK, quote(link));
    }

    PlaygroundLink read(DoubleSupplier random) {
        PlaygroundLink.DataOptions data = PlaygroundLink.DEFAULT.data();
        PlaygroundLink.TrainingOptions training = PlaygroundLink.DEFAULT.training();
        SortedSet<String> hidden = hidden();
        return new PlaygroundLink(
                data(data, random),
                network(hidden),
                new PlaygroundLink.TrainingOptions(
                        number("learningRate", training.learningRate()),
                        number("batchSize", training.batchSize()),
                        oneOf(
                                "regularization",
                                PlaygroundRegularization.values(),
                                PlaygroundRegularization::fileName,
                                training.regularization()),
                        number("regularizationRate", training.regularizationRate())),
                new PlaygroundLink.DisplayOptions(
                        flag("cosX", false),
                        flag("cosY", false),
                        flag("collectStats", false),
                        flag("showTestData", false),
                        flag("discretize", false),
                        flag("hideText", false),
                        text("tutorial"),
                        hidden));
    }

    private PlaygroundLink.DataOptions data(PlaygroundLink.DataOptions fallback, DoubleSupplier random) {
        String seed = text("seed");
        return new PlaygroundLink.DataOptions(
                oneOf("problem", PredictionTask.values(), PredictionTask::fileName, fallback.problem()),
                dataSet("dataset", PredictionTask.CLASSIFICATION, fallback.classification()),
                dataSet("regDataset", PredictionTask.REGRESSION, fallback.regression()),
                noise(fallback.noise()),
                number("percTrainData", fallback.percTrainData()),
                seed == null ? randomSeed(random) : seed);
    }

    private PlaygroundData dataSet(String key, PredictionTask task, PlaygroundData fallback) {
        PlaygroundData named = oneOf(key, PlaygroundData.values(), PlaygroundData::fileName, fallback);
        return named.task() == task ? named : fallback;
    }

    private PlaygroundLink.NetworkOptions network(Set<String> hidden) {
        PlaygroundLink.NetworkOptions fallback = PlaygroundLink.DEFAULT.network();
        EnumSet<PlaygroundInput> inputs = EnumSet.noneOf(PlaygroundInput.class);
        for (PlaygroundInput input : PlaygroundInput.values()) {
            boolean on = flag(input.fileName(), fallback.inputs().contains(input));
            if (on && !hidden.contains(input.fileName())) {
                inputs.add(input);
            }
        }
        return new PlaygroundLink.NetworkOptions(
                inputs,
                shape(fallback.hidden()),
                oneOf(
                        "activation",
                        PlaygroundActivation.values(),
                        PlaygroundActivation::fileName,
                        fallback.activation()),
                flag("initZero", false));
    }

    /** Formats a random number like JavaScript's {@code Math.random().toFixed(5)}. */
    private static String randomSeed(DoubleSupplier random) {
        return new BigDecimal(random.getAsDouble())
                .setScale(SEED_DECIMALS, RoundingMode.HALF_UP)
                .toPlainString();
    }

    private SortedSet<String> hidden() {
        SortedSet<String> hidden = new TreeSet<>();
        values.forEach((key, value) -> {
            if (key.endsWith(HIDE_SUFFIX) && "true".equals(value)) {
                hidden.add(key.substring(0, key.length() - HIDE_SUFFIX.length()));
            }
        });
        return hidden;
    }

    /** Like the page, replaces a noise outside the slider's range with 0 (below) or 50 (above). */
    private double noise(double fallback) {
        double noise = number("noise", fallback);
        if (noise < 0) {
            return 0;
        }
        return noise > PlaygroundLink.DataOptions.MAX_NOISE ? FALLBACK_NOISE : noise;
    }

    /** Parses the hidden layers. A key without an equals sign is an error here, because it makes the original fail. */
    private List<Integer> shape(List<Integer> fallback) {
        if (!values.containsKey("networkShape")) {
            return fallback;
        }
        String value = values.get("networkShape");
        if (value == null) {
            throw new InvalidInputException("networkShape", Rule.NO_EQUALS);
        }
        if (JavaScriptText.isBlank(value)) {
            return List.of();
        }
        List<Integer> hidden = new ArrayList<>();
        for (String entry : value.split(",", -1)) {
            double units = JavaScriptText.number(entry);
            if (units != Math.rint(units) || Math.abs(units) > Integer.MAX_VALUE) {
                throw new InvalidInputException("networkShape", Rule.WHOLE_LIST, quote(value));
            }
            hidden.add((int) units);
        }
        return hidden;
    }

    /** Returns null if the key is absent or blank. */
    private @Nullable String text(String key) {
        String value = values.get(key);
        return value == null || JavaScriptText.isBlank(value) ? null : value;
    }

    private boolean flag(String key, boolean fallback) {
        String value = text(key);
        return value == null ? fallback : !value.equals("false");
    }

    private <T> T oneOf(String key, T[] known, Function<T, String> name, T fallback) {
        String value = text(key);
        for (T each : known) {
            if (name.apply(each).equals(value)) {
                return each;
            }
        }
        return fallback;
    }

    private double number(String key, double fallback) {
        String value = text(key);
        if (value == null) {
            return fallback;
        }
        double number = JavaScriptText.number(value);
        if (Double.isNaN(number)) {
            throw new InvalidInputException(key, Rule.NUMBER, quote(value));
        }
        // Adding 0.0 turns −0 into 0; links have no negative zero.
        return number + 0.0;
    }

    private static String quote(@Nullable String text) {
        String shown = String.valueOf(text);
        return '"' + (shown.length() <= MAX_QUOTED_LENGTH ? shown : shown.substring(0, MAX_QUOTED_LENGTH) + "…") + '"';
    }
}
