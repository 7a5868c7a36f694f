package hyperlab.lab.learn.illustration;

import hyperlab.chart.training.BackpropagationChart;
import hyperlab.data.DataSet;
import hyperlab.file.Document;
import hyperlab.lab.LabContext;
import hyperlab.nn.Network;
import hyperlab.nn.layer.LayerWeights;
import hyperlab.nn.layer.ParameterBlock;
import hyperlab.text.NumberFormats;
import hyperlab.text.Texts;
import hyperlab.train.Experiment;
import hyperlab.train.TrainingRun;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ejml.data.DMatrixRMaj;

/** One forward and one backward pass of the first training sample through a small network before training. */
final class BackpropagationIllustration
        implements Illustration<BackpropagationIllustration.BothPasses, BackpropagationChart.Model> {
    private static final String LOSS_FORMAT = "L = ";

    private final Experiment experiment = LinkedSettings.experiment("backpropagation");
    private final BackpropagationChart chart;

    BackpropagationIllustration(LabContext context) {
        chart = new BackpropagationChart(context.appearance().chartTheme());
    }

    /**
     * The numbers of both passes, for two layers without dropout.
     *
     * @param features of the sample
     * @param target its class
     * @param hidden outputs of the hidden units
     * @param probabilities of the classes
     * @param loss the cross-entropy
     * @param weights of the hidden and the output layer
     * @param derivatives of the loss with respect to these weights and biases, in the same order
     */
    record BothPasses(
            double[] features,
            int target,
            double[] hidden,
            double[] probabilities,
            double loss,
            List<LayerWeights.Dense> weights,
            List<LayerWeights.Dense> derivatives,
            List<String> featureNames,
            List<String> classNames) {}

    @Override
    public Document settingsDocument() {
        return new Document.OfExperiment(experiment);
    }

    @Override
    public BothPasses compute() {
        TrainingRun run = IllustrationTrainings.createRun(experiment);
        DataSet train = run.partition().train();
        Network network = run.network();
        double[] features = new double[train.features().numCols];
        for (int column = 0; column < features.length; column++) {
            features[column] = train.features().get(0, column);
        }
        DMatrixRMaj sample = new DMatrixRMaj(1, features.length, true, features);
        double loss = network.gradient(sample, new double[] {train.targets()[0]});
        List<LayerWeights.Dense> weights =
                network.weights().stream().map(LayerWeights.Dense.class::cast).toList();
        return new BothPasses(
                features,
                (int) train.targets()[0],
                hidden(weights.get(0), features),
                network.predict(sample).data.clone(),
                loss,
                weights,
                derivatives(weights, network.parameters()),
                train.featureNames(),
                train.classNames());
    }

    private double[] hidden(LayerWeights.Dense layer, double[] features) {
        double[] outputs = layer.bias().clone();
        for (int unit = 0; unit < outputs.length; unit++) {
            for (int from = 0; from < features.length; from++) {
                outputs[unit] += layer.weights()[unit][from] * features[from];
            }
            outputs[unit] = experiment.network().activation().value(outputs[unit]);
        }
        return outputs;
    }

    /** The gradient in the form of the weights. Each layer has a block of weights, row by row, and one of biases. */
    private static List<LayerWeights.Dense> derivatives(List<LayerWeights.Dense> weights, List<ParameterBlock> blocks) {
        List<LayerWeights.Dense> derivatives = new ArrayList<>();
        for (int layer = 0; layer < weights.size(); layer++) {
            double[] gradient = blocks.get(2 * layer).gradient();
            double[][] rows = new double[weights.get(layer).weights().length][];
            for (int row = 0; row < rows.length; row++) {
                int columns = weights.get(layer).weights()[row].length;
                rows[row] = Arrays.copyOfRange(gradient, row * columns, (row + 1) * columns);
            }
            derivatives.add(new LayerWeights.Dense(
                    rows, blocks.get(2 * layer + 1).gradient().clone()));
        }
        return derivatives;
    }

    @Override
    public BackpropagationChart chart() {
        return chart;
    }

    /** A bias is added to the weighted sum, so its derivative is that of the weighted sum, δ. */
    @Override
    public BackpropagationChart.Model model(BothPasses found, Texts texts) {
        List<BackpropagationChart.Column> columns = List.of(
                new BackpropagationChart.Column(
                        texts.get("stage.input"), found.featureNames(), found.features(), new double[0], new double[0]),
                new BackpropagationChart.Column(
                        texts.get("chart.hiddenLayer", "1"),
                        List.of(),
                        found.hidden(),
                        found.weights().get(0).bias(),
                        found.derivatives().get(0).bias()),
                new BackpropagationChart.Column(
                        texts.get("chart.outputLayer"),
                        outputNames(found, texts),
                        found.probabilities(),
                        found.weights().get(1).bias(),
                        found.derivatives().get(1).bias()));
        List<BackpropagationChart.Links> links = new ArrayList<>();
        for (int layer = 0; layer < found.weights().size(); layer++) {
            links.add(new BackpropagationChart.Links(
                    found.weights().get(layer).weights(),
                    found.derivatives().get(layer).weights()));
        }
        return new BackpropagationChart.Model(
                columns,
                links,
                texts.get("learn.chart.forward"),
                texts.get("learn.chart.backward"),
                LOSS_FORMAT + NumberFormats.formatFixed(found.loss(), 2));
    }

    private static List<String> outputNames(BothPasses found, Texts texts) {
        List<String> names = new ArrayList<>();
        for (int output = 0; output < found.classNames().size(); output++) {
            names.add(texts.get(
                    output == found.target() ? "learn.chart.targetClass" : "learn.chart.otherClass",
                    found.classNames().get(output)));
        }
        return names;
    }

    /** One row for each weight, and one for each bias, whose column {@code from} is {@code bias}. */
    @Override
    public String toCsv(BothPasses found) {
        StringBuilder text = new StringBuilder("layer,unit,from,weight,derivative\n");
        for (int layer = 0; layer < found.weights().size(); layer++) {
            LayerWeights.Dense weights = found.weights().get(layer);
            LayerWeights.Dense derivatives = found.derivatives().get(layer);
            for (int unit = 0; unit < weights.bias().length; unit++) {
                String start = (layer + 1) + "," + (unit + 1) + ",";
                for (int from = 0; from < weights.weights()[unit].length; from++) {
                    text.append(start + (from + 1) + "," + weights.weights()[unit][from] + ","
                            + derivatives.weights()[unit][from] + "\n");
                }
                text.append(start + "bias," + weights.bias()[unit] + ","
                        + derivatives.bias()[unit] + "\n");
            }
        }
        return text.toString();
    }
}
