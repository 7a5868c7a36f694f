package hyperlab.lab.learn.illustration;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import hyperlab.chart.training.BackpropagationChart;
import hyperlab.lab.LabContext;
import hyperlab.nn.Network;
import hyperlab.nn.layer.LayerWeights;
import hyperlab.text.Language;
import hyperlab.text.Texts;
import hyperlab.train.Experiment;
import hyperlab.train.TrainingRun;
import hyperlab.ui.Appearance;
import hyperlab.ui.Messages;
import hyperlab.ui.Theme;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;

/** The numbers of the backpropagation figure agree with finite differences and with the network's own prediction. */
class BackpropagationIllustrationTest {
    private static final double DIFFERENCE = 1e-6;

    private final BackpropagationIllustration illustration = new BackpropagationIllustration(new LabContext(
            new Messages(Language.ENGLISH), new Appearance(Theme.LIGHT), null, null, null, null, null, null));
    private final BackpropagationIllustration.BothPasses passes = illustration.compute();

    private double loss(List<LayerWeights.Dense> weights) {
        Experiment experiment = LinkedSettings.experiment("backpropagation");
        TrainingRun run = IllustrationTrainings.createRun(experiment);
        Network network = run.network();
        network.load(new ArrayList<LayerWeights>(weights));
        return network.evaluate(
                        new DMatrixRMaj(1, passes.features().length, true, passes.features()),
                        new double[] {passes.target()})
                .loss();
    }

    /** The weights with one number changed; column −1 is the bias. */
    private List<LayerWeights.Dense> changed(int layer, int row, int column, double change) {
        List<LayerWeights.Dense> copy = new ArrayList<>();
        for (LayerWeights.Dense each : passes.weights()) {
            copy.add(new LayerWeights.Dense(
                    Arrays.stream(each.weights()).map(double[]::clone).toArray(double[][]::new),
                    each.bias().clone()));
        }
        if (column < 0) {
            copy.get(layer).bias()[row] += change;
        } else {
            copy.get(layer).weights()[row][column] += change;
        }
        return copy;
    }

    @Test
    void derivativesAgreeWithFiniteDifferences() {
        assertEquals(loss(passes.weights()), passes.loss(), 1e-12);
        int checked = 0;
        for (int layer = 0; layer < passes.weights().size(); layer++) {
            LayerWeights.Dense derivatives = passes.derivatives().get(layer);
            for (int row = 0; row < derivatives.bias().length; row++) {
                for (int column = -1; column < derivatives.weights()[row].length; column++) {
                    double numeric = (loss(changed(layer, row, column, DIFFERENCE))
                                    - loss(changed(layer, row, column, -DIFFERENCE)))
                            / (2 * DIFFERENCE);
                    double shown =
                            column < 0 ? derivatives.bias()[row] : derivatives.weights()[row][column];
                    assertEquals(numeric, shown, 1e-8, layer + " " + row + " " + column);
                    checked++;
                }
            }
        }
        assertEquals(12, checked);
    }

    /** The page speaks of 12 parameters: the picture and the table have the 8 weights and the 4 biases. */
    @Test
    void everyParameterIsInThePictureAndInTheTable() {
        BackpropagationChart.Model model = illustration.model(passes, Texts.in(Language.ENGLISH));

        int weights = model.links().stream()
                .mapToInt(links -> links.weights().length * links.weights()[0].length)
                .sum();
        assertEquals(8, weights);
        assertEquals(0, model.columns().get(0).biases().length, "inputs have no bias");
        for (int layer = 0; layer < 2; layer++) {
            assertArrayEquals(
                    passes.weights().get(layer).bias(),
                    model.columns().get(layer + 1).biases());
            assertArrayEquals(
                    passes.derivatives().get(layer).bias(),
                    model.columns().get(layer + 1).deltas());
        }
        List<String> rows = illustration.toCsv(passes).lines().skip(1).toList();
        assertEquals(12, rows.size());
        assertEquals(4, rows.stream().filter(row -> row.contains(",bias,")).count());
    }

    @Test
    void outputsFollowFromTheHiddenUnits() {
        LayerWeights.Dense output = passes.weights().get(1);
        double[] exponentials = new double[output.bias().length];
        for (int k = 0; k < exponentials.length; k++) {
            double sum = output.bias()[k];
            for (int j = 0; j < passes.hidden().length; j++) {
                sum += output.weights()[k][j] * passes.hidden()[j];
            }
            exponentials[k] = Math.exp(sum);
        }
        double total = Arrays.stream(exponentials).sum();
        assertArrayEquals(Arrays.stream(exponentials).map(e -> e / total).toArray(), passes.probabilities(), 1e-12);
        assertEquals(-Math.log(passes.probabilities()[passes.target()]), passes.loss(), 1e-12);
    }
}
