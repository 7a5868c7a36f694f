package hyperlab.data;

import hyperlab.rule.InvalidInputException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The inferred way to use a CSV file, with the reason for each decision.
 *
 * @param plan the inferred plan
 * @param targetReason why this column is the target
 * @param taskReason why the task is classification or regression
 * @param uses for each column, what it is used for, or why it is not a feature
 * @param gaps the number of feature cells that are not a number
 * @param widths the ratio of the largest standard deviation of a feature to the smallest; 1 without features
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
    /** If the ratio of standard deviations is at least this, features are standardized. */
    public static final double UNLIKE = 3;

    /** If the largest absolute value is at least this, features are standardized. */
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

    /** Why a column is the target. */
    public enum TargetReason {
        /** Its name is a typical name for a target. */
        NAME,
        /** It is the last column. */
        LAST,
        /** It is the last column that can be predicted. */
        LAST_POSSIBLE,
        /** The user selected it. */
        CHOSEN
    }

    /** Why the task is classification or regression. */
    public enum TaskReason {
        /** The target contains words. */
        WORDS,
        /** The target has few different numbers. */
        FEW_NUMBERS,
        /** The target has many different numbers. */
        MANY_NUMBERS
    }

    /** What a column is used for, or why it is not used. */
    public enum Use {
        FEATURE,
        TARGET,
        /** Not a feature, because it contains words. */
        WORDS,
        /** Not a feature, because it identifies the rows. */
        IDENTIFIER,
        /** Not a feature, because it is the same in every row. */
        CONSTANT,
        /** Not a feature, because it is empty. */
        EMPTY,
        /** Not a feature, because more than half of its cells are missing. */
        GAPS
    }

    public CsvGuess {
        uses = List.copyOf(uses);
    }

    /**
     * Infers how to use a file.
     *
     * @throws InvalidInputException if no column can be predicted
     */
    public static CsvGuess of(CsvPreview preview) {
        List<CsvColumn> possible = preview.columns().stream()
                .filter(column -> column.canBeTarget() && column.kind() != CsvColumn.Kind.IDENTIFIER)
                .toList();
        if (possible.isEmpty()) {
            throw new InvalidInputException(
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
     * Infers how to use a file whose target the user selected.
     *
     * @throws InvalidInputException if the target cannot be predicted
     */
    public static CsvGuess of(CsvPreview preview, String target) {
        CsvColumn column = preview.column(target);
        if (!column.canBeTarget()) {
            throw new InvalidInputException(
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

    /** Returns a copy for a plan that the user corrected: the same reasons, with the measurements of its features. */
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
