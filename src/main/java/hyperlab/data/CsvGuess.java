package hyperlab.data;

import hyperlab.rule.Refusal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * How a CSV file is probably meant, with the reason of each guess.
 *
 * @param plan what is guessed
 * @param targetReason why this column is predicted
 * @param taskReason why it is a classification or a regression
 * @param uses one a column: why it is a feature, or none
 * @param gaps cells of the features that hold no number
 * @param widths how many times as wide the widest feature is as the narrowest, by standard deviation; 1 without features
 * @param largest the largest absolute value among the features; 0 without features
 */
public record CsvGuess(
        CsvPlan plan,
        TargetReason targetReason,
        TaskReason taskReason,
        List<Use> uses,
        int gaps,
        double widths,
        double largest) {
    /** From this ratio of widths on, features are standardized. */
    public static final double UNLIKE = 3;

    /** From this absolute value on, features are standardized. */
    public static final double LARGE = 10;

    private static final Set<String> TARGETS = Set.of(
            "class",
            "species",
            "target",
            "label",
            "y",
            "outcome",
            "diagnosis",
            "category",
            "result",
            "output",
            "종",
            "품종",
            "분류",
            "목표",
            "정답",
            "결과",
            "등급",
            "클래스",
            "라벨",
            "타깃");

    /** Why a column is taken for what is to be predicted. */
    public enum TargetReason {
        /** Its name says so. */
        NAME,
        /** It is the last one. */
        LAST,
        /** It is the last one that can be predicted. */
        LAST_POSSIBLE,
        /** The person named it. */
        CHOSEN
    }

    /** Why it is a classification or a regression. */
    public enum TaskReason {
        /** The target is words. */
        WORDS,
        /** The target has few different numbers. */
        FEW_NUMBERS,
        /** The target has many different numbers. */
        MANY_NUMBERS
    }

    /** What a column is used for. */
    public enum Use {
        FEATURE,
        TARGET,
        /** No feature, as it is words. */
        WORDS,
        /** No feature, as it names the rows. */
        IDENTIFIER,
        /** No feature, as every row has the same. */
        CONSTANT,
        /** No feature, as it is empty. */
        EMPTY,
        /** No feature, as more than half of its cells are missing. */
        GAPS
    }

    public CsvGuess {
        uses = List.copyOf(uses);
    }

    /**
     * The guess for a file.
     *
     * @throws Refusal where no column can be predicted
     */
    public static CsvGuess of(CsvPreview preview) {
        List<CsvColumn> possible = preview.columns().stream()
                .filter(column -> column.canBeTarget() && column.kind() != CsvColumn.Kind.IDENTIFIER)
                .toList();
        if (possible.isEmpty()) {
            throw new Refusal(
                    preview.file().toString(),
                    "must have a column to predict: without gaps, with two values at least, and no name of the rows");
        }
        CsvColumn last = possible.get(possible.size() - 1);
        for (int i = possible.size() - 1; i >= 0; i--) {
            if (TARGETS.contains(possible.get(i).name().toLowerCase(Locale.ROOT))) {
                return of(preview, possible.get(i), TargetReason.NAME);
            }
        }
        return of(
                preview,
                last,
                last.index() == preview.columns().size() - 1 ? TargetReason.LAST : TargetReason.LAST_POSSIBLE);
    }

    /**
     * The guess for a file where the person has named the target.
     *
     * @throws Refusal where it cannot be predicted
     */
    public static CsvGuess of(CsvPreview preview, String target) {
        CsvColumn column = preview.column(target);
        if (!column.canBeTarget()) {
            throw new Refusal(
                    "data.target",
                    "must have two values at least and none missing, got " + target + " with " + column.distinct()
                            + " and " + column.missing() + " missing");
        }
        return of(preview, column, TargetReason.CHOSEN);
    }

    private static CsvGuess of(CsvPreview preview, CsvColumn target, TargetReason reason) {
        List<Use> uses = new ArrayList<>();
        List<String> features = new ArrayList<>();
        for (CsvColumn column : preview.columns()) {
            Use use = column.equals(target) ? Use.TARGET : use(column, preview.rows());
            uses.add(use);
            if (use == Use.FEATURE) {
                features.add(column.name());
            }
        }
        TaskReason taskReason = target.words() > 0
                ? TaskReason.WORDS
                : target.distinct() > TargetColumn.MOST_NUMERIC_CLASSES
                        ? TaskReason.MANY_NUMBERS
                        : TaskReason.FEW_NUMBERS;
        Task task = taskReason == TaskReason.MANY_NUMBERS ? Task.REGRESSION : Task.CLASSIFICATION;
        CsvPlan plain = new CsvPlan(target.name(), features, task, false, false);
        CsvGuess guess = new CsvGuess(plain, reason, taskReason, uses, 0, 1, 0).measured(preview, plain);
        return guess.with(plain.withDropMissing(guess.gaps > 0)
                .withStandardize(guess.widths >= UNLIKE || guess.largest >= LARGE));
    }

    private static Use use(CsvColumn column, int rows) {
        if (2L * column.gaps() > rows && column.numbers() > 0 && column.words() == 0) {
            return Use.GAPS;
        }
        return switch (column.kind()) {
            case NUMBER -> Use.FEATURE;
            case CATEGORY -> Use.WORDS;
            case IDENTIFIER -> Use.IDENTIFIER;
            case CONSTANT -> Use.CONSTANT;
            case EMPTY -> Use.EMPTY;
        };
    }

    /** The same reasons, with what a plan that the person corrected has to do with. */
    public CsvGuess measured(CsvPreview preview, CsvPlan corrected) {
        Set<String> chosen = new HashSet<>(corrected.features());
        int missing = 0;
        double widest = 0;
        double narrowest = Double.POSITIVE_INFINITY;
        double farthest = 0;
        for (CsvColumn column : preview.columns()) {
            if (!chosen.contains(column.name())) {
                continue;
            }
            missing += column.gaps();
            widest = Math.max(widest, column.deviation());
            narrowest = column.deviation() > 0 ? Math.min(narrowest, column.deviation()) : narrowest;
            farthest = Math.max(farthest, Math.max(Math.abs(column.least()), Math.abs(column.greatest())));
        }
        double ratio = widest == 0 || Double.isNaN(widest) ? 1 : widest / narrowest;
        return new CsvGuess(corrected, targetReason, taskReason, uses, missing, ratio, farthest);
    }

    private CsvGuess with(CsvPlan newPlan) {
        return new CsvGuess(newPlan, targetReason, taskReason, uses, gaps, widths, largest);
    }
}
