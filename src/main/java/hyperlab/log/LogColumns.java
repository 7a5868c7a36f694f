package hyperlab.log;

import hyperlab.rule.ClosestMatch;
import hyperlab.rule.InvalidInputException;
import hyperlab.rule.Rule;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which column of a log has which quantity. The first guess is based on the words in the names of the columns; it can
 * be corrected for each quantity.
 *
 * @param names the name of the column of each quantity that has one
 */
public record LogColumns(Map<LogQuantity, String> names) {
    private static final Pattern WORDS = Pattern.compile("[^\\p{L}\\p{N}]+|(?<=[\\p{Ll}\\p{N}])(?=\\p{Lu})");
    private static final Set<String> TRAIN = Set.of("train", "training", "trn");
    private static final Set<String> VALIDATION = Set.of("val", "valid", "validation", "eval", "evaluation", "dev");
    private static final Set<String> TEST = Set.of("test", "testing");
    private static final Set<String> LOSS = Set.of("loss", "losses", "nll", "mse", "crossentropy");
    private static final Set<String> ACCURACY = Set.of("acc", "accuracy", "top1");
    private static final Set<String> STEPS = Set.of("step", "steps", "iteration", "iterations", "iter", "update");
    private static final Set<String> NEUTRAL =
            Set.of("epoch", "total", "mean", "avg", "average", "running", "global", "trainer", "metrics", "scalars");

    /** Korean words, which may be joined without spaces, and their English counterparts. */
    private static final Map<String, String> KOREAN = Map.of(
            "에포크",
            "epoch",
            "스텝",
            "step",
            "손실",
            "loss",
            "정확도",
            "accuracy",
            "훈련",
            "train",
            "검증",
            "validation",
            "시험",
            "test",
            "학습률",
            "lr");

    private static final int UNKNOWN_WORD = 10;
    private static final int TEST_WORD = 8;
    private static final int STEP_WORD = 4;
    private static final int EPOCH_WORD = 3;

    public LogColumns {
        names = names.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(names));
    }

    /** The name of the column of a quantity; null if there is none. */
    public @Nullable String name(LogQuantity quantity) {
        return names.get(quantity);
    }

    /** A guess from the names of the columns. */
    public static LogColumns guess(LogTable table) {
        Map<LogQuantity, String> names = new EnumMap<>(LogQuantity.class);
        Map<LogQuantity, Integer> scores = new EnumMap<>(LogQuantity.class);
        for (LogColumn column : table.columns()) {
            Guess guess = Guess.of(column.name());
            if (guess != null && guess.score > scores.getOrDefault(guess.quantity, Integer.MIN_VALUE)) {
                names.put(guess.quantity, column.name());
                scores.put(guess.quantity, guess.score);
            }
        }
        String loss = names.getOrDefault(LogQuantity.TRAIN_LOSS, names.get(LogQuantity.VALIDATION_LOSS));
        String step = names.get(LogQuantity.STEP);
        boolean stepsAreEpochs = table.format() == LogFormat.TENSORBOARD
                && !names.containsKey(LogQuantity.EPOCH)
                && loss != null
                && loss.substring(loss.lastIndexOf('/') + 1).startsWith("epoch_");
        if (stepsAreEpochs && step != null) {
            // Keras' TensorBoard callback counts epochs in the steps of these tags.
            names.put(LogQuantity.EPOCH, step);
            names.remove(LogQuantity.STEP);
        }
        return new LogColumns(names);
    }

    /**
     * A copy in which this column, and no other, has the quantity.
     *
     * @param option the option that names the column, for the error
     * @throws InvalidInputException if the log has no such column with numbers
     */
    public LogColumns with(LogQuantity quantity, String column, LogTable table, String option) {
        if (table.column(column).isEmpty()) {
            throw new InvalidInputException(option, Rule.LOG_COLUMN, column, ClosestMatch.of(column, table.names()));
        }
        Map<LogQuantity, String> changed = new EnumMap<>(LogQuantity.class);
        changed.putAll(names);
        changed.values().removeIf(column::equals);
        changed.put(quantity, column);
        return new LogColumns(changed);
    }

    /** A copy in which no column has the quantity. */
    public LogColumns without(LogQuantity quantity) {
        Map<LogQuantity, String> changed = new EnumMap<>(LogQuantity.class);
        changed.putAll(names);
        changed.remove(quantity);
        return new LogColumns(changed);
    }

    /** The columns without a quantity. */
    public List<String> unused(LogTable table) {
        return table.names().stream().filter(name -> !names.containsValue(name)).toList();
    }

    /** The quantities that a column may have; a higher score is a better fit. */
    private record Guess(LogQuantity quantity, int score) {
        static @Nullable Guess of(String name) {
            String english = name;
            for (Map.Entry<String, String> word : KOREAN.entrySet()) {
                english = english.replace(word.getKey(), " " + word.getValue() + " ");
            }
            List<String> words = Arrays.stream(WORDS.split(english))
                    .map(word -> word.toLowerCase(Locale.ROOT))
                    .filter(word -> !word.isEmpty())
                    .toList();
            boolean rate = words.contains("lr") || (words.contains("learning") && words.contains("rate"));
            boolean loss = words.stream().anyMatch(LOSS::contains);
            boolean accuracy = words.stream().anyMatch(ACCURACY::contains);
            if (rate) {
                return new Guess(LogQuantity.LEARNING_RATE, -words.size());
            }
            if (loss || accuracy) {
                boolean test = words.stream().anyMatch(TEST::contains);
                boolean validation = test || words.stream().anyMatch(VALIDATION::contains);
                LogQuantity quantity = loss
                        ? validation ? LogQuantity.VALIDATION_LOSS : LogQuantity.TRAIN_LOSS
                        : validation ? LogQuantity.VALIDATION_ACCURACY : LogQuantity.TRAIN_ACCURACY;
                int score = words.contains("epoch") ? EPOCH_WORD : 0;
                score -= test ? TEST_WORD : 0;
                for (String word : words) {
                    score -= STEPS.contains(word) ? STEP_WORD : isKnown(word) ? 0 : UNKNOWN_WORD;
                }
                return new Guess(quantity, score);
            }
            String last = words.isEmpty() ? "" : words.get(words.size() - 1);
            if (last.equals("epoch") || last.equals("epochs")) {
                return new Guess(LogQuantity.EPOCH, -words.size());
            }
            return STEPS.contains(last) ? new Guess(LogQuantity.STEP, -words.size()) : null;
        }

        private static boolean isKnown(String word) {
            return LOSS.contains(word)
                    || ACCURACY.contains(word)
                    || TRAIN.contains(word)
                    || VALIDATION.contains(word)
                    || TEST.contains(word)
                    || NEUTRAL.contains(word);
        }
    }
}
