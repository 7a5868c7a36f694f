package hyperlab.map;

import hyperlab.descent.DescentBehavior;
import hyperlab.descent.DescentMoments;
import hyperlab.descent.DescentPath;
import hyperlab.descent.DescentRunSettings;
import hyperlab.descent.DescentSetup;
import hyperlab.descent.GradientDescent;
import hyperlab.descent.ObjectiveFunction;
import hyperlab.descent.ObjectiveFunctions;
import hyperlab.descent.Regime;
import hyperlab.optim.Sgd;
import hyperlab.rule.InvalidInputException;
import hyperlab.rule.Rule;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Computes a descent for each pixel: of the first run of the setup, without gradient noise, so that all seeds give the
 * same result. For the spectral radius, the closed form replaces the descent.
 */
public final class DescentPixelTrainer implements PixelTrainer {
    private final MapSpecification map;
    private final DescentSetup base;

    /** @param map a map of a descent */
    public DescentPixelTrainer(MapSpecification map) {
        this.map = map;
        this.base = ((MapSubject.OfDescent) map.subject()).setup();
    }

    /**
     * Validates the map before it starts, and returns this.
     *
     * @throws InvalidInputException if the color is not available for the function, or the key of an axis is unknown
     */
    public DescentPixelTrainer validate() {
        boolean available = switch (map.color()) {
            case TRAIN_LOSS, EPOCHS_TO_TARGET, OUTCOME -> true;
            case SPECTRAL_RADIUS ->
                DescentMoments.curvatures(function(base)).length > 0
                        && base.racers().get(0).optimizer() instanceof Sgd;
            case VALIDATION_LOSS, GENERALIZATION_GAP, TRAIN_ACCURACY, VALIDATION_ACCURACY, DEAD_UNITS -> false;
        };
        if (!available) {
            throw new InvalidInputException(
                    "color", Rule.COLOR_SUBJECT, map.color().fileName());
        }
        if (map.seeds() > 1) {
            throw new InvalidInputException("seeds", Rule.EXACTLY, 1, map.seeds());
        }
        DescentKeys.requireKnown("x", map.x().key(), base);
        DescentKeys.requireKnown("y", map.y().key(), base);
        return this;
    }

    /** The setup of a pixel, whose first run has the same result. */
    public DescentSetup setup(PixelValues values) {
        DescentSetup withX = DescentKeys.with(base, map.x().key(), values.x());
        return DescentKeys.with(withX, map.y().key(), values.y());
    }

    @Override
    public @Nullable Pixel train(PixelValues values, BooleanSupplier cancelled) {
        return cancelled.getAsBoolean() ? null : pixels(values).get(map.color());
    }

    @Override
    public void trainAll(List<PixelValues> pixels, PixelConsumer results, BooleanSupplier cancelled) {
        for (int i = 0; i < pixels.size() && !cancelled.getAsBoolean(); i++) {
            Map<MapColor, Pixel> colors = pixels(pixels.get(i));
            results.accept(i, Objects.requireNonNull(colors.get(map.color())), colors);
        }
    }

    /** The pixel with all the colors that one descent gives, or with that of the closed form. */
    private Map<MapColor, Pixel> pixels(PixelValues values) {
        boolean closedForm = map.color() == MapColor.SPECTRAL_RADIUS;
        try {
            DescentSetup setup = setup(values);
            ObjectiveFunction function = function(setup);
            return closedForm
                    ? Map.of(
                            map.color(), fromClosedForm(function, setup.racers().get(0)))
                    : fromDescent(function, setup);
        } catch (InvalidInputException invalid) {
            return closedForm ? Map.of(map.color(), Pixel.INVALID) : withColors(color -> Pixel.INVALID);
        }
    }

    private static Map<MapColor, Pixel> withColors(Function<MapColor, Pixel> pixel) {
        Map<MapColor, Pixel> pixels = new EnumMap<>(MapColor.class);
        for (MapColor color : List.of(MapColor.TRAIN_LOSS, MapColor.EPOCHS_TO_TARGET, MapColor.OUTCOME)) {
            pixels.put(color, pixel.apply(color));
        }
        return pixels;
    }

    private static ObjectiveFunction function(DescentSetup setup) {
        return ObjectiveFunctions.of(setup.function(), setup.parameters());
    }

    private static Pixel fromClosedForm(ObjectiveFunction function, DescentSetup.Racer racer) {
        OptionalDouble radius = QuadraticMap.spectralRadius(function, racer);
        if (radius.isEmpty()) {
            return Pixel.INVALID;
        }
        PixelOutcome outcome = QuadraticMap.outcome(function, racer);
        return new Pixel(outcome, 0, radius.getAsDouble(), outcome == PixelOutcome.DIVERGED ? 1 : 0);
    }

    private Map<MapColor, Pixel> fromDescent(ObjectiveFunction function, DescentSetup setup) {
        DescentRunSettings settings = setup.runSettings(setup.racers().get(0));
        DescentPath path = GradientDescent.run(function, settings);
        if (path.rows() == 0) {
            Pixel diverged = new Pixel(PixelOutcome.DIVERGED, 0, Double.NaN, 1);
            return withColors(color -> diverged);
        }
        Regime regime = DescentBehavior.of(function, settings, path).regime();
        return withColors(color -> switch (regime) {
            case DIVERGE -> new Pixel(PixelOutcome.DIVERGED, divergedAt(path), Double.NaN, 1);
            case OSCILLATE -> new Pixel(PixelOutcome.OSCILLATING, path.steps(), value(color, path), 0);
            case GLIDE, LAND -> new Pixel(PixelOutcome.CONVERGED, path.steps(), value(color, path), 0);
        });
    }

    /** The first step whose value is above the limit of {@link PixelOutcome}, or the last step. */
    private static int divergedAt(DescentPath path) {
        double limit = PixelOutcome.MAX_LOSS_RATIO * Math.max(1, Math.abs(path.value(0)));
        for (int row = 0; row < path.rows(); row++) {
            if (path.value(row) > limit) {
                return row;
            }
        }
        return path.steps();
    }

    private double value(MapColor color, DescentPath path) {
        return switch (color) {
            case TRAIN_LOSS -> path.value(path.steps());
            case EPOCHS_TO_TARGET -> {
                var row = path.firstRowAtOrBelow(map.target());
                yield row.isPresent() ? row.getAsInt() : Double.NaN;
            }
            case OUTCOME,
                    SPECTRAL_RADIUS,
                    VALIDATION_LOSS,
                    GENERALIZATION_GAP,
                    TRAIN_ACCURACY,
                    VALIDATION_ACCURACY,
                    DEAD_UNITS -> Double.NaN;
        };
    }
}
