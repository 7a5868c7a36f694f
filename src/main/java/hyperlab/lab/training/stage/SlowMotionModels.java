package hyperlab.lab.training.stage;

import hyperlab.chart.training.StepChart;
import hyperlab.chart.training.StepChart.Link;
import hyperlab.data.DataSet;
import hyperlab.lab.training.motion.SlowMotion.SlowMotionState;
import hyperlab.lab.training.motion.TracedUpdate;
import hyperlab.lab.training.motion.TracedUpdate.DenseTrace;
import hyperlab.nn.Loss;
import hyperlab.optim.Sgd;
import hyperlab.text.ColumnNames;
import hyperlab.text.NumberFormats;
import hyperlab.text.Texts;
import hyperlab.train.Experiment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Creates the chart and the sentences of an update in slow motion, in one language. */
final class SlowMotionModels {
    private static final int DIGITS = 4;

    private final SlowMotionState state;
    private final TracedUpdate update;
    private final Experiment experiment;
    private final DataSet data;
    private final Texts texts;

    SlowMotionModels(SlowMotionState state, Experiment experiment, DataSet data, Texts texts) {
        this.state = state;
        this.update = state.update();
        this.experiment = experiment;
        this.data = data;
        this.texts = texts;
    }

    StepChart.Model chart() {
        List<DenseTrace> layers = update.layers();
        List<StepChart.Column> columns = new ArrayList<>();
        columns.add(new StepChart.Column(
                texts.get("stage.input"),
                ColumnNames.of(data.featureNames(), texts),
                layers.get(0).inputs()[state.sample()],
                new double[0],
                new double[0]));
        List<StepChart.Links> links = new ArrayList<>();
        for (int k = 0; k < layers.size(); k++) {
            DenseTrace layer = layers.get(k);
            boolean output = k == layers.size() - 1;
            int number = k + 1;
            columns.add(new StepChart.Column(
                    output ? texts.get("chart.outputLayer") : texts.get("chart.hiddenLayer", Integer.toString(number)),
                    output ? outputNames() : hiddenNames(layer),
                    output ? predictions(layer.sums()[state.sample()]) : layer.outputs()[state.sample()],
                    layer.biasesBefore(),
                    layer.biasesAfter()));
            links.add(new StepChart.Links(layer.before(), layer.gradients(), layer.after()));
        }
        return new StepChart.Model(
                columns,
                links,
                state.phase(),
                state.link(),
                texts.get("stage.loss"),
                update.trace().loss(),
                update.trace().lossAfter());
    }

    /** For example "tanh(0.55)", where 0.55 is the weighted sum. */
    private List<String> hiddenNames(DenseTrace layer) {
        String function = texts.get(
                "component.activation." + experiment.network().activation().name());
        return Arrays.stream(layer.sums()[state.sample()])
                .mapToObj(sum -> function + "(" + NumberFormats.format(sum, 3) + ")")
                .toList();
    }

    private List<String> outputNames() {
        return isClassification() ? data.classNames() : List.of(ColumnNames.of(data.targetName(), texts));
    }

    private boolean isClassification() {
        return experiment.training().lossFor(data.task()) == Loss.CROSS_ENTROPY;
    }

    /** Softmax probabilities for cross-entropy; otherwise the sums themselves. */
    private double[] predictions(double[] sums) {
        if (!isClassification()) {
            return sums;
        }
        double largest = Arrays.stream(sums).max().orElse(0);
        double[] powers =
                Arrays.stream(sums).map(sum -> Math.exp(sum - largest)).toArray();
        double total = Arrays.stream(powers).sum();
        return Arrays.stream(powers).map(power -> power / total).toArray();
    }

    /** The step, the learning rate and the sample. */
    String subtitle() {
        return texts.get(
                "stage.step.at",
                Long.toString(update.trace().step()),
                Integer.toString(state.sample() + 1),
                Integer.toString(update.samples()),
                target());
    }

    private String target() {
        double target = update.trace().targets()[state.sample()];
        return data.classNames().isEmpty()
                ? NumberFormats.format(target, DIGITS)
                : data.classNames().get((int) target);
    }

    /** What happens in the phase, with the numbers of the selected weight. */
    String explanation() {
        Link link = state.link();
        DenseTrace layer = update.layers().get(link.column());
        String weight = number(layer.before()[link.to()][link.from()]);
        String after = number(layer.after()[link.to()][link.from()]);
        String gradient = number(layer.gradients()[link.to()][link.from()]);
        String input = number(layer.inputs()[state.sample()][link.from()]);
        String name = linkName();
        return switch (state.phase()) {
            case FORWARD ->
                texts.get(
                        "stage.step.forward.said",
                        name,
                        weight,
                        input,
                        number(layer.before()[link.to()][link.from()] * layer.inputs()[state.sample()][link.from()]),
                        number(layer.sums()[state.sample()][link.to()]));
            case LOSS ->
                texts.get(
                        isClassification() ? "stage.step.loss.classes" : "stage.step.loss.numbers",
                        number(update.trace().loss()),
                        Integer.toString(update.samples()));
            case BACKWARD -> backward(layer, link, name, input, gradient);
            case UPDATE ->
                texts.get(
                        isPlainSgd() ? "stage.step.update.sgd" : "stage.step.update.other",
                        name,
                        weight,
                        number(update.trace().learningRate()),
                        gradient,
                        after,
                        number(update.trace().loss()),
                        number(update.trace().lossAfter()),
                        texts.get("component.optimizer."
                                + experiment.training().optimizer().name()));
        };
    }

    private String backward(DenseTrace layer, Link link, String name, String input, String gradient) {
        double delta = layer.sumGradients()[state.sample()][link.to()] * update.samples();
        boolean penalized = experiment.training().penalty().l1() > 0
                || experiment.training().penalty().l2() > 0;
        String product = number(delta * layer.inputs()[state.sample()][link.from()]);
        String said = update.samples() == 1
                ? texts.get("stage.step.backward.one", name, number(delta), input, product)
                : texts.get(
                        "stage.step.backward.mean",
                        name,
                        number(delta),
                        input,
                        product,
                        Integer.toString(update.samples()),
                        number(IntStream.range(0, update.samples())
                                .mapToDouble(sample ->
                                        layer.sumGradients()[sample][link.to()] * layer.inputs()[sample][link.from()])
                                .sum()));
        return penalized ? said + " " + texts.get("stage.step.backward.penalty", gradient) : said;
    }

    /** Whether a step is exactly w − η·g. */
    private boolean isPlainSgd() {
        return experiment.training().optimizer() instanceof Sgd sgd
                && sgd.momentum() == 0
                && experiment.training().layerRates().isEmpty()
                && experiment.training().penalty().l1() == 0;
    }

    private String linkName() {
        Link link = state.link();
        int last = update.layers().size() - 1;
        String from = link.column() == 0
                ? ColumnNames.of(data.featureNames().get(link.from()), texts)
                : unitName(link.column(), link.from());
        String to = link.column() == last
                ? outputNames().get(Math.min(link.to(), outputNames().size() - 1))
                : unitName(link.column() + 1, link.to());
        return from + " → " + to;
    }

    /** The mathematical name of a hidden unit, by its layer and its number in the layer. */
    private static String unitName(int layer, int unit) {
        return "h" + layer + "," + (unit + 1);
    }

    private static String number(double value) {
        return NumberFormats.format(value, DIGITS);
    }
}
