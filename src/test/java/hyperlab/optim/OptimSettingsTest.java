package hyperlab.optim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import hyperlab.rule.InvalidInputException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class OptimSettingsTest {
    @Test
    void rejectsOutOfRangeValuesByName() {
        refused("momentum must be in [0, 1), got 1", () -> new Sgd(1, false));
        refused("nesterov needs a momentum > 0, got momentum 0", () -> new Sgd(0, true));
        refused("beta1 must be in [0, 1), got -0.1", () -> new Adam(-0.1, 0.9, 1e-8));
        refused("beta2 must be in [0, 1), got 1", () -> new Adam(0.9, 1, 1e-8));
        refused("epsilon must be finite and > 0, got 0", () -> new Adam(0.9, 0.9, 0));
        refused("decay must be in [0, 1), got NaN", () -> new RmsProp(Double.NaN, 1e-8));
        refused("epsilon must be finite and > 0, got -1", () -> new AdaGrad(-1));
        refused("rho must be in [0, 1), got 1", () -> new AdaDelta(1, 1e-6));
        refused("epsilon must be finite and > 0, got 0", () -> new AdaDelta(0.9, 0));
        refused("beta1 must be in [0, 1), got 1", () -> new NAdam(1, 0.9, 1e-8, 0.004));
        refused("beta2 must be in [0, 1), got -1", () -> new NAdam(0.9, -1, 1e-8, 0.004));
        refused("epsilon must be finite and > 0, got 0", () -> new NAdam(0.9, 0.9, 0, 0.004));
        refused("momentumDecay must be finite and ≥ 0, got -1", () -> new NAdam(0.9, 0.9, 1e-8, -1));
        refused("beta1 must be in [0, 1), got 1", () -> new AdamW(1, 0.9, 1e-8, 0.01));
        refused("beta2 must be in [0, 1), got -1", () -> new AdamW(0.9, -1, 1e-8, 0.01));
        refused("epsilon must be finite and > 0, got 0", () -> new AdamW(0.9, 0.9, 0, 0.01));
        refused("weightDecay must be finite and ≥ 0, got -1", () -> new AdamW(0.9, 0.9, 1e-8, -1));
        refused("warmup must be a whole number ≥ 0, got -1", () -> new Schedule.ConstantRate(-1));
        refused("warmup must be a whole number ≥ 0, got -1", () -> new Schedule.StepDecay(10, 0.1, -1));
        refused("warmup must be a whole number ≥ 0, got -1", () -> new Schedule.ExponentialDecay(0.9, -1));
        refused("warmup must be a whole number ≥ 0, got -1", () -> new Schedule.CosineAnnealing(0, -1));
        refused("every must be a whole number ≥ 1, got 0", () -> new Schedule.StepDecay(0, 0.1, 0));
        refused("factor must be finite and > 0, got 0", () -> new Schedule.StepDecay(10, 0, 0));
        refused("factor must be finite and > 0, got 0", () -> new Schedule.ExponentialDecay(0, 0));
        refused("floor must be finite and ≥ 0, got -1", () -> new Schedule.CosineAnnealing(-1, 0));
        refused("l1 must be finite and ≥ 0, got -1", () -> new Penalty(-1, 0));
        refused("l2 must be finite and ≥ 0, got Infinity", () -> new Penalty(0, Double.POSITIVE_INFINITY));
    }

    private static void refused(String message, Executable making) {
        assertEquals(message, assertThrows(InvalidInputException.class, making).getMessage());
    }

    @Test
    void statesCountTheirStoredNumbers() {
        assertEquals(0, Sgd.DEFAULT.createState(7).size());
        assertEquals(7, new Sgd(0.9, true).createState(7).size());
        assertEquals(7, AdaGrad.DEFAULT.createState(7).size());
        assertEquals(7, RmsProp.DEFAULT.createState(7).size());
        assertEquals(14, AdaDelta.DEFAULT.createState(7).size());
        assertEquals(15, Adam.DEFAULT.createState(7).size());
        assertEquals(16, NAdam.DEFAULT.createState(7).size());
        assertEquals(15, AdamW.DEFAULT.createState(7).size());
    }

    @Test
    void constantStaysAtTheBaseRate() {
        assertEquals(0.3, new Schedule.ConstantRate(0).rateAt(0.3, 7, 10));
    }

    @Test
    void warmupRisesLinearlyToTheBaseRate() {
        Schedule schedule = new Schedule.ConstantRate(4);
        assertEquals(0.25, schedule.rateAt(1, 0, 10));
        assertEquals(0.5, schedule.rateAt(1, 1, 10));
        assertEquals(1, schedule.rateAt(1, 3, 10));
        assertEquals(1, schedule.rateAt(1, 4, 10));
    }

    @Test
    void stepFallsByItsFactorAtEveryMultiple() {
        Schedule schedule = new Schedule.StepDecay(3, 0.5, 2);
        assertEquals(1, schedule.rateAt(1, 2, 20));
        assertEquals(1, schedule.rateAt(1, 4, 20));
        assertEquals(0.5, schedule.rateAt(1, 5, 20));
        assertEquals(0.25, schedule.rateAt(1, 8, 20));
    }

    @Test
    void exponentialFallsByItsFactorEachEpoch() {
        assertEquals(0.2 * 0.9 * 0.9, new Schedule.ExponentialDecay(0.9, 1).rateAt(0.2, 3, 20), 1e-16);
    }

    @Test
    void cosineStartsAtTheBaseRateAndApproachesItsFloor() {
        Schedule schedule = new Schedule.CosineAnnealing(0.1, 2);
        assertEquals(1, schedule.rateAt(1, 2, 10), 1e-15);
        assertEquals(0.55, schedule.rateAt(1, 6, 10), 1e-15);
        assertEquals(0.1 + 0.9 * (1 + Math.cos(Math.PI * 7 / 8)) / 2, schedule.rateAt(1, 9, 10), 1e-15);
    }

    @Test
    void everyScheduleStartsAtTheBaseRateAfterWarmup() {
        for (int warmup : new int[] {0, 1, 4}) {
            for (Schedule schedule : schedules(warmup)) {
                assertEquals(0.3, schedule.rateAt(0.3, warmup, 12), 1e-16, schedule.toString());
            }
        }
    }

    @Test
    void warmupReachesBaseRateUnlessLongerThanTheTraining() {
        for (Schedule schedule : schedules(6)) {
            assertEquals(0.3, schedule.rateAt(0.3, 5, 6), 1e-16, schedule.toString());
            assertEquals(0.3 * 5 / 6, schedule.rateAt(0.3, 4, 5), 1e-16, schedule.toString());
        }
    }

    @Test
    void lastEpochIsOneStepBeforeTheEndOfTheCosine() {
        assertEquals(
                0.05 + 0.25 * (1 + Math.cos(Math.PI * 4 / 5)) / 2,
                new Schedule.CosineAnnealing(0.05, 0).rateAt(0.3, 4, 5),
                1e-16);
        assertEquals(0.3, new Schedule.CosineAnnealing(0.05, 4).rateAt(0.3, 4, 5), 1e-16);
        assertEquals(0.3, new Schedule.CosineAnnealing(0.05, 0).rateAt(0.3, 0, 1), 1e-16);
    }

    private static List<Schedule> schedules(int warmup) {
        return List.of(
                new Schedule.ConstantRate(warmup),
                new Schedule.StepDecay(2, 0.5, warmup),
                new Schedule.ExponentialDecay(0.9, warmup),
                new Schedule.CosineAnnealing(0.05, warmup));
    }

    @Test
    void schedulesHaveTheirNamesInFiles() {
        List<String> names = List.of(
                Schedule.ConstantRate.DEFAULT.name(),
                Schedule.StepDecay.DEFAULT.name(),
                Schedule.ExponentialDecay.DEFAULT.name(),
                Schedule.CosineAnnealing.DEFAULT.name());
        assertEquals(List.of("constant", "step", "exponential", "cosine"), names);
    }
}
