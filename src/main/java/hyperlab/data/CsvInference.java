package hyperlab.data;

import hyperlab.rule.InvalidInputException;
import hyperlab.rule.Rule;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The inferred way to use a CSV file, with the reason for each decision.
 *
 * @param plan the inferred plan
 * @param targetReason why this column is the target
 * @param taskReason why the task is classification or regression
 * @param columnUses for each column, what it is used for, or why it is not a feature
 * @param gaps the number of feature cells that are missing
 * @param scaleRatio the ratio of the largest standard deviation of a numeric feature to the smallest; 1 without them
 * @param largestValue the largest absolute value among the numeric features; 0 without them
 */
public record CsvInference(
        CsvPlan plan,
        TargetReason targetReason,
        TaskReason taskReason,
        List<ColumnUse> columnUses,
        int gaps,
        double scaleRatio,
        double largestValue) {
    /** If the ratio of standard deviations is at least this, features are standardized. */
    public static final double MIN_SCALE_RATIO = 3;

    /** If the largest absolute value is at least this, features are standardized. */
    public static final double MIN_LARGE_VALUE = 10;

    /** If at most one in this many rows can have a gap, these rows are dropped; otherwise the gaps are filled. */
    private static final int ROWS_PER_DROPPED = 20;

    private static final Set<String> TARGET_NAMES = Set.of(
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
    public enum ColumnUse {
        FEATURE,
        TARGET,
        /** Not a feature, because it contains words and has too many different values for categories. */
        MANY_CATEGORIES,
        /** Not a feature, because it identifies the rows. */
        IDENTIFIER,
        /** Not a feature, because it is the same in every row. */
        CONSTANT,
        /** Not a feature, because it is empty. */
        EMPTY,
        /** Not a feature, because more than half of its cells are missing. */
        GAPS
    }

    public CsvInference {
        columnUses = List.copyOf(columnUses);
    }

    /** The names of the columns that are neither the target nor a feature, by the reason, in the order of the reasons. */
    public Map<ColumnUse, List<String>> leftOut(CsvPreview preview) {
        Map<ColumnUse, List<String>> names = new EnumMap<>(ColumnUse.class);
        for (ColumnProfile column : preview.columns()) {
            ColumnUse use = columnUses.get(column.index());
            if (use != ColumnUse.TARGET && !plan.features().contains(column.name())) {
                names.computeIfAbsent(use, reason -> new ArrayList<>()).add(column.name());
            }
        }
        return Collections.unmodifiableMap(names);
    }

    /**
     * Infers how to use a file.
     *
     * @throws InvalidInputException if no column can be predicted
     */
    public static CsvInference of(CsvPreview preview) {
        List<ColumnProfile> candidates = preview.columns().stream()
                .filter(column -> column.canBeTarget() && column.kind() != ColumnProfile.ColumnKind.IDENTIFIER)
                .toList();
        if (candidates.isEmpty()) {
            throw new InvalidInputException(preview.file().toString(), Rule.NO_TARGET_COLUMN);
        }
        ColumnProfile last = candidates.get(candidates.size() - 1);
        for (int i = candidates.size() - 1; i >= 0; i--) {
            if (TARGET_NAMES.contains(candidates.get(i).name().toLowerCase(Locale.ROOT))) {
                return of(preview, candidates.get(i), TargetReason.NAME);
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
    public static CsvInference of(CsvPreview preview, String target) {
        ColumnProfile column = preview.column(target);
        if (!column.canBeTarget()) {
            throw new InvalidInputException(
                    "data.target", Rule.UNUSABLE_TARGET, target, column.distinctCount(), column.missingCount());
        }
        return of(preview, column, TargetReason.CHOSEN);
    }

    private static CsvInference of(CsvPreview preview, ColumnProfile target, TargetReason reason) {
        List<ColumnUse> uses = new ArrayList<>();
        List<String> features = new ArrayList<>();
        List<String> categories = new ArrayList<>();
        for (ColumnProfile column : preview.columns()) {
            ColumnUse use = column.equals(target) ? ColumnUse.TARGET : columnUse(column, preview.rows());
            uses.add(use);
            if (use == ColumnUse.FEATURE) {
                features.add(column.name());
                if (column.kind() == ColumnProfile.ColumnKind.CATEGORY) {
                    categories.add(column.name());
                }
            }
        }
        TaskReason taskReason = target.wordCount() > 0
                ? TaskReason.WORDS
                : target.distinctCount() > TargetColumn.MAX_NUMERIC_CLASSES
                        ? TaskReason.MANY_NUMBERS
                        : TaskReason.FEW_NUMBERS;
        PredictionTask task =
                taskReason == TaskReason.MANY_NUMBERS ? PredictionTask.REGRESSION : PredictionTask.CLASSIFICATION;
        CsvPlan initialPlan =
                new CsvPlan(target.name(), features, categories, task, MissingValues.REFUSE, false, preview.format());
        CsvInference inference =
                new CsvInference(initialPlan, reason, taskReason, uses, 0, 1, 0).forPlan(preview, initialPlan);
        return inference.withPlan(initialPlan
                .withMissing(missing(inference.gaps, target.missingCount(), preview.rows()))
                .withStandardize(inference.scaleRatio >= MIN_SCALE_RATIO || inference.largestValue >= MIN_LARGE_VALUE));
    }

    private static MissingValues missing(int gaps, int rowsWithoutTarget, int rows) {
        if (gaps + rowsWithoutTarget == 0) {
            return MissingValues.REFUSE;
        }
        boolean few = (long) gaps * ROWS_PER_DROPPED <= rows && rowsWithoutTarget == 0;
        return few ? MissingValues.DROP : MissingValues.MEAN;
    }

    private static ColumnUse columnUse(ColumnProfile column, int rows) {
        if (2L * column.missingCount() > rows && column.distinctCount() > 0) {
            return ColumnUse.GAPS;
        }
        return switch (column.kind()) {
            case NUMBER -> ColumnUse.FEATURE;
            case CATEGORY ->
                column.canBeCategory() && 2L * column.distinctCount() <= rows
                        ? ColumnUse.FEATURE
                        : ColumnUse.MANY_CATEGORIES;
            case IDENTIFIER -> ColumnUse.IDENTIFIER;
            case CONSTANT -> ColumnUse.CONSTANT;
            case EMPTY -> ColumnUse.EMPTY;
        };
    }

    /** Returns a copy for a plan that the user corrected: the same reasons, with the measurements of its features. */
    public CsvInference forPlan(CsvPreview preview, CsvPlan correctedPlan) {
        Set<String> selectedFeatures = new HashSet<>(correctedPlan.features());
        Set<String> categories = new HashSet<>(correctedPlan.categories());
        int missing = 0;
        double largestDeviation = 0;
        double smallestDeviation = Double.POSITIVE_INFINITY;
        double maxAbsolute = 0;
        for (ColumnProfile column : preview.columns()) {
            if (!selectedFeatures.contains(column.name())) {
                continue;
            }
            boolean category = categories.contains(column.name());
            missing += column.gapCount(category);
            if (category) {
                continue;
            }
            largestDeviation = Math.max(largestDeviation, column.standardDeviation());
            smallestDeviation = column.standardDeviation() > 0
                    ? Math.min(smallestDeviation, column.standardDeviation())
                    : smallestDeviation;
            maxAbsolute = Math.max(maxAbsolute, Math.max(Math.abs(column.minimum()), Math.abs(column.maximum())));
        }
        double ratio =
                largestDeviation == 0 || Double.isNaN(largestDeviation) ? 1 : largestDeviation / smallestDeviation;
        return new CsvInference(correctedPlan, targetReason, taskReason, columnUses, missing, ratio, maxAbsolute);
    }

    private CsvInference withPlan(CsvPlan newPlan) {
        return new CsvInference(newPlan, targetReason, taskReason, columnUses, gaps, scaleRatio, largestValue);
    }
}
