package hyperlab.lab.learn.illustration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.activation.ActivationLabSettings;
import hyperlab.activation.DepthSettings;
import hyperlab.activation.DepthStudy;
import hyperlab.batch.EpochBatches;
import hyperlab.cases.Case;
import hyperlab.cases.CaseScore.Configuration;
import hyperlab.convolution.ConvolutionLabSettings;
import hyperlab.data.DataSet;
import hyperlab.data.DataSplitter;
import hyperlab.data.Standardizer;
import hyperlab.descent.DescentPath;
import hyperlab.descent.DescentSetup;
import hyperlab.diagnosis.RegularizationPath;
import hyperlab.file.BundledCases;
import hyperlab.image.ImageShape;
import hyperlab.lab.LabContext;
import hyperlab.learn.LearnPages;
import hyperlab.map.MapSpecification;
import hyperlab.map.MapSubject;
import hyperlab.map.QuadraticMap;
import hyperlab.map.RateRows;
import hyperlab.map.RateScaling;
import hyperlab.map.RecordedBestRates;
import hyperlab.nn.Activation;
import hyperlab.nn.Loss;
import hyperlab.nn.Network;
import hyperlab.nn.NetworkShape;
import hyperlab.nn.layer.Initializer;
import hyperlab.nn.layer.LayerWeights;
import hyperlab.optim.Sgd;
import hyperlab.text.NumberFormats;
import hyperlab.train.EpochReport;
import hyperlab.train.Experiment;
import hyperlab.train.Quantiles;
import hyperlab.train.SeededExperiments;
import hyperlab.train.TrainingOutcome;
import hyperlab.tune.TrialRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;

/** The numbers on each page, computed with the program and, where there is one, compared with a closed form. */
final class PageClaims {
    private static final double PERCENT = 100;

    private final LabContext context;
    private final Set<String> numbers = new TreeSet<>();

    private PageClaims(LabContext context) {
        this.context = context;
    }

    /** The numbers of a page as they are written there. */
    static Set<String> of(String page, LabContext context) {
        PageClaims claims = new PageClaims(context);
        claims.compute(page);
        return claims.numbers;
    }

    private void compute(String page) {
        switch (page) {
            case "parameters" -> {}
            case "learning-rate" -> learningRate();
            case "batch-size" -> batchSize();
            case "epochs" -> epochs();
            case "weight-decay" -> weightDecay();
            case "dropout" -> dropout();
            case "activation" -> activation();
            case "optimizers" -> optimizers();
            case "layers" -> layers();
            case "convolution" -> convolution();
            case "seed" -> seed();
            case "tuning" -> tuning();
            case "cases" -> cases();
            case "softmax" -> softmax();
            case "backpropagation" -> backpropagation();
            case "generalization" -> generalization();
            case "sayings" -> sayings();
            case "maps" -> maps();
            default -> throw new IllegalArgumentException(page + " has no computations");
        }
    }

    private void add(String... texts) {
        numbers.addAll(List.of(texts));
    }

    private void add(int... values) {
        Arrays.stream(values).mapToObj(Integer::toString).forEach(numbers::add);
    }

    private void fixed(double value, int decimals) {
        add(NumberFormats.formatFixed(value, decimals));
    }

    private void digits(double value, int digits) {
        add(NumberFormats.format(value, digits));
    }

    // 1 to 5

    private void learningRate() {
        DescentSetup setup = LinkedSettings.descent("three-rates");
        DescentPaths paths = DescentPaths.of(setup);
        double curvature = paths.objective().largestCurvature(setup.start().get(0));
        for (int k = 0; k < setup.racers().size(); k++) {
            double rate = setup.racers().get(k).learningRate();
            double factor = paths.paths().get(k).x(1) / paths.paths().get(k).x(0);
            assertEquals(1 - rate * curvature, factor, 1e-12);
            digits(rate, 4);
            digits(factor, 4);
        }
        digits(2 / curvature, 4);
        digits(LinkedSettings.descent("landing-rate").racers().get(0).learningRate(), 4);
        digits(
                DescentPaths.of(LinkedSettings.descent("landing-rate"))
                        .paths()
                        .get(0)
                        .x(1),
                4);
    }

    private void batchSize() {
        EpochBatches batches = new EpochIllustration(context).compute().cut();
        add(batches.samples(), batches.batchSize(), batches.steps(), batches.sizeOf(batches.steps() - 1));
        double samples = batches.samples();
        int small = 16;
        int large = 4 * small;
        add(small, large);
        fixed(noise(large, samples) / noise(small, samples), 2);
        add(LinkedSettings.batchSize("batch-1").training().batchSize().effective(batches.samples()));
        add(LinkedSettings.batchSize("batch-8").training().batchSize().effective(batches.samples()));
        assertEquals(
                batches.samples(),
                LinkedSettings.batchSize("batch-full").training().batchSize().effective(batches.samples()));
    }

    /** The standard deviation of a mean of {@code batch} of {@code samples}, without replacement, relative to one. */
    private static double noise(double batch, double samples) {
        return Math.sqrt((samples - batch) / (samples - 1) / batch);
    }

    private void epochs() {
        Experiment experiment = LinkedSettings.experiment("early-stopping");
        TrainingOutcome outcome = Objects.requireNonNull(
                IllustrationTrainings.train(experiment, report -> {}).outcome());
        add(experiment.training().patience(), outcome.epochs(), outcome.bestEpoch());
        assertEquals(
                outcome.epochs(), outcome.bestEpoch() + experiment.training().patience());
        assertEquals(
                outcome.bestEpoch(), new OverfitIllustration(context).compute().bestEpoch());
        add(trainingSamples(LinkedSettings.experiment("overfit")));
    }

    private static int trainingSamples(Experiment experiment) {
        return IllustrationTrainings.createRun(experiment).partition().train().samples();
    }

    private void weightDecay() {
        Experiment experiment = LinkedSettings.experiment("l1-diabetes");
        double strength = PenaltyIllustration.MARKED_LAMBDA;
        RegularizationPath l1 = new PenaltyIllustration(context, RegularizationPath.PenaltyKind.L1).compute();
        List<Integer> kept = l1.nonzeroFeatures(l1.nearestIndex(strength));
        assertEquals(
                List.of("bmi", "bp", "s3", "s5"),
                kept.stream().sorted().map(l1.features()::get).toList());
        digits(strength, 1);
        RegularizationPath l2 = new PenaltyIllustration(context, RegularizationPath.PenaltyKind.L2).compute();
        for (double lambda : new double[] {0.001, 1}) {
            int index = l2.nearestIndex(lambda);
            assertEquals(lambda, l2.lambdas()[index], 1e-9);
            digits(lambda, 1);
            fixed(Arrays.stream(l2.weights()[index]).map(w -> w * w).sum(), 2);
            fixed(l2.weights()[index][l2.features().indexOf("s6")], 3);
            fixed(l2.weights()[index][l2.features().indexOf("s3")], lambda < 1 ? 2 : 3);
        }
        DataSet train = DataSplitter.loadAndSplit(experiment.data(), experiment.seed(), null)
                .train();
        double unit = standardDeviation(train.targets());
        fixed(unit, 0);
        fixed(strength * unit, 0);
        assertEquals(8, experiment.training().penalty().l1());
        double[] weights = trainedWeights(experiment);
        double largestRejected = IntStream.range(0, weights.length)
                .filter(feature -> !kept.contains(feature))
                .mapToDouble(feature -> Math.abs(weights[feature]))
                .max()
                .orElseThrow();
        fixed(largestRejected, 2);
        assertTrue(largestRejected < 0.06);
        double smallestKept = kept.stream()
                .mapToDouble(feature -> Math.abs(weights[feature]))
                .min()
                .orElseThrow();
        assertTrue(smallestKept >= 4);
        fixed(smallestKept, 0);
        assertEquals(6, weights.length - kept.size());
        double[] proximal = trainedWeights(LinkedSettings.experiment("l1-proximal"));
        assertEquals(
                kept.stream().sorted().toList(),
                IntStream.range(0, proximal.length)
                        .filter(feature -> proximal[feature] != 0)
                        .boxed()
                        .toList());
    }

    /** The weights of the single output of a linear model after training. */
    private static double[] trainedWeights(Experiment experiment) {
        return ((LayerWeights.Dense) IllustrationTrainings.train(experiment, report -> {})
                        .network()
                        .weights()
                        .get(0))
                .weights()[0];
    }

    private static double standardDeviation(double[] values) {
        DMatrixRMaj column = new DMatrixRMaj(values.length, 1, true, values);
        double mean = Arrays.stream(values).average().orElseThrow();
        double deviation = Math.sqrt(Arrays.stream(values)
                .map(v -> (v - mean) * (v - mean))
                .average()
                .orElseThrow());
        assertEquals(
                (values[0] - mean) / deviation,
                Standardizer.fit(column).scaled(column).get(0, 0),
                1e-9);
        return deviation;
    }

    // 6 to 10

    private void dropout() {
        int units = new DropoutIllustration(context)
                .compute().dropped().stream().mapToInt(layer -> layer.length).sum();
        add(units);
        add("2" + NumberFormats.superscript(units), String.format(Locale.ROOT, "%,d", 1 << units));
    }

    private void activation() {
        assertEquals(0.25, new Activation.Sigmoid().derivative(0));
        ActivationLabSettings usual = LinkedSettings.activation("sigmoid-10");
        List<Quantiles> backward =
                new DepthIllustration(context).compute().get(0).backward();
        digitsOfPower(backward.get(0).median());
        assertEquals(9, backward.size() - 1);
        ActivationLabSettings large = LinkedSettings.activation("large-weights");
        DepthSettings depth = large.depth();
        add("±" + NumberFormats.format(depth.range()));
        add(depth.width());
        add(usual.depth().layers());
        add(usual.depth().seeds());
        digits(usual.selection().probe(), 2);
        fixed(factor(large, new Activation.Sigmoid()), 1);
    }

    private void digitsOfPower(double value) {
        int exponent = (int) Math.floor(Math.log10(value));
        add(NumberFormats.formatFixed(value / Math.pow(10, exponent), 1) + "×10" + NumberFormats.superscript(exponent));
    }

    private static double factor(ActivationLabSettings setup, Activation function) {
        List<DepthStudy.DepthLineResult> results = new ArrayList<>();
        new DepthStudy(
                        List.of(new DepthSettings.DepthLine(
                                function, setup.depth().initialization())),
                        setup.depth(),
                        setup.seed())
                .run(
                        (lines, share) -> {
                            results.clear();
                            results.addAll(lines);
                        },
                        () -> false);
        return results.get(0).factor().median();
    }

    private void optimizers() {
        DescentSetup narrow = LinkedSettings.descent("three-optimizers");
        List<DescentPath> paths = ravine(narrow, 100);
        DescentPath sgd = paths.get(0);
        double rate = narrow.racers().get(0).learningRate();
        double x0 = sgd.x(0);
        double y0 = sgd.y(0);
        int steps = narrow.steps();
        double closedForm =
                (x0 * x0 * Math.pow(1 - rate, 2 * steps) + 100 * y0 * y0 * Math.pow(1 - 100 * rate, 2 * steps)) / 2;
        assertEquals(closedForm, last(sgd), 1e-9 * closedForm);
        fixed(sgd.y(1) / y0, 2);
        fixed(sgd.x(1) / x0, 2);
        // The largest factor of both directions is smallest at 2/(1 + 100), where it is 99/101.
        assertEquals(99.0 / 101, Math.max(Math.abs(sgd.y(1) / y0), Math.abs(sgd.x(1) / x0)), 1e-4);
        digits(2.0 / 100, 2);
        add(100, steps);
        fixed(sgd.value(0), 0);
        fixed(last(sgd), 1);
        fixed(last(paths.get(1)), 4);
        fixed(last(paths.get(2)), 3);
        // The best momentum and rate (Polyak 1964): ((√100 − 1)/(√100 + 1))² and (2/(√100 + 1))².
        fixed(Math.pow(9.0 / 11, 2), 2);
        fixed(Math.pow(2.0 / 11, 2), 3);
        fixed(rate, 4);
        digits(narrow.racers().get(2).learningRate(), 2);
        DescentSetup wide = LinkedSettings.descent("wide-ravine");
        List<DescentPath> wider = ravine(wide, 20);
        add(20);
        wide.racers().forEach(racer -> digits(racer.learningRate(), 2));
        add("0.9");
        fixed(last(wider.get(0)), 4);
        fixed(last(wider.get(1)), 2);
        fixed(last(wider.get(2)), 3);
        assertEquals(steps, wide.steps());
        assertTrue(last(wider.get(0)) < Math.min(last(wider.get(1)), last(wider.get(2))));
        assertTrue(last(paths.get(1)) < last(paths.get(2)) && last(paths.get(2)) < last(sgd));
    }

    private static List<DescentPath> ravine(DescentSetup setup, double condition) {
        DescentPaths paths = DescentPaths.of(setup);
        assertEquals(condition, paths.objective().largestCurvature(0, 0), 1e-9);
        assertEquals("sgd", setup.racers().get(0).optimizer().name());
        assertEquals("adam", setup.racers().get(2).optimizer().name());
        return paths.paths();
    }

    private static double last(DescentPath path) {
        return path.value(path.rows() - 1);
    }

    private void layers() {
        Experiment experiment = LinkedSettings.experiment("units-8");
        int units = experiment.network().hidden().get(0);
        int parameters = 0;
        for (LayerWeights layer :
                IllustrationTrainings.createRun(experiment).network().weights()) {
            LayerWeights.Dense dense = (LayerWeights.Dense) layer;
            int inputs = dense.weights()[0].length;
            add(inputs, inputs + 1, dense.bias().length);
            parameters += (inputs + 1) * dense.bias().length;
        }
        add(units, parameters);
        List<double[]> results = new UnitsIllustration(context).compute();
        assertTrue(Quantiles.of(results.get(0)).maximum() < 0.75);
        assertTrue(Quantiles.of(results.get(1)).median() < 0.85);
        assertTrue(Quantiles.of(results.get(2)).median() > 0.95);
        assertTrue(Quantiles.of(results.get(3)).minimum() > 0.95);
    }

    private void convolution() {
        ConvolutionLabSettings coarse = LinkedSettings.convolution("kernel-3-stride-2");
        int side = coarse.image().load().width();
        ImageShape image = new ImageShape(1, side, side);
        int kernel = coarse.kernel().side();
        add(side, kernel, coarse.stride());
        add(side - kernel, coarse.mapShape(image).width());
        assertEquals(coarse.mapShape(image).width(), Math.floorDiv(side - kernel, coarse.stride()) + 1);
        ConvolutionLabSettings padded = LinkedSettings.convolution("kernel-3-padding-1");
        assertEquals(side, padded.mapShape(image).width());
        add(padded.padding());
        ConvolutionLabSettings pooled = LinkedSettings.convolution("pooling");
        assertEquals(side, pooled.mapShape(image).width());
        add(pooled.pool(), pooled.mapShape(image).width() / pooled.pool());
        add(kernel * kernel, kernel * kernel + 1);
        for (int layers = 2; layers <= 3; layers++) {
            add(receptiveField(layers, kernel));
        }
    }

    /** The side of the smallest image from which this many layers at stride 1 make a map of one number. */
    private static int receptiveField(int layers, int kernel) {
        ConvolutionLabSettings layer =
                LinkedSettings.convolution("kernel-3-stride-2").withStride(1);
        assertEquals(kernel, layer.kernel().side());
        int side = 1;
        while (true) {
            ImageShape shape = new ImageShape(1, side, side);
            int made = 0;
            while (made < layers && shape.width() >= kernel) {
                shape = layer.mapShape(shape);
                made++;
            }
            if (made == layers) {
                assertEquals(1, shape.width());
                assertEquals(1 + layers * (kernel - 1), side);
                return side;
            }
            side++;
        }
    }

    // 11 to 17

    private void seed() {
        Experiment experiment = LinkedSettings.experiment("seeds");
        fixed(spread(experiment), 1);
        fixed(spread(IllustrationTrainings.withValues(experiment, Map.of("data.splitSeed", "1"))), 1);
        assertEquals(10, new SeedIllustration(context).compute().size());
    }

    private static double spread(Experiment experiment) {
        SeededExperiments seeds = new SeededExperiments(experiment, 10);
        DoubleStream.Builder losses = DoubleStream.builder();
        for (int seed = 0; seed < 10; seed++) {
            losses.add(last(seeds.experimentOf(seed)).validationLoss());
        }
        Quantiles quantiles = Quantiles.of(losses.build().toArray());
        return quantiles.maximum() / quantiles.minimum();
    }

    private static EpochReport last(Experiment experiment) {
        return IllustrationTrainings.train(experiment, report -> {}).report();
    }

    private void tuning() {
        int values = 5;
        int hyperparameters = 3;
        add(values, hyperparameters, (int) Math.pow(values, hyperparameters));
        List<TrialRecord> rows = new HalvingIllustration(context).compute().rows();
        List<Integer> epochs = rows.stream().map(TrialRecord::epochs).sorted().toList();
        assertEquals(List.of(1, 1, 1, 1, 1, 1, 3, 3, 9), epochs);
        epochs.forEach(number -> add(number));
        add(
                epochs.stream().mapToInt(Integer::intValue).sum(),
                rows.size() * LinkedSettings.study("halving").epochs());
        add(LearnPages.NAMES.indexOf("generalization") + 1);
    }

    /** Every median that is recorded, in percent. */
    private void cases() {
        for (String name : BundledCases.NAMES) {
            Case workedCase = BundledCases.named(name);
            for (Configuration configuration : workedCase.plan().experiments().keySet()) {
                double[] scores = workedCase.recordedScores().array(configuration);
                if (scores.length > 0) {
                    fixed(PERCENT * Quantiles.of(scores).median(), 1);
                }
            }
        }
    }

    private void softmax() {
        double[] scores = {2, 1, 0};
        double[] shifted = {12, 11, 10};
        double[] probabilities = predictions(scores);
        double sum = Arrays.stream(scores).map(Math::exp).sum();
        for (int k = 0; k < scores.length; k++) {
            assertEquals(Math.exp(scores[k]) / sum, probabilities[k], 1e-12);
            assertEquals(probabilities[k], predictions(shifted)[k], 1e-12);
            fixed(probabilities[k], 3);
            fixed(scores[k], 0);
            fixed(shifted[k], 0);
        }
        fixed(loss(Loss.CROSS_ENTROPY, scores, 0), 2);
        fixed(loss(Loss.CROSS_ENTROPY, scores, 2), 2);
        assertEquals(-Math.log(probabilities[2]), loss(Loss.CROSS_ENTROPY, scores, 2), 1e-12);
        for (double score : new double[] {3, -1}) {
            double[] one = {score, 0, 0};
            assertEquals(LossIllustration.crossEntropy(score), loss(Loss.CROSS_ENTROPY, one, 0), 1e-12);
            assertEquals(LossIllustration.squaredError(score), loss(Loss.SQUARED_ERROR, one, 0), 1e-12);
            assertEquals(2, loss(Loss.SQUARED_ERROR, one, 0), 1e-12);
            fixed(score, 0);
            digits(loss(Loss.CROSS_ENTROPY, one, 0), score > 0 ? 2 : 3);
        }
    }

    /** A network without weights, whose outputs are its biases. */
    private static Network constant(Loss loss, double... outputs) {
        Network network = new Network(
                new NetworkShape(1, null, List.of(), List.of(), outputs.length, new Activation.Linear(), 0, loss),
                Initializer.byName("zero"),
                1);
        network.load(List.of(new LayerWeights.Dense(new double[outputs.length][1], outputs)));
        return network;
    }

    private static double[] predictions(double... scores) {
        return constant(Loss.CROSS_ENTROPY, scores).predict(new DMatrixRMaj(1, 1)).data;
    }

    private static double loss(Loss loss, double[] scores, int target) {
        return constant(loss, scores)
                .evaluate(new DMatrixRMaj(1, 1), new double[] {target})
                .loss();
    }

    private void backpropagation() {
        BackpropagationIllustration.BothPasses passes = new BackpropagationIllustration(context).compute();
        assertEquals(0, passes.target());
        double[] outputDeltas = passes.derivatives().get(1).bias();
        double[] toOutputs = {
            passes.weights().get(1).weights()[0][1], passes.weights().get(1).weights()[1][1]
        };
        double hidden = passes.hidden()[1];
        fixed(passes.probabilities()[0], 2);
        assertEquals(passes.probabilities()[0] - 1, outputDeltas[0], 1e-12);
        fixed(outputDeltas[0], 2);
        fixed(outputDeltas[1], 2);
        fixed(hidden, 2);
        add(NumberFormats.formatFixed(hidden, 2) + "²");
        assertEquals(hidden * outputDeltas[0], passes.derivatives().get(1).weights()[0][1], 1e-12);
        fixed(passes.derivatives().get(1).weights()[0][1], 2);
        fixed(toOutputs[0], 2);
        fixed(toOutputs[1], 2);
        double collected = toOutputs[0] * outputDeltas[0] + toOutputs[1] * outputDeltas[1];
        fixed(collected, 2);
        fixed(1 - hidden * hidden, 2);
        assertEquals(
                collected * (1 - hidden * hidden), passes.derivatives().get(0).bias()[1], 1e-12);
        fixed(passes.derivatives().get(0).bias()[1], 2);
        int weights = passes.weights().stream()
                .mapToInt(layer -> layer.bias().length * layer.weights()[0].length)
                .sum();
        int biases =
                passes.weights().stream().mapToInt(layer -> layer.bias().length).sum();
        add(weights, biases, weights + biases);
    }

    private void generalization() {
        GeneralizationIllustration.LossesBySize losses = new GeneralizationIllustration(context).compute();
        List<Integer> sizes = GeneralizationIllustration.TRAINING_SAMPLES;
        for (int k : new int[] {0, sizes.size() - 1}) {
            add(sizes.get(k));
            fixed(losses.training().get(k).median(), 2);
            fixed(losses.validation().get(k).median(), 2);
        }
        Experiment few = LinkedSettings.experiment("few-samples");
        assertEquals(sizes.get(0), trainingSamples(few));
        assertEquals(sizes.get(sizes.size() - 1), trainingSamples(LinkedSettings.experiment("many-samples")));
        add(few.training().epochs());
        List<Double> folds = crossValidation();
        assertEquals(5, folds.size());
        fixed(folds.stream().mapToDouble(Double::doubleValue).min().orElseThrow(), 3);
        fixed(folds.stream().mapToDouble(Double::doubleValue).max().orElseThrow(), 3);
    }

    /** The validation loss of each fold; trial t of the study trains with the study's seed + t. */
    private static List<Double> crossValidation() {
        Experiment experiment =
                Objects.requireNonNull(LinkedSettings.study("cross-validation").experiment());
        List<Double> losses = new ArrayList<>();
        for (int fold = 0; fold < 5; fold++) {
            losses.add(last(IllustrationTrainings.withValues(
                            experiment,
                            Map.of(
                                    "data.fold",
                                    Integer.toString(fold),
                                    "seed",
                                    Long.toString(LinkedSettings.study("cross-validation")
                                                    .seed()
                                            + fold))))
                    .validationLoss());
        }
        return losses;
    }

    private void sayings() {
        List<EpochReport> reports = IllustrationTrainings.reports(LinkedSettings.experiment("overfit"));
        int end = reports.size() - 1;
        add(end, 100);
        digits(reports.get(100).trainLoss(), 2);
        digits(reports.get(end).trainLoss(), 2);
        assertTrue(last(IllustrationTrainings.withValues(
                                LinkedSettings.experiment("overfit"), Map.of("training.epochs", "300")))
                        .trainLoss()
                < reports.get(end).trainLoss());
        DescentSetup schedules = LinkedSettings.descent("schedules");
        schedules.racers().forEach(racer -> digits(racer.learningRate(), 2));
        assertEquals(5, schedules.racers().get(2).schedule().warmup());
        DataSet iris =
                DataSplitter.load(LinkedSettings.experiment("moving-weights").data(), 1, null);
        int column = iris.featureNames().indexOf("petalLength");
        double[] lengths = IntStream.range(0, iris.samples())
                .mapToDouble(row -> iris.features().get(row, column))
                .toArray();
        add(lengths.length);
        fixed(Arrays.stream(lengths).average().orElseThrow(), 2);
        fixed(standardDeviation(lengths), 2);
        add(LearnPages.NAMES.indexOf("epochs") + 1, LearnPages.NAMES.indexOf("weight-decay") + 1);
    }

    private void maps() {
        MapSpecification quadratic = LinkedSettings.map("momentum-map");
        DescentSetup descent = ((MapSubject.OfDescent) quadratic.subject()).setup();
        double rate = descent.racers().get(0).learningRate();
        double momentum = ((Sgd) descent.racers().get(0).optimizer()).momentum();
        double critical = (1 - Math.sqrt(rate)) * (1 - Math.sqrt(rate));
        digits(rate, 4);
        digits(momentum, 4);
        fixed(critical, 2);
        add(QuadraticMap.stepsToStay(0.01, rate, momentum, 1, 1000).orElseThrow());
        add(QuadraticMap.stepsToStay(0.01, rate, critical, 1, 1000).orElseThrow());

        RateRows rows = RateRows.of(new MapIllustration(context, "rate-batch-map").compute())
                .orElseThrow();
        add(16, 128);
        for (int batch : List.of(1, 4, 128)) {
            digits(row(rows, batch).firstDiverged(), 2);
        }
        double first = row(rows, 1).best();
        digits(first, 2);
        digits(row(rows, 16).best(), 2);
        digits(row(rows, 16).best() / first, 2);
        digits(row(rows, 128).best(), 2);
        digits(128 * first, 2);
        add(((MapSubject.OfExperiment) LinkedSettings.map("rate-batch-map").subject())
                .experiment()
                .training()
                .epochs());

        RateScaling scaling = RateScaling.ofRates(recordedBestRates());
        assertEquals(RateScaling.Conclusion.LESS, scaling.conclusion());
        fixed(scaling.slope(), 2);
        fixed(scaling.from(), 2);
        fixed(scaling.to(), 2);
        int last = scaling.seeds().get(0).rates().size() - 1;
        int small = scaling.seeds().get(0).rates().get(0).batchSize();
        int large = scaling.seeds().get(0).rates().get(last).batchSize();
        add(small, large, large / small);
        fixed(medianRate(scaling, 0), 2);
        digits(medianRate(scaling, last), 2);
        add(((MapSubject.OfExperiment) LinkedSettings.map("rate-scaling").subject())
                .experiment()
                .training()
                .epochs());
    }

    private static RateRows.RateRow row(RateRows rows, int batchSize) {
        return rows.rows().stream()
                .filter(row -> row.other() == batchSize)
                .findFirst()
                .orElseThrow();
    }

    private static List<RateScaling.SeedRates> recordedBestRates() {
        try {
            return RecordedBestRates.digits();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double medianRate(RateScaling scaling, int batch) {
        return Quantiles.of(scaling.seeds().stream()
                        .mapToDouble(seed -> seed.rates().get(batch).rate())
                        .toArray())
                .median();
    }
}
