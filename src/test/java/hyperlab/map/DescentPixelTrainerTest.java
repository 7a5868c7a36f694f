package hyperlab.map;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import hyperlab.descent.DescentBehavior;
import hyperlab.descent.DescentPath;
import hyperlab.descent.DescentRunSettings;
import hyperlab.descent.DescentSetup;
import hyperlab.descent.GradientDescent;
import hyperlab.descent.ObjectiveFunction;
import hyperlab.descent.ObjectiveFunctions;
import hyperlab.descent.Regime;
import hyperlab.map.PixelTrainer.PixelValues;
import hyperlab.optim.Adam;
import hyperlab.optim.Optimizer;
import hyperlab.optim.Schedule;
import hyperlab.optim.Sgd;
import hyperlab.rule.InvalidInputException;
import hyperlab.rule.Rule;
import hyperlab.tune.SearchDimension;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DescentPixelTrainerTest {
    private static DescentSetup setup(String function, Optimizer optimizer, Schedule schedule) {
        ObjectiveFunction objective = ObjectiveFunctions.of(function);
        return new DescentSetup(
                function,
                objective.parameters(),
                objective.start(),
                60,
                List.of(new DescentSetup.Racer(0.05, optimizer, schedule, true)));
    }

    private static MapSpecification map(DescentSetup setup, String x, String y, MapColor color) {
        return new MapSpecification(
                new MapSubject.OfDescent(setup),
                new MapAxis(x, new SearchDimension.LinearDimension(0.001, 2), 12),
                new MapAxis(y, new SearchDimension.LinearDimension(0, 0.9), 10),
                color);
    }

    @ParameterizedTest
    @ValueSource(strings = {"parabola", "doubleWell", "tiltedWaves", "rosenbrock", "himmelblau", "ravine", "branin"})
    void pixelsEqualDescents(String function) {
        MapSpecification map = map(
                setup(function, new Sgd(0.5, false), Schedule.ConstantRate.DEFAULT),
                "learningRate",
                "optimizer.momentum",
                MapColor.TRAIN_LOSS);
        DescentPixelTrainer trainer = new DescentPixelTrainer(map).validate();
        for (String x : map.x().values()) {
            for (String y : map.y().values()) {
                Pixel pixel = trainer.train(new PixelValues(x, y), () -> false);

                DescentSetup setup = trainer.setup(new PixelValues(x, y));
                DescentRunSettings settings = new DescentRunSettings(
                        setup.start(), Double.parseDouble(x), new Sgd(Double.parseDouble(y), false), 60);
                ObjectiveFunction objective = ObjectiveFunctions.of(function);
                DescentPath path = GradientDescent.run(objective, settings);
                Regime regime = DescentBehavior.of(objective, settings, path).regime();
                PixelOutcome outcome = regime == Regime.DIVERGE
                        ? PixelOutcome.DIVERGED
                        : regime == Regime.OSCILLATE ? PixelOutcome.OSCILLATING : PixelOutcome.CONVERGED;
                assertEquals(outcome, pixel == null ? null : pixel.outcome());
                double value = outcome == PixelOutcome.DIVERGED ? Double.NaN : path.value(60);
                assertEquals(value, pixel == null ? 0 : pixel.value());
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "learningRate, 0.25",
        "steps, 7",
        "start.x, 1.5",
        "start.y, -2",
        "optimizer.beta2, 0.9",
        "schedule.factor, 0.5",
        "parameters.curvatureY, 3"
    })
    void everyKeyChangesItsSetting(String key, double value) {
        DescentSetup setup = setup("bowl", Adam.DEFAULT, Schedule.ExponentialDecay.DEFAULT);
        DescentSetup changed = DescentKeys.with(setup, key, Double.toString(value));
        DescentSetup.Racer racer = changed.racers().get(0);
        double found = switch (key) {
            case "learningRate" -> racer.learningRate();
            case "steps" -> changed.steps();
            case "start.x" -> changed.start().get(0);
            case "start.y" -> changed.start().get(1);
            case "optimizer.beta2" -> ((Adam) racer.optimizer()).beta2();
            case "schedule.factor" -> ((Schedule.ExponentialDecay) racer.schedule()).factor();
            default -> changed.parameters().getOrDefault("curvatureY", 0.0);
        };

        assertEquals(value, found);
        assertEquals(true, DescentKeys.of(setup).contains(key));
    }

    @Test
    void invalidValuesAreRejected() {
        DescentSetup setup = setup("bowl", Sgd.DEFAULT, Schedule.ConstantRate.DEFAULT);

        assertThrows(InvalidInputException.class, () -> DescentKeys.with(setup, "steps", "2.5"));
        assertThrows(InvalidInputException.class, () -> DescentKeys.with(setup, "learningRate", "fast"));
        assertThrows(InvalidInputException.class, () -> DescentKeys.with(setup, "optimizer.beta1", "0.5"));
        MapSpecification map = map(setup, "learningRate", "optimizer.momentum", MapColor.TRAIN_LOSS);
        assertEquals(Pixel.INVALID, new DescentPixelTrainer(map).train(new PixelValues("-1.0", "0.5"), () -> false));
        assertNull(new DescentPixelTrainer(map).train(new PixelValues("0.1", "0.5"), () -> true));
    }

    @Test
    void stepsToTargetAreCounted() {
        DescentSetup setup =
                setup("parabola", Sgd.DEFAULT, Schedule.ConstantRate.DEFAULT).withStart(List.of(1.0));
        MapSpecification map = map(setup, "learningRate", "parameters.curvature", MapColor.EPOCHS_TO_TARGET)
                .withTarget(0.5 * 0.01);
        DescentPixelTrainer trainer = new DescentPixelTrainer(map).validate();

        // f is 0.01 of its start after the smallest k with 0.5²ᵏ ≤ 0.01.
        assertEquals(
                new Pixel(PixelOutcome.CONVERGED, 60, 4, 0), trainer.train(new PixelValues("0.5", "1.0"), () -> false));
        assertEquals(
                new Pixel(PixelOutcome.CONVERGED, 60, Double.NaN, 0),
                trainer.train(new PixelValues("1.0e-4", "1.0"), () -> false));
    }

    @Test
    void divergedDescentHasItsStep() {
        DescentSetup setup =
                setup("parabola", Sgd.DEFAULT, Schedule.ConstantRate.DEFAULT).withStart(List.of(1.0));
        MapSpecification map = map(setup, "learningRate", "parameters.curvature", MapColor.OUTCOME);

        // The distance grows by 9 in each step; f = ½·81ᵏ exceeds 10⁶ for k = 4.
        assertEquals(
                new Pixel(PixelOutcome.DIVERGED, 4, Double.NaN, 1),
                new DescentPixelTrainer(map).validate().train(new PixelValues("10.0", "1.0"), () -> false));
    }

    @Test
    void unavailableColorsAndKeysAreRejected() {
        DescentSetup setup = setup("rosenbrock", Sgd.DEFAULT, Schedule.ConstantRate.DEFAULT);
        for (MapColor color : List.of(MapColor.SPECTRAL_RADIUS, MapColor.VALIDATION_LOSS)) {
            MapSpecification map = map(setup, "learningRate", "start.x", color);
            InvalidInputException error =
                    assertThrows(InvalidInputException.class, () -> new DescentPixelTrainer(map).validate());
            assertEquals(Rule.COLOR_SUBJECT, error.rule());
        }
        MapSpecification unknown = map(setup, "learningRate", "momentum", MapColor.OUTCOME);
        assertEquals(
                Rule.UNKNOWN_KEY,
                assertThrows(InvalidInputException.class, () -> new DescentPixelTrainer(unknown).validate())
                        .rule());
        MapSpecification seeds =
                map(setup, "learningRate", "start.x", MapColor.OUTCOME).withSeeds(2);
        assertThrows(InvalidInputException.class, () -> new DescentPixelTrainer(seeds).validate());
    }

    @Test
    void scheduleHasNoClosedForm() {
        DescentSetup setup = setup("parabola", Sgd.DEFAULT, Schedule.ExponentialDecay.DEFAULT);
        MapSpecification map = map(setup, "learningRate", "parameters.curvature", MapColor.SPECTRAL_RADIUS);

        assertEquals(Pixel.INVALID, new DescentPixelTrainer(map).train(new PixelValues("0.5", "1.0"), () -> false));
        assertEquals(List.of(), OverlayCurves.ofQuadratic(map));
        assertEquals(Map.of("curvature", 1.0), setup.parameters());
    }
}
