package hyperlab.lab.activation;

import hyperlab.activation.ActivationConstants;
import hyperlab.activation.ActivationLabSettings;
import hyperlab.activation.ActivationTrainingSettings;
import hyperlab.activation.DeadUnitsStudy;
import hyperlab.activation.DepthSettings;
import hyperlab.activation.DepthStudy;
import hyperlab.activation.MaxoutStudy;
import hyperlab.nn.Activation;
import hyperlab.nn.ActivationShape;
import hyperlab.optim.Lion;
import hyperlab.text.StatedNumbers;
import hyperlab.train.Experiment;
import hyperlab.train.NetworkSettings;
import hyperlab.train.Quartiles;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Every number that the lab's texts state literally is computed here, or is named as part of an example. */
class StatedNumbersTest {
    private static final double HALF = Quartiles.middleShare();

    private final Map<String, List<Double>> computed = new TreeMap<>();

    private void state(String key, double... numbers) {
        computed.put(key, Arrays.stream(numbers).boxed().toList());
    }

    @Test
    void everyStatedNumberIsComputed() throws IOException {
        int functions = ActivationConstants.DEFAULT.sevenFunctions().size();
        state("activation.subtitle.race", functions);
        state("activation.empty.race", functions);
        state("activation.race.title", functions);
        state("activation.table.centered.hint", ActivationRow.CENTERED_LIMIT);
        state("activation.table.cost.hint", HALF, MeasuredCosts.ROUNDS);
        state("activation.seeds.hint", HALF);
        Experiment experiment = ActivationLabSettings.DEFAULT.raceTraining().experiment(new Activation.Relu(), 1);
        state(
                "activation.training.note",
                experiment.training().batchSize().effective(1_000),
                1 - experiment.data().trainFraction());
        state("activation.source.hint", ActivationTrainingSettings.GENERATED_SAMPLES);
        // The two layers of 16 are an example.
        state("activation.hidden.hint", 16, 16, NetworkSettings.MAX_LAYERS);
        state("activation.dead.largest.hint", DeadUnitsStudy.RATE_COUNT);
        state("activation.empty.dead", DeadUnitsStudy.RATE_COUNT);
        // One deep linear network, one layer, and one with a bend.
        state("activation.run.linear", 3);
        state("activation.linear.waiting", 3);
        state("activation.layers.hint", DepthSettings.MAX_LAYERS);
        state("activation.width.hint", DepthSettings.MAX_WIDTH);
        state("activation.depth.note", DepthStudy.SAMPLES);
        state("activation.depth.back.how", HALF);
        state(
                "activation.depth.words.starts",
                ActivationLabSettings.DEFAULT
                        .depth()
                        .withComparison(DepthSettings.DepthComparison.INITIALIZATIONS)
                        .lines(List.of(new Activation.Relu()))
                        .size(),
                shareOfSquaresThroughRelu());
        state("activation.depth.vanishes.text", DepthPresenter.VANISHING_SHARE);
        state("activation.depth.explodes.text", 1 / DepthPresenter.VANISHING_SHARE);
        state("activation.learned.slopes.how", HALF);
        state("activation.learned.maxout.note", MaxoutStudy.DEFAULT_LEARNING_RATE, MaxoutStudy.BATCH_SIZE);
        state("activation.dead.score.how", HALF);
        state("activation.dead.live.text", DeadUnitsPresenter.WARNING_SHARE);
        state("activation.race.how", HALF);
        StatedNumbers.check("activation", key -> true, computed);
    }

    /** E max(0, x)² / E x² for standard normal x. */
    private static double shareOfSquaresThroughRelu() {
        double through = 0;
        double all = 0;
        for (int i = -1_000; i <= 1_000; i++) {
            double x = i / 100.0;
            double density = Math.exp(-x * x / 2);
            through += density * Math.pow(Math.max(0, x), 2);
            all += density * x * x;
        }
        return through / all;
    }

    /** The lowest value of a function on −5 … 0, and where it is. */
    private static double[] dip(Activation function) {
        double lowest = 0;
        double at = 0;
        for (int i = 0; i <= 50_000; i++) {
            double x = -i / 10_000.0;
            if (function.value(x) < lowest) {
                lowest = function.value(x);
                at = x;
            }
        }
        return new double[] {-lowest, -at};
    }

    @Test
    void everyNumberStatedAboutAFunctionIsComputed() throws IOException {
        state("component.activation.sigmoid.explanation", ActivationShape.largestSlope(new Activation.Sigmoid()));
        state("component.activation.gelu.explanation", dip(new Activation.Gelu())[0]);
        state("component.activation.silu.explanation", dip(new Activation.Silu()));
        state("component.activation.mish.explanation", dip(new Activation.Mish()));
        double[] dip = dip(new Activation.Hardswish());
        Activation hardswish = new Activation.Hardswish();
        // f′ is also 0 at the bottom of the dip.
        double flatTo = 2;
        while (hardswish.derivative(-flatTo) != 0) {
            flatTo += 0.25;
        }
        state("component.activation.hardswish.explanation", dip[0], dip[1], flatTo, flatTo, flatTo);
        state("component.optimizer.lion.beta1.hint", Lion.DEFAULT.beta1());
        state("component.optimizer.lion.beta2.hint", Lion.DEFAULT.beta2());
        StatedNumbers.check(
                "component",
                key -> key.startsWith("component.activation.") || key.startsWith("component.optimizer."),
                computed);
    }
}
