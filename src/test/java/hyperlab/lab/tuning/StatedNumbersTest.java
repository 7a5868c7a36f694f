package hyperlab.lab.tuning;

import hyperlab.text.StatedNumbers;
import hyperlab.train.PairedDifference;
import hyperlab.train.Quartiles;
import hyperlab.tune.HyperparameterImportance;
import hyperlab.tune.MethodComparison;
import hyperlab.tune.SearchDoctor;
import hyperlab.tune.SearchSpace;
import hyperlab.tune.SurrogateSnapshot;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Every number that the lab's texts state literally is computed here, or is named as part of an example. */
class StatedNumbersTest {
    private static final double HALF = Quartiles.middleShare();

    private final Map<String, List<Double>> computed = new TreeMap<>();

    private void state(String key, double... numbers) {
        computed.put(key, Arrays.stream(numbers).boxed().toList());
    }

    /** The share in percent of the paired t intervals of 10 standard normal differences that contain 0. */
    private static double percentCovered() {
        Random random = new Random(4);
        int covered = 0;
        for (int sample = 0; sample < 20_000; sample++) {
            double[] differences = IntStream.range(0, 10)
                    .mapToDouble(i -> random.nextGaussian())
                    .toArray();
            covered += PairedDifference.of(new double[10], differences).isSignificant() ? 0 : 1;
        }
        return covered / 200.0;
    }

    @Test
    void everyStatedNumberIsComputed() throws IOException {
        state("tuning.space.add.hint", SearchSpace.MAX_PARAMETERS);
        // Examples of values to enter.
        state("tuning.space.values.hint", 8, 16, 32, 8, 8, 8);
        state("tuning.space.values.rule", 8, 16, 8, 8, 8);
        state("tuning.gain.empty", SurrogateSnapshot.MIN_TRIALS);
        state("tuning.importance.empty", HyperparameterImportance.MIN_TRIALS);
        state("tuning.table.filter.BEST", TrialTable.BEST_FRACTION);
        state("tuning.race.chart.how", HALF);
        state("tuning.race.empty", MethodComparison.MAX_METHODS);
        state("tuning.repeats.half", HALF);
        state("tuning.repeats.spread", HALF);
        state("tuning.repeats.test", percentCovered());
        state("tuning.race.test", percentCovered());
        state("tuning.race.several", 100 - percentCovered());
        state("tuning.repeats.several", 100 - percentCovered());
        state("tuning.doctor.seed.remedy", BestTrialRepeats.SEEDS);
        state("tuning.openTable.hint", StudyData.HELD_OUT.testFraction());
        state("tuning.heldOut.hint", StudyData.HELD_OUT.testFraction());
        state("tuning.default.empty", ComparisonViewModel.SEEDS);
        state("tuning.default.strips", HALF);
        state("tuning.default.interval", percentCovered());
        state("tuning.doctor.few.why", SearchDoctor.MIN_TRIALS);
        StatedNumbers.check("tuning", key -> true, computed);
    }
}
