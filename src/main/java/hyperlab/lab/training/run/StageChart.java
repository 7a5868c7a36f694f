package hyperlab.lab.training.run;

import hyperlab.data.PredictionTask;
import hyperlab.rule.InvalidInputException;
import hyperlab.rule.Rule;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The charts that the stage can show. */
public enum StageChart {
    LOSS,
    ACCURACY,
    BOUNDARY,
    CONFUSION,
    PREDICTION,
    FIT,
    NETWORK,
    WEIGHTS,
    GRADIENTS,
    ACTIVATIONS,
    MISTAKES,
    RATE_TEST,
    SHARPNESS,
    RATIOS,
    MEMBERS,
    CAPACITY,
    PATHS,
    /** One update of the network in slow motion. */
    STEP,
    /** For a run of a TensorFlow Playground link only: see {@link StageLayout#isSuitable}. */
    PLAYGROUND;

    /** Its part of node ids and message keys. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The message key of its title: over two features, a regression has predictions but no decision boundary. */
    public String titleKey(@Nullable RunFacts facts) {
        boolean ofNumbers = this == BOUNDARY && facts != null && facts.task() == PredictionTask.REGRESSION;
        return ofNumbers ? "stage.boundary.numbers" : "stage." + id();
    }

    /**
     * The chart with this id.
     *
     * @throws InvalidInputException if there is none
     */
    public static StageChart byId(String id) {
        return Stream.of(values())
                .filter(chart -> chart.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new InvalidInputException(
                        "chart",
                        Rule.ONE_OF,
                        Stream.of(values()).map(StageChart::id).collect(Collectors.joining(", ")),
                        id));
    }

    /** Whether it is meaningful for the run's data. True while the data have not been read. */
    public boolean isSuitable(@Nullable RunFacts facts) {
        if (facts == null) {
            return true;
        }
        boolean classes = facts.task() == PredictionTask.CLASSIFICATION;
        return switch (this) {
            case ACCURACY, CONFUSION -> classes;
            case PREDICTION, FIT -> !classes;
            case BOUNDARY -> facts.features() > 1;
            case LOSS,
                    NETWORK,
                    WEIGHTS,
                    GRADIENTS,
                    ACTIVATIONS,
                    MISTAKES,
                    RATE_TEST,
                    SHARPNESS,
                    RATIOS,
                    MEMBERS,
                    CAPACITY,
                    PATHS,
                    STEP,
                    PLAYGROUND -> true;
        };
    }

    /** The charts that replace it if it is not meaningful, in order of preference. */
    private List<StageChart> substitutes() {
        return switch (this) {
            case ACCURACY -> List.of(PREDICTION, FIT);
            case CONFUSION -> List.of(PREDICTION, FIT);
            case BOUNDARY -> List.of(FIT, CONFUSION);
            case PREDICTION -> List.of(CONFUSION, ACCURACY);
            case FIT -> List.of(BOUNDARY, CONFUSION);
            case PLAYGROUND -> List.of(ACCURACY, PREDICTION, BOUNDARY);
            case LOSS,
                    NETWORK,
                    WEIGHTS,
                    GRADIENTS,
                    ACTIVATIONS,
                    MISTAKES,
                    RATE_TEST,
                    SHARPNESS,
                    RATIOS,
                    MEMBERS,
                    CAPACITY,
                    PATHS,
                    STEP -> List.of();
        };
    }

    /** Returns this chart if it is suitable and not shown already, otherwise the best replacement. */
    StageChart orElse(Predicate<StageChart> suitable, List<StageChart> shown) {
        if (suitable.test(this) && !shown.contains(this)) {
            return this;
        }
        for (StageChart other : substitutes()) {
            if (suitable.test(other) && !shown.contains(other)) {
                return other;
            }
        }
        for (StageChart other : values()) {
            if (suitable.test(other) && !shown.contains(other)) {
                return other;
            }
        }
        return this;
    }
}
