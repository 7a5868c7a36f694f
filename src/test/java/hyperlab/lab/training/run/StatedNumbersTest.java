package hyperlab.lab.training.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import hyperlab.chart.series.SmoothedSeries;
import hyperlab.chart.style.SeriesStyle;
import hyperlab.data.CsvSettings;
import hyperlab.data.DataSettings;
import hyperlab.data.DataSplitter;
import hyperlab.data.PredictionTask;
import hyperlab.data.SplitOrder;
import hyperlab.data.SplitSettings;
import hyperlab.descent.Stability;
import hyperlab.diagnosis.LearningRateRange;
import hyperlab.diagnosis.LearningRateRangeTest;
import hyperlab.diagnosis.Problem;
import hyperlab.diagnosis.TrainingDoctor;
import hyperlab.lab.training.inspection.CapacityStudyViewModel;
import hyperlab.lab.training.inspection.MeasurementHistory;
import hyperlab.lab.training.settings.SplitControls;
import hyperlab.lab.training.stage.MeasurementChartModels;
import hyperlab.lab.training.stage.SlowMotionCard;
import hyperlab.nn.ConvolutionSpec;
import hyperlab.nn.layer.Initializer;
import hyperlab.optim.Optimizer;
import hyperlab.optim.OptimizerConstant;
import hyperlab.optim.Schedule;
import hyperlab.optim.Sgd;
import hyperlab.train.Experiment;
import hyperlab.train.NetworkSettings;
import hyperlab.train.PairedDifference;
import hyperlab.train.SnapshotHistory;
import hyperlab.train.TrainingSettings;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Computes every number in the texts of the Training lab and its doctor: from the settings' defaults and limits, and from
 * the thresholds that the rules use. A number without a computation is an error. Numbers that only structure a text, and
 * recommended ranges, which the text itself calls usual, are listed as such.
 */
class StatedNumbersTest {
    private static final Path BUNDLES = Path.of("assets/i18n");
    private static final List<String> NAMES = List.of("training", "stage");

    private static final Pattern NUMBER = Pattern.compile("10([⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+)|\\d{1,3}(?:,\\d{3})+|\\d+(?:\\.\\d+)?|[½]"
            + "|\\b(?:eleven|half|quarter|tenth)\\b|열한|절반");
    private static final Map<String, Double> WORDS =
            Map.of("½", 0.5, "eleven", 11.0, "half", 0.5, "quarter", 0.25, "tenth", 0.1, "열한", 11.0, "절반", 0.5);

    /** Placeholders, citations, the names of the penalties, and a file name. */
    private static final Pattern NO_NUMBER = Pattern.compile(
            "\\{\\d+}|\\([^()]*(?:CS231n|(?<!\\d)(?:19|20)\\d\\d(?!\\d))[^()]*\\)|(?<![A-Za-z])L[12](?!\\d)|weights-2\\.json");

    private static final TrainingSettings TRAINING = TrainingSettings.DEFAULT;
    private static final DataSettings DATA = DataSettings.DEFAULT;
    private static final ConvolutionSpec CONVOLUTION = ConvolutionSpec.DEFAULT;

    private final Map<String, List<Double>> computed = new TreeMap<>();
    private final Map<String, List<Double>> structural = new TreeMap<>();

    @TempDir
    private Path folder;

    @Test
    void everyNumberIsComputed() throws IOException {
        settings();
        network();
        training();
        comparisons();
        charts();
        doctor();
        List<String> faults = new ArrayList<>();
        Map<String, String> english = texts("");
        for (String suffix : List.of("", "_ko")) {
            texts(suffix).forEach((key, text) -> {
                List<Double> stated = new ArrayList<>(computed.getOrDefault(key, List.of()));
                List<Double> all = new ArrayList<>(stated);
                all.addAll(structural.getOrDefault(key, List.of()));
                List<Double> found = numbers(text);
                found.stream()
                        .filter(number -> all.stream().noneMatch(each -> same(each, number)))
                        .forEach(number -> faults.add(key + suffix + " states " + number + ", computed: " + all));
                stated.stream()
                        .filter(number -> found.stream().noneMatch(each -> same(each, number)))
                        .forEach(number -> faults.add(key + suffix + " does not state " + number));
            });
        }
        TreeSet<String> unknown = new TreeSet<>(computed.keySet());
        unknown.addAll(structural.keySet());
        unknown.removeAll(english.keySet());
        unknown.forEach(key -> faults.add(key + " is no text"));
        assertEquals("", String.join("\n", faults));
    }

    private void computed(String key, double... numbers) {
        computed.put(key, Arrays.stream(numbers).boxed().toList());
    }

    private void structural(String key, double... numbers) {
        structural.put(key, Arrays.stream(numbers).boxed().toList());
    }

    private void settings() throws IOException {
        computed("training.samples.hint", DataSettings.MIN_SAMPLES, DataSettings.MAX_SAMPLES, generatedSamples());
        computed("training.noise.hint", DATA.noise());
        structural("training.noise.hint", 0, 0.5);
        computed("training.target.hint", mostNumbersOfClasses());
        computed("training.csv.task.hint", mostNumbersOfClasses());
        structural("training.image.hint", 1, 8);
        computed("training.trainFraction.hint", DATA.trainFraction());
        structural("training.trainFraction.hint", 0, 1, 0.6, 0.9);
        computed("training.small.hint", DATA.trainFraction(), SplitControls.SMALL_FRACTION);
        computed("training.folds.hint", 2, SplitSettings.MAX_FOLDS);
        structural("training.folds.hint", 5, 10);
        computed("training.fold.hint", SplitSettings.DEFAULT.fold());
        computed("training.testFraction.hint", SplitSettings.DEFAULT.testFraction());
        structural("training.testFraction.hint", 1, 0.1, 0.2);
        computed("training.seed.hint", (double) Experiment.DEFAULT.seed());
    }

    private void network() {
        computed("training.convolutions.hint", NetworkSettings.MAX_CONVOLUTIONS);
        computed("training.convolutions.filters.hint", ConvolutionSpec.MAX_FILTERS, CONVOLUTION.filters());
        structural("training.convolutions.filters.hint", 1, 4, 32);
        computed("training.convolutions.kernel.hint", ConvolutionSpec.MAX_KERNEL, CONVOLUTION.kernel());
        structural("training.convolutions.kernel.hint", 1, 5);
        computed("training.convolutions.stride.hint", CONVOLUTION.stride());
        structural("training.convolutions.stride.hint", 2);
        computed("training.convolutions.padding.hint", CONVOLUTION.padding());
        structural("training.convolutions.padding.hint", 0, 2);
        computed("training.convolutions.pool.hint", CONVOLUTION.pool());
        structural("training.convolutions.pool.hint", 1);
        computed(
                "training.hidden.hint",
                NetworkSettings.MAX_LAYERS,
                NetworkSettings.MAX_UNITS,
                NetworkSettings.DEFAULT.hidden().get(0));
        structural("training.hidden.hint", 1, 4, 64);
        structural("training.activationParameter.hint", 0);
        structural("training.initializer.hint", 0);
        computed("training.initializerRange.hint", Initializer.Uniform.DEFAULT.range());
        structural("training.initializerRange.hint", 0, 0.1, 1);
        computed("training.dropout.hint", NetworkSettings.DEFAULT.dropout());
        structural("training.dropout.hint", 1, 0.1, 0.5);
        computed("training.ensemble.hint", Experiment.DEFAULT.ensemble(), Experiment.MAX_MEMBERS);
    }

    private static double constant(String optimizer, OptimizerConstant constant) {
        return Optimizer.byName(optimizer).value(constant).orElseThrow();
    }

    private void training() {
        computed("training.constant.momentum.hint", constant("sgd", OptimizerConstant.MOMENTUM));
        structural("training.constant.momentum.hint", 1, 0.9);
        structural("training.nesterov.noEffect", 0);
        for (OptimizerConstant constant : OptimizerConstant.values()) {
            structural.putIfAbsent("training.constant." + constant.key() + ".hint", List.of(0.0, 1.0));
        }
        computed("training.constant.decay.hint", constant("rmsprop", OptimizerConstant.DECAY));
        computed("training.constant.rho.hint", constant("adadelta", OptimizerConstant.RHO));
        computed("training.constant.beta1.hint", constant("adam", OptimizerConstant.BETA1));
        computed("training.constant.beta2.hint", constant("adam", OptimizerConstant.BETA2));
        computed("training.constant.epsilon.hint", constant("adam", OptimizerConstant.EPSILON));
        computed("training.constant.momentumDecay.hint", constant("nadam", OptimizerConstant.MOMENTUM_DECAY));
        computed("training.constant.weightDecay.hint", constant("adamw", OptimizerConstant.WEIGHT_DECAY));
        computed("training.learningRate.hint", TRAINING.learningRate());
        structural("training.learningRate.hint", 0, 0.001, 0.01, 1);
        Schedule.StepDecay step = (Schedule.StepDecay) Schedule.byName("step");
        computed("training.schedule.every.hint", step.every());
        structural("training.schedule.every.hint", 1);
        computed(
                "training.schedule.factor.hint",
                step.factor(),
                ((Schedule.ExponentialDecay) Schedule.byName("exponential")).factor());
        structural("training.schedule.factor.hint", 0);
        computed("training.schedule.floor.hint", ((Schedule.CosineAnnealing) Schedule.byName("cosine")).floor());
        computed("training.warmup.hint", step.warmup());
        structural("training.warmup.hint", 10);
        computed("training.batchSize.hint", TRAINING.batchSize().samples());
        structural("training.batchSize.hint", 1, 16, 128);
        computed("training.epochs.hint", TrainingSettings.MAX_EPOCHS, TRAINING.epochs());
        structural("training.epochs.hint", 0);
        computed("training.l1.hint", TRAINING.penalty().l1());
        structural("training.l1.hint", 0.01);
        structural("training.l1Method.hint", 0);
        structural("training.l1Method.noEffect", 0);
        computed("training.l2.hint", TRAINING.penalty().l2());
        structural("training.l2.hint", 0.5, 0.1);
        computed("training.patience.hint", TRAINING.patience());
        structural("training.patience.hint", 5, 20);
    }

    private void comparisons() {
        computed("training.see.overfitting", 100 * (Observations.RISE_FACTOR - 1));
        for (int look = 0; look < SeriesStyle.COLORS; look++) {
            computed("training.runs.color." + look, look + 1);
        }
        structural("training.original.shows", 0.5);
        computed(
                "training.seeds.hint",
                SeedStudyViewModel.MIN_SEEDS,
                SeedStudyViewModel.MAX_SEEDS,
                SeedStudyViewModel.DEFAULT_SEEDS);
        structural("training.seeds.hint", 5, 20);
        double confidence = 100 * (2 * PairedDifference.QUANTILE - 1);
        for (String key : List.of("training.seeds", "training.seeds.accuracy")) {
            computed(key + ".settled", confidence);
            computed(key + ".open", confidence);
            structural(key + ".open", 0);
        }
        computed("training.curves.smoothed", 1 / (1 - SmoothedSeries.DECAY));
        structural("training.see.diverged.start", 0);
        computed("training.see.flat", 100 * Observations.PLATEAU_TOLERANCE);
        structural("training.see.flat", 0.25);
        structural("training.see.off", 0.5);
        structural("training.see.zero", 0);
    }

    private void charts() {
        structural("training.original.differs.random", 0);
        structural("training.original.differs.l1", 0);
        structural("stage.step.forward", 1);
        structural("stage.step.loss", 2);
        structural("stage.step.backward", 3);
        structural("stage.step.update", 4);
        computed("stage.step.not", SlowMotionCard.MAX_UNITS);
        computed("stage.step.loss.numbers", 0.5);
        structural("stage.arrangement.one", 1);
        structural("stage.arrangement.two", 2);
        structural("stage.arrangement.three", 3);
        structural("stage.arrangement.four", 4);
        for (String key : List.of("subtitle", "train.tip", "empty")) {
            computed("stage.capacity." + key, CapacityStudyViewModel.SEEDS);
        }
        computed(
                "stage.capacity.by.hint",
                Collections.min(CapacityStudyViewModel.UNITS),
                Collections.max(CapacityStudyViewModel.UNITS),
                Collections.min(CapacityStudyViewModel.LAYERS),
                Collections.max(CapacityStudyViewModel.LAYERS));
        structural("stage.paths.kind.hint", 0);
        structural("stage.paths.lambda.hint", 0.001, 0.5, 1000);
        structural("stage.paths.left", 0);
        structural("stage.paths.none", 0);
        structural("stage.playground.note", 1);
        structural("stage.playground.note.test", 1);
        computed("stage.addLayer", NetworkSettings.MAX_LAYERS);
        structural("chart.network.above", 0);
        structural("chart.network.below", 0);
        computed("stage.branch.tip", (double) SnapshotHistory.DEFAULT_BYTES / (1 << 20));
        LearningRateRange range = LearningRateRange.DEFAULT;
        computed("stage.rate_test.tip", range.steps(), range.lowest(), range.highest());
        computed("stage.rate_test.found", 1 / LearningRateRangeTest.SUGGESTION_DIVISOR);
        double beta = 0.5;
        computed("stage.sharpness.border", limit(new Sgd(0, false)));
        computed("stage.sharpness.border.momentum", limit(new Sgd(beta, false)) / (1 + beta), 1);
        computed("stage.sharpness.border.nesterov", limit(new Sgd(beta, true)) * (1 + 2 * beta) / (1 + beta), 1);
        computed("stage.sharpness.adaptive", limit(new Sgd(0, false)));
        computed("stage.sharpness.why", MeasurementHistory.MAX_SHARPNESS_ROWS);
        computed("stage.ratios.why", MeasurementChartModels.REFERENCE_RATIO);
        structural("stage.members.none", 0);
        structural("stage.noise.drowned", 0);
    }

    private static double limit(Sgd optimizer) {
        return Stability.borders(1, optimizer).orElseThrow().divergeFrom();
    }

    private void doctor() {
        computed("doctor.fine.why", Problem.values().length);
        for (String key : List.of("diverging", "divergingOverflow", "divergingStart")) {
            computed("doctor." + key + ".why", TrainingDoctor.LOSS_INCREASE_FACTOR);
            structural("doctor." + key + ".why", 0, 0.25);
        }
        computed("doctor.unlikeScales.why", TrainingDoctor.SCALE_RATIO);
        computed("doctor.flatAtPrior.why", 100 * TrainingDoctor.BASELINE_TOLERANCE);
        structural("doctor.flatAtPrior.why", 0.5);
        computed("doctor.deadUnits.why", 100 * TrainingDoctor.DEAD_SHARE);
        computed("doctor.saturatedUnits.why", 100 * TrainingDoctor.SATURATED_SHARE);
        structural("doctor.saturatedUnits.why", 0.5);
        computed("doctor.vanishingGradient.why", TrainingDoctor.VANISHING_RATIO);
        computed("doctor.explodingGradient.why", 1 / TrainingDoctor.VANISHING_RATIO);
        computed("doctor.noisyBatch.why", 100 * (TrainingDoctor.JUMP_FACTOR - 1), 100 * TrainingDoctor.JUMP_SHARE);
        structural("doctor.tooSlow.why", 0.5);
        computed("doctor.overfit.why", 100 * TrainingDoctor.GENERALIZATION_LOSS);
        structural("doctor.overfit.why", 0.25);
        computed("doctor.underfit.why", 100 * TrainingDoctor.UNDERFIT_SHARE, TrainingDoctor.MAX_VALIDATION_RATIO);
    }

    private static double generatedSamples() {
        return DataSplitter.load(DATA, 1, null).samples();
    }

    /** The largest number of different numbers in a target column that is still a class. */
    private double mostNumbersOfClasses() throws IOException {
        int count = 2;
        while (task(count + 1) == PredictionTask.CLASSIFICATION) {
            count++;
        }
        return count;
    }

    private PredictionTask task(int differentNumbers) throws IOException {
        Files.writeString(
                folder.resolve("own.csv"),
                IntStream.range(0, differentNumbers)
                        .mapToObj(row -> row + "," + row + "\n")
                        .collect(Collectors.joining("", "a,target\n", "")));
        CsvSettings csv = new CsvSettings("own.csv", "target", List.of(), null, false);
        return DataSplitter.load(
                        new DataSettings(DataSettings.CSV, null, 0, 0.8, SplitOrder.SHUFFLED, false, csv, null),
                        1,
                        folder)
                .task();
    }

    private static Map<String, String> texts(String suffix) throws IOException {
        Map<String, String> texts = new HashMap<>();
        for (String name : NAMES) {
            Properties properties = new Properties();
            try (Reader reader = Files.newBufferedReader(BUNDLES.resolve(name + suffix + ".properties"))) {
                properties.load(reader);
            }
            properties.stringPropertyNames().forEach(key -> texts.put(key, properties.getProperty(key)));
        }
        return texts;
    }

    private static List<Double> numbers(String text) {
        List<Double> numbers = new ArrayList<>();
        String plain = NO_NUMBER
                .matcher(text)
                .replaceAll(" ")
                .replace("10분의 1", "tenth ")
                .replace("4분의 1", "quarter ");
        Matcher matcher = NUMBER.matcher(plain);
        while (matcher.find()) {
            String found = matcher.group();
            Double word = WORDS.get(found);
            numbers.add(
                    word != null
                            ? word
                            : matcher.group(1) != null
                                    ? Math.pow(10, exponent(matcher.group(1)))
                                    : Double.parseDouble(found.replace(",", "")));
        }
        return numbers;
    }

    private static int exponent(String superscript) {
        String digits = superscript
                .chars()
                .mapToObj(c -> c == '⁻' ? "-" : Integer.toString("⁰¹²³⁴⁵⁶⁷⁸⁹".indexOf(c)))
                .collect(Collectors.joining());
        return Integer.parseInt(digits);
    }

    private static boolean same(double one, double other) {
        return Math.abs(one - other) <= 1e-9 * Math.max(Math.abs(one), Math.abs(other));
    }
}
