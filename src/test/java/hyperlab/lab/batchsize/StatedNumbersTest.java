package hyperlab.lab.batchsize;

import hyperlab.batch.EscapeStudy;
import hyperlab.batch.Proportion;
import hyperlab.batch.SpeedStudy;
import hyperlab.nn.kernel.StandardNormal;
import hyperlab.text.StatedNumbers;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Every number that the lab's texts state literally is computed here, or is named as part of an example. */
class StatedNumbersTest {
    private final Map<String, List<Double>> computed = new TreeMap<>();

    private void state(String key, double... numbers) {
        computed.put(key, Arrays.stream(numbers).boxed().toList());
    }

    /** The confidence in percent of the interval of a proportion, from its half-width for many trials. */
    private static double percentConfidence() {
        Proportion half = new Proportion(500_000, 1_000_000);
        double z = (half.upper() - half.value()) / (0.5 / 1_000);
        return 100 * (1 - 2 * StandardNormal.tail(z));
    }

    @Test
    void everyStatedNumberIsComputed() throws IOException {
        // Two features and one target.
        state("batch-size.source.hint", 2 + 1);
        state("batch-size.model.how", 2 + 1);
        state("batch-size.equal.hint", ComparedDescent.values().length);
        // The probability that a normal vector in the plane lies within d deviations: 1 − exp(−d²/2).
        state("batch-size.cloud.how", 100 * (1 - Math.exp(-Math.pow(BatchSizeCharts.ELLIPSE_95_PERCENT, 2) / 2)));
        state("batch-size.experiment.escape.how", percentConfidence());
        state("batch-size.experiment.escape.empty", EscapeStudy.RATE_FACTORS.size());
        state("batch-size.escape.same", percentConfidence());
        // η·S²/B stays the same when η doubles and so does B, so twice the rate is worth half the batch.
        state("batch-size.escape.found", percentConfidence(), 1 / 2.0);
        state("batch-size.speed.found", 100 * SpeedStudy.SIGNIFICANCE_LEVEL);
        // 1 + critical/B is 2 at B = critical and tends to 1.
        state("batch-size.seen.critical", 1 / 2.0);
        state("batch-size.seen.critical.beyond", 1 / 2.0);
        // The unit of the axis.
        state("batch-size.speed.axis", 1_000);
        state("batch-size.seen.noise", BatchSizeText.LARGER_BATCH_FACTOR);
        StatedNumbers.check("batch-size", key -> !key.startsWith("batch-size.column."), computed);
    }
}
