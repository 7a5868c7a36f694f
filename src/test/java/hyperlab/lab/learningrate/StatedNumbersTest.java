package hyperlab.lab.learningrate;

import hyperlab.batch.VarianceEstimate;
import hyperlab.descent.DescentDoctor;
import hyperlab.descent.DescentSetup;
import hyperlab.descent.ObjectiveFunctions;
import hyperlab.descent.Stability;
import hyperlab.optim.NAdam;
import hyperlab.text.StatedNumbers;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Every number that the lab's texts state literally is computed here, or is named as part of an example. */
class StatedNumbersTest {
    private final Map<String, List<Double>> computed = new TreeMap<>();

    private void state(String key, double... numbers) {
        computed.put(key, Arrays.stream(numbers).boxed().toList());
    }

    /** The share of 95 % intervals of a variance that contain it, over 20,000 samples of 25 normal values. */
    private static double percentCovered() {
        Random random = new Random(3);
        int covered = 0;
        for (int sample = 0; sample < 20_000; sample++) {
            double squares = 0;
            for (int i = 0; i < 24; i++) {
                squares += Math.pow(random.nextGaussian(), 2);
            }
            VarianceEstimate estimate = VarianceEstimate.of(squares / 24, 24);
            covered += estimate.lower() <= 1 && 1 <= estimate.upper() ? 1 : 0;
        }
        return covered / 200.0;
    }

    @Test
    void everyStatedNumberIsComputed() throws IOException {
        double percentLeft = 100 * DescentDoctor.DESCENDED_FRACTION;
        state("learning-rate.doctor.slow.why", percentLeft);
        state("learning-rate.doctor.unfinishedBetter.why", percentLeft);
        state("learning-rate.ask.why.land", Stability.LANDING_FACTOR);
        state("learning-rate.ask.seen.land", Stability.LANDING_FACTOR);
        state("learning-rate.noise.seen", percentCovered());
        state("learning-rate.steps.hint", DescentSetup.MAX_STEPS);
        state("learning-rate.tilt.hint", 0.35);
        for (int racers = 3; racers <= DescentSetup.MAX_RACERS; racers++) {
            state("learning-rate.rates." + racers, racers);
            state("learning-rate.optimizers." + racers, racers);
        }
        // NAdam (Dozat 2016): μ₁ = β₁·(1 − ½·0.96^ψ).
        state("learning-rate.constant.momentumDecay.hint", 1 - 0.5 * Math.pow(0.96, NAdam.DEFAULT.momentumDecay()));
        // two variables and the value
        state("learning-rate.view.rotatable", 2 + 1);
        state("learning-rate.view.hint", 2 + 1);
        // x³/6 − x/2 at 1
        state(
                "learning-rate.function.cubic",
                Math.rint(1e6 / (ObjectiveFunctions.of("cubic").value(1) + 0.5)) / 1e6);
        StatedNumbers.check("learning-rate", key -> true, computed);
    }
}
