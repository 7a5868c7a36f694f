package hyperlab.lab.activation;

import hyperlab.diagnosis.ActivationBenchmark;
import hyperlab.nn.Activation;
import hyperlab.nn.ActivationCurve;
import hyperlab.nn.ActivationShape;
import hyperlab.text.NumberFormats;
import hyperlab.text.Texts;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One row of the table: the properties of one function.
 *
 * @param kind the function
 * @param shape range, kinks and symmetry
 * @param meanOutput mean output for standard normal inputs
 * @param monotone whether the function never decreases
 * @param maxDerivative the largest f′ in the visible x range
 * @param saturation the sides on which f′ tends to 0
 * @param cost the cost measured on this machine; null until it is known
 */
record ActivationRow(
        ActivationKind kind,
        ActivationShape shape,
        double meanOutput,
        boolean monotone,
        double maxDerivative,
        Saturation saturation,
        ActivationBenchmark.@Nullable ActivationTiming cost) {
    /** A function counts as zero-centered if its mean output is closer to 0 than this. */
    static final double CENTERED_LIMIT = 0.005;

    private static final double FAR_X = 1e3;
    private static final double FLAT_SLOPE = 1e-6;

    /** The sides on which f′ tends to 0. */
    enum Saturation {
        NONE("none"),
        LEFT("left"),
        /** f′ is exactly 0 on the whole left side. */
        LEFT_ZERO("leftZero"),
        BOTH("both");

        private final String id;

        Saturation(String id) {
            this.id = id;
        }

        static Saturation of(Activation activation) {
            boolean left = Math.abs(activation.derivative(-FAR_X)) < FLAT_SLOPE;
            boolean right = Math.abs(activation.derivative(FAR_X)) < FLAT_SLOPE;
            if (left && right) {
                return BOTH;
            }
            if (!left) {
                return NONE;
            }
            return ActivationShape.canDie(activation) ? LEFT_ZERO : LEFT;
        }
    }

    /** A column of the table and its sort order. */
    enum Column {
        FUNCTION("function"),
        RANGE("range"),
        CENTERED("centered"),
        MONOTONE("monotone"),
        SMOOTH("smooth"),
        MAX_DERIVATIVE("steepest"),
        SATURATION("saturates"),
        COST("cost"),
        USAGE("used");

        private final String id;

        Column(String id) {
            this.id = id;
        }

        String id() {
            return id;
        }

        private Comparator<ActivationRow> comparator() {
            return switch (this) {
                case FUNCTION, USAGE -> Comparator.comparing(ActivationRow::kind);
                case RANGE ->
                    Comparator.comparingDouble((ActivationRow row) -> row.shape.lowerBound())
                            .thenComparingDouble(row -> row.shape.upperBound());
                case CENTERED -> Comparator.comparingDouble(row -> Math.abs(row.meanOutput));
                case MONOTONE -> Comparator.comparing(row -> !row.monotone);
                case SMOOTH -> Comparator.comparingInt(row -> row.shape.kinks().size());
                case MAX_DERIVATIVE -> Comparator.comparingDouble(ActivationRow::maxDerivative);
                case SATURATION -> Comparator.comparing(ActivationRow::saturation);
                case COST -> Comparator.comparingDouble(ActivationRow::medianCostRatio);
            };
        }
    }

    static ActivationRow of(
            ActivationKind kind, ActivationCurve curve, List<ActivationBenchmark.ActivationTiming> costs) {
        Activation activation = curve.activation();
        double steepest = 0;
        for (double slope : curve.derivative()) {
            steepest = slope > steepest ? slope : steepest;
        }
        return new ActivationRow(
                kind,
                activation.shape(),
                ActivationShape.meanOutput(activation),
                ActivationShape.isMonotone(activation),
                steepest,
                Saturation.of(activation),
                costs.stream()
                        .filter(cost -> cost.function().name().equals(activation.name()))
                        .findFirst()
                        .orElse(null));
    }

    /** Returns the rows sorted by a column. The sort is stable. */
    static List<ActivationRow> sorted(List<ActivationRow> rows, Column column, boolean descending) {
        return rows.stream()
                .sorted(descending ? column.comparator().reversed() : column.comparator())
                .toList();
    }

    private double medianCostRatio() {
        return cost == null ? Double.POSITIVE_INFINITY : cost.ratio().median();
    }

    /** Returns the text of a cell. */
    String cellText(Column column, Texts texts) {
        return switch (column) {
            case FUNCTION -> texts.get(kind.nameKey());
            case RANGE -> rangeText(shape);
            case CENTERED ->
                Math.abs(meanOutput) < CENTERED_LIMIT
                        ? texts.get("activation.yes")
                        : texts.get("activation.centered.no", NumberFormats.formatFixed(meanOutput, 2));
            case MONOTONE -> texts.get(monotone ? "activation.yes" : "activation.no");
            case SMOOTH -> texts.get(shape.kinks().isEmpty() ? "activation.yes" : "activation.smooth.no");
            case MAX_DERIVATIVE -> NumberFormats.format(maxDerivative, 3);
            case SATURATION -> texts.get("activation.saturates." + saturation.id);
            case COST -> costText(texts);
            case USAGE -> texts.get("component.activation." + kind.id() + ".use");
        };
    }

    private String costText(Texts texts) {
        if (cost == null) {
            return texts.get("activation.cost.unknown");
        }
        if (kind == ActivationKind.LINEAR) {
            return texts.get("activation.cost.nothing");
        }
        String nanos = NumberFormats.format(cost.nanos().median(), 2);
        if (kind == ActivationKind.RELU) {
            return texts.get("activation.cost.unit", nanos);
        }
        String lower = NumberFormats.format(cost.ratio().lower(), 2);
        String upper = NumberFormats.format(cost.ratio().upper(), 2);
        return lower.equals(upper)
                ? texts.get("activation.cost.same", lower, nanos)
                : texts.get("activation.cost", lower, upper, nanos);
    }

    /** The cost as a multiple of that of ReLU only, where there is no room for the nanoseconds. */
    String costRatioText(Texts texts) {
        if (cost == null || kind == ActivationKind.LINEAR) {
            return costText(texts);
        }
        String lower = NumberFormats.format(cost.ratio().lower(), 2);
        String upper = NumberFormats.format(cost.ratio().upper(), 2);
        return lower.equals(upper) ? lower : lower + "–" + upper;
    }

    static String rangeText(ActivationShape shape) {
        return (shape.lowerBoundAttained() ? "[" : "(") + NumberFormats.format(shape.lowerBound(), 3) + ", "
                + NumberFormats.format(shape.upperBound(), 3) + (shape.upperBoundAttained() ? "]" : ")");
    }
}
