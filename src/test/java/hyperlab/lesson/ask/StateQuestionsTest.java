package hyperlab.lesson.ask;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import hyperlab.activation.ActivationLabSettings;
import hyperlab.activation.ActivationTopic;
import hyperlab.activation.DepthSettings;
import hyperlab.batch.BatchSetup;
import hyperlab.cases.Case;
import hyperlab.convolution.ConvolutionLabSettings;
import hyperlab.convolution.KernelSelection;
import hyperlab.data.DataSplit;
import hyperlab.data.DataSplitter;
import hyperlab.descent.DescentSetup;
import hyperlab.file.BundledCases;
import hyperlab.file.Document;
import hyperlab.image.KnownFilter;
import hyperlab.learn.LinkedDocuments;
import hyperlab.lesson.Question;
import hyperlab.lesson.Question.Option;
import hyperlab.lesson.ask.Asked.AskedQuestion;
import hyperlab.lesson.ask.Asked.NoQuestion;
import hyperlab.lesson.expression.RunSelector;
import hyperlab.lesson.readout.ReadoutCache;
import hyperlab.map.MapAxis;
import hyperlab.map.MapColor;
import hyperlab.map.MapDisplay;
import hyperlab.map.MapPoint;
import hyperlab.map.MapSpecification;
import hyperlab.map.MapSubject;
import hyperlab.nn.Activation;
import hyperlab.nn.ActivationSelection;
import hyperlab.optim.Adam;
import hyperlab.optim.Sgd;
import hyperlab.text.Language;
import hyperlab.text.NumberFormats;
import hyperlab.text.Texts;
import hyperlab.train.BatchSize;
import hyperlab.train.EpochReport;
import hyperlab.train.Experiment;
import hyperlab.train.TrainingOutcome;
import hyperlab.train.TrainingRun;
import hyperlab.tune.JobResult;
import hyperlab.tune.JournalEntry;
import hyperlab.tune.SearchDimension;
import hyperlab.tune.SearchMethod;
import hyperlab.tune.SearchSpace;
import hyperlab.tune.TuningObjective;
import hyperlab.tune.TuningStudy;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The answers are compared with closed forms, with NumPy and PyTorch (reference.py), and with separate runs. */
class StateQuestionsTest {
    private static final int FATE = 0;
    private static final int NEXT = 1;
    private static final int NEARER = 2;

    private final Texts texts = Texts.in(Language.ENGLISH);

    private static JsonNode reference() throws IOException {
        try (InputStream in = StateQuestionsTest.class.getResourceAsStream("reference.json")) {
            return new ObjectMapper().readTree(in);
        }
    }

    private Asked ask(Document document, int turn) {
        return StateQuestions.ask(new AskedState(document, null, 0), turn, texts, () -> false);
    }

    private AskedQuestion question(Document document, int turn) {
        return assertInstanceOf(AskedQuestion.class, ask(document, turn));
    }

    /** The texts of the right options. */
    private static List<String> right(AskedQuestion asked) {
        return assertInstanceOf(Question.Choice.class, asked.question()).options().stream()
                .filter(Option::correct)
                .map(Option::text)
                .toList();
    }

    private static Option option(AskedQuestion asked, String id) {
        return assertInstanceOf(Question.Choice.class, asked.question()).options().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static String show(double number) {
        return NumberFormats.format(number, 3);
    }

    private static Document parabola(double rate, double curvature, double start) {
        return new Document.OfDescent(new DescentSetup(
                "parabola",
                Map.of("curvature", curvature),
                List.of(start),
                20,
                List.of(new DescentSetup.Racer(rate, new Sgd(0, false), true))));
    }

    @Test
    void fateOfADescentFollowsFromTheFactor() {
        Map<Double, List<String>> expected = Map.of(
                0.1, List.of("glide"),
                1.0, List.of("land"),
                0.95, List.of("glide", "land"),
                1.05, List.of("land", "oscillate"),
                1.8, List.of("oscillate"),
                2.0, List.of("diverge"),
                2.1, List.of("diverge"));
        expected.forEach((factor, names) ->
                assertEquals(names, right(question(parabola(factor / 4, 4, 3.2), FATE)), "ηc = " + factor));
    }

    @Test
    void fateExplainsItselfWithTheNumbersOfTheState() {
        AskedQuestion asked = question(parabola(0.1, 1, 3.2), FATE);
        assertEquals("What will **SGD** do with η = **0.1** from x₀ = 3.2 within 20 steps?", asked.title());
        assertEquals(
                "η is below 1/c = 1: each step multiplies x by 1 − ηc = 0.9, which is positive, so x stays on its side.",
                asked.explanation());
        assertTrue(asked.plays());
        assertEquals("“one step is enough”", option(asked, "land").misconception());
        AskedQuestion both = question(parabola(0.989, 1, 3.2), FATE);
        assertTrue(both.explanation().endsWith("So close to 1/c, two answers are right: land and glide."));
    }

    @Test
    void pathThatEndsHigherNeedNotDiverge() {
        Document document = new Document.OfDescent(new DescentSetup(
                "doubleWell",
                Map.of(),
                List.of(-1.0),
                20,
                List.of(new DescentSetup.Racer(1.2, new Sgd(0, false), true))));
        assertEquals(List.of("no descent"), right(question(document, FATE)));
    }

    @Test
    void nextPointIsOneStepAgainstTheSlope() {
        for (double[] each : new double[][] {{0.1, 1, 3.2}, {0.4, 3, -2}, {0.7, 0.5, 1.1}}) {
            double slope = each[1] * each[2];
            AskedQuestion asked = question(parabola(each[0], each[1], each[2]), NEXT);
            assertEquals(List.of(show(each[2] - each[0] * slope)), right(asked));
            List<String> all = ((Question.Choice) asked.question())
                    .options().stream().map(Option::text).toList();
            assertTrue(all.contains(show(each[2] + each[0] * slope)), all.toString());
            assertTrue(all.contains(show(each[2] - slope)), all.toString());
        }
        Document adam = new Document.OfDescent(new DescentSetup(
                "parabola", Map.of(), List.of(3.2), 20, List.of(new DescentSetup.Racer(0.1, Adam.DEFAULT, true))));
        assertFalse(question(adam, NEXT).title().contains("x₁"), "a rule for SGD does not apply to Adam");
    }

    @Test
    void nearerRateFollowsFromTheFactors() {
        // turn 2: 1.9 mirrors 0.1 at c = 1; turn 5: twice the rate
        assertEquals(List.of("both are equally near"), right(question(parabola(0.1, 1, 3.2), NEARER)));
        for (double rate : new double[] {0.1, 0.3, 0.6, 0.7, 0.9, 1.2}) {
            double small = Math.pow(Math.abs(1 - rate), 8);
            double large = Math.pow(Math.abs(1 - 2 * rate), 8);
            AskedQuestion asked = question(parabola(rate, 1, 3.2), NEARER + 3);
            assertEquals(List.of("η = " + show(small < large ? rate : 2 * rate)), right(asked), "η = " + rate);
            assertTrue(asked.explanation().contains(show(3.2 * small)), asked.explanation());
            assertTrue(asked.explanation().contains(show(3.2 * large)), asked.explanation());
        }
    }

    @Test
    void stepsOfAnEpochAreRoundedAsTheLastBatchIs() {
        for (int size : new int[] {1, 7, 32, 50, 149, 150}) {
            for (boolean drop : new boolean[] {false, true}) {
                BatchSetup setup = BatchSetup.DEFAULT.withTraining(BatchSetup.DEFAULT
                        .training()
                        .withBatchSize(new BatchSize(size))
                        .withDropLast(drop));
                int expected = drop ? Math.floorDiv(150, size) : -Math.floorDiv(-150, size);
                AskedQuestion asked = question(new Document.OfBatch(setup), 1);
                assertEquals(List.of(Integer.toString(expected)), right(asked), size + " " + drop);
                assertEquals(150 % size == 0, asked.explanation().contains("without a remainder"), size + " " + drop);
            }
        }
    }

    @Test
    void noiseOfBatchesIsThatOfNumPy() throws IOException {
        JsonNode noise = reference().get("noise");
        for (int size : new int[] {2, 8, 32}) {
            BatchSetup setup = BatchSetup.DEFAULT.withTraining(
                    BatchSetup.DEFAULT.training().withBatchSize(new BatchSize(size)));
            double small = noise.get(Integer.toString(size)).doubleValue();
            double large = noise.get(Integer.toString(4 * size)).doubleValue();
            AskedQuestion noisier = question(new Document.OfBatch(setup), 0);
            assertTrue(option(noisier, "small").correct());
            assertFalse(option(noisier, "large").correct());
            assertTrue(noisier.explanation().contains(show(small) + " for " + size), noisier.explanation());
            assertEquals(List.of(show(large / small)), right(question(new Document.OfBatch(setup), 2)));
        }
    }

    @Test
    void mapOfTheConvolutionIsThatOfPyTorch() throws IOException {
        for (JsonNode each : reference().get("convolutions")) {
            int kernel = each.get("kernel").intValue();
            ConvolutionLabSettings setup = ConvolutionLabSettings.DEFAULT
                    .withKernel(KernelSelection.of(KnownFilter.SOBEL_X, 3).withSide(kernel))
                    .withStride(each.get("stride").intValue())
                    .withPadding(each.get("padding").intValue())
                    .withDilation(each.get("dilation").intValue())
                    .withFilters(each.get("filters").intValue());
            Question.Numeric rows = assertInstanceOf(
                    Question.Numeric.class,
                    question(new Document.OfConvolution(setup), 0).question());
            assertEquals(each.get("rows").intValue(), rows.answer());
            assertEquals(
                    List.of(Integer.toString(each.get("parameters").intValue())),
                    right(question(new Document.OfConvolution(setup), 1)));
        }
    }

    @Test
    void slopeIsThatOfPyTorch() throws IOException {
        JsonNode slopes = reference().get("slopes");
        Map<String, Activation> functions = Map.of(
                "sigmoid", new Activation.Sigmoid(),
                "tanh", new Activation.Tanh(),
                "elu", Activation.Elu.DEFAULT);
        functions.forEach((name, function) -> {
            for (double x : new double[] {-1.5, 2.0}) {
                ActivationLabSettings setup = ActivationLabSettings.DEFAULT.withSelection(
                        new ActivationSelection(List.of(function), -6, 6, x),
                        ActivationLabSettings.DEFAULT.constants());
                double slope = slopes.get(name + " " + x).doubleValue();
                assertEquals(
                        List.of(show(slope)), right(question(new Document.OfActivations(setup), 0)), name + " " + x);
            }
        });
    }

    /** The identity with orthogonal weights keeps the gradient; sigmoids multiply it by at most ¼ times the weights. */
    @Test
    void gradientVanishesThroughSigmoidsAndStaysThroughTheIdentity() {
        ActivationLabSettings sigmoid = ActivationLabSettings.DEFAULT
                .withTopic(ActivationTopic.DEPTH)
                .withSelection(
                        new ActivationSelection(List.of(new Activation.Sigmoid()), -6, 6, 2),
                        ActivationLabSettings.DEFAULT.constants());
        assertTrue(option(question(new Document.OfActivations(sigmoid), 0), "first")
                .correct());
        assertTrue(option(question(new Document.OfActivations(sigmoid), 1), "shrinks")
                .correct());
        ActivationLabSettings exploding = sigmoid.withDepth(new DepthSettings(
                10, 64, DepthSettings.DepthComparison.FUNCTIONS, DepthSettings.WeightInitialization.UNIFORM, 5, 3));
        AskedQuestion grows = question(new Document.OfActivations(exploding), 1);
        assertTrue(option(grows, "grows").correct(), grows.explanation());
        assertTrue(option(question(new Document.OfActivations(exploding), 0), "last")
                .correct());
    }

    /** With wider and wider weights, the ratio of the gradients passes one half, and later 2. */
    @Test
    void gradientsAreComparedWithTwiceAndHalf() {
        Set<String> answers = new HashSet<>();
        for (double range = 1.2; range < 3; range *= 1.02) {
            Document document = new Document.OfActivations(ActivationLabSettings.DEFAULT
                    .withTopic(ActivationTopic.DEPTH)
                    .withSelection(
                            new ActivationSelection(List.of(new Activation.Sigmoid()), -6, 6, 2),
                            ActivationLabSettings.DEFAULT.constants())
                    .withDepth(new DepthSettings(
                            10,
                            64,
                            DepthSettings.DepthComparison.FUNCTIONS,
                            DepthSettings.WeightInitialization.UNIFORM,
                            range,
                            1)));
            double[] gradients = new ReadoutCache(null).of(document).series("backward", RunSelector.FIRST);
            double ratio = gradients[1] / gradients[gradients.length - 1];
            String expected = ratio < 0.5 ? "shrinks" : ratio > 2 ? "grows" : "stays";
            assertTrue(option(question(document, 1), expected).correct(), () -> expected + ": " + ratio);
            answers.add(expected);
        }
        assertEquals(Set.of("shrinks", "stays", "grows"), answers);
    }

    private static Experiment experiment() {
        Experiment standard = Experiment.DEFAULT;
        return standard.withTraining(standard.training().withEpochs(12));
    }

    /** A run of its own. */
    private static List<EpochReport> train(Experiment experiment, List<TrainingOutcome> outcome) {
        DataSplit split = DataSplitter.loadAndSplit(experiment.data(), experiment.seed(), null);
        List<EpochReport> reports = new ArrayList<>();
        outcome.add(new TrainingRun(experiment, split, null).train(reports::add, () -> false));
        return reports;
    }

    @Test
    void lossTurnsWhereASeparateRunHasItsLowestValidationLoss() {
        for (long seed : new long[] {1, 2, 3}) {
            Experiment experiment = experiment().withSeed(seed);
            List<EpochReport> reports = train(experiment, new ArrayList<>());
            int best = 0;
            for (EpochReport report : reports) {
                best = report.validationLoss() < reports.get(best).validationLoss() ? report.epoch() : best;
            }
            AskedQuestion asked = question(new Document.OfExperiment(experiment), 0);
            Question.Numeric number = assertInstanceOf(Question.Numeric.class, asked.question());
            assertEquals(best, number.answer());
            assertEquals(1, number.tolerance());
            assertTrue(asked.plays());
            EpochReport last = reports.get(12);
            assertEquals(
                    List.of(last.trainLoss() < last.validationLoss() ? "the training loss" : "the validation loss"),
                    right(question(new Document.OfExperiment(experiment), 1)));
        }
    }

    @Test
    void largerRateDoesWhatASeparateRunDoes() {
        Set<String> seen = new HashSet<>();
        for (double rate : new double[] {0.0003, 0.03, 1e-5, 5}) {
            Experiment sgd = experiment().withTraining(experiment().training().withLearningRate(rate));
            sgd = sgd.withTraining(sgd.training().withOptimizer(new Sgd(0, false)));
            if (rate == 1e-5) {
                // A linear model: each step multiplies an error by 1 − ηλ, and λ is about 7·10⁴ for these raw columns.
                sgd = sgd.withData(sgd.data().withSource("diabetes"))
                        .withNetwork(sgd.network().withHidden(List.of()))
                        .withTraining(sgd.training().withEpochs(60));
            }
            List<TrainingOutcome> outcomes = new ArrayList<>();
            List<EpochReport> now = train(sgd, outcomes);
            List<EpochReport> then = train(sgd.withTraining(sgd.training().withLearningRate(10 * rate)), outcomes);
            Asked asked = ask(new Document.OfExperiment(sgd), 2);
            if (outcomes.get(0) instanceof TrainingOutcome.Diverged) {
                assertInstanceOf(NoQuestion.class, asked);
                seen.add("none");
                continue;
            }
            String expected = outcomes.get(1) instanceof TrainingOutcome.Diverged
                    ? "diverges"
                    : then.get(then.size() - 1).validationLoss()
                                    < now.get(now.size() - 1).validationLoss()
                            ? "lower"
                            : "higher";
            assertTrue(option((AskedQuestion) asked, expected).correct(), rate + ": " + expected);
            seen.add(expected);
        }
        assertTrue(seen.containsAll(List.of("lower", "higher", "diverges")), seen.toString());
    }

    @Test
    void longRunsAreNotAskedAbout() {
        Experiment digits = experiment().withData(experiment().data().withSource("mnist"));
        digits = digits.withTraining(digits.training().withEpochs(1_000_000));
        NoQuestion none = assertInstanceOf(NoQuestion.class, ask(new Document.OfExperiment(digits), 0));
        assertTrue(none.reason().contains("too long"), none.reason());
    }

    @Test
    void aRunThatIsCancelledAsksNothing() {
        AtomicInteger checks = new AtomicInteger();
        AskedState training = new AskedState(new Document.OfExperiment(experiment()), null, 0);
        assertThrows(
                CancellationException.class,
                () -> StateQuestions.ask(training, 0, texts, () -> checks.incrementAndGet() > 3));
        assertTrue(checks.get() < 12, "the run of 12 epochs ends early");
        AskedState map = new AskedState(LinkedDocuments.load("rate-batch-map"), null, 0);
        assertThrows(CancellationException.class, () -> StateQuestions.ask(map, 0, texts, () -> true));
    }

    private static TuningStudy study(SearchMethod method, int trials) {
        SearchSpace space = new SearchSpace(List.of(
                new SearchSpace.Hyperparameter("training.learningRate", new SearchDimension.LogDimension(0.001, 1)),
                new SearchSpace.Hyperparameter(
                        "training.batchSize", new SearchDimension.CategoricalDimension(List.of("8", "16", "32")))));
        Experiment experiment =
                Experiment.DEFAULT.withTraining(Experiment.DEFAULT.training().withEpochs(30));
        return new TuningStudy(experiment, null, space, method, TuningObjective.VALIDATION_LOSS, trials, 1, 1);
    }

    @Test
    void gridRepeatsValuesAndRandomSearchDoesNot() {
        Document grid = new Document.OfStudy(study(new SearchMethod.Grid(4), 12), List.of());
        assertEquals(List.of("4"), right(question(grid, 1)));
        Document random = new Document.OfStudy(study(new SearchMethod.RandomSearch(), 12), List.of());
        assertEquals(List.of("12"), right(question(random, 1)));
        assertNotEquals(question(grid, 1).title(), question(random, 1).title());
        assertEquals(List.of("tuning-map"), question(grid, 1).answeredBy());
    }

    /** 40 trials at 1 epoch, 13 go on to 3, 4 to 9, 1 to 27 and to 30: 40·1 + 13·2 + 4·6 + 18 + 3. */
    @Test
    void halvingUsesTheEpochsOfItsRungs() {
        Document halving = new Document.OfStudy(study(SearchMethod.Halving.DEFAULT, 40), List.of());
        assertEquals(List.of("111"), right(question(halving, 2)));
        Document bayesian = new Document.OfStudy(study(SearchMethod.Bayesian.DEFAULT, 40), List.of());
        assertEquals(List.of("111"), right(question(bayesian, 2)));
        Document other = new Document.OfStudy(study(new SearchMethod.Halving(2, 10), 8), List.of());
        // 8 at 10, 4 to 20, 2 to 30
        assertEquals(List.of("140"), right(question(other, 2)));
    }

    @Test
    void bestTrialHasTheLowestValueOfThoseThatFinished() {
        TuningStudy study = study(new SearchMethod.RandomSearch(), 6);
        List<JournalEntry> results = new ArrayList<>();
        double[] values = {0.5, 0.2, 0.9, 0.1, Double.NaN, 0.4};
        for (int trial = 0; trial < values.length; trial++) {
            results.add(
                    new JournalEntry(trial, 30, new JobResult(JobResult.JobOutcome.COMPLETED, 30, values[trial], 1)));
        }
        AskedQuestion asked = question(new Document.OfStudy(study, results), 0);
        assertTrue(option(asked, "trial3").correct());
        assertEquals(List.of("tuning-best"), asked.answeredBy());
        assertEquals(1, right(asked).size());
        assertEquals(4, ((Question.Choice) asked.question()).options().size());
        Asked early = ask(new Document.OfStudy(study, results.subList(0, 3)), 0);
        assertFalse(
                early instanceof AskedQuestion other && other.title().startsWith("**3**"),
                "three trials are too few to ask for the best");
    }

    @Test
    void casesAreJudgedByTheirIntervals() throws IOException {
        JsonNode expected = reference().get("cases");
        Set<String> verdicts = new HashSet<>();
        for (Case each : BundledCases.all()) {
            JsonNode answer = expected.get(each.name());
            AskedQuestion gain = question(new Document.OfCase(each), 0);
            String verdict = answer.get("verdict").textValue();
            assertTrue(option(gain, verdict).correct(), each.name());
            assertEquals(List.of("cases-gain"), gain.answeredBy());
            verdicts.add(verdict);
            String largest = answer.get("largest").textValue();
            AskedQuestion second = question(new Document.OfCase(each), 1);
            if (largest.isEmpty()) {
                assertEquals(gain.title(), second.title(), "without disjoint intervals, no key is asked for");
            } else {
                assertTrue(option(second, largest).correct(), each.name());
                assertEquals(List.of("cases-contributions"), second.answeredBy());
            }
        }
        assertTrue(verdicts.containsAll(List.of("better", "open")), verdicts.toString());
        Asked gallery = StateQuestions.ask(
                new AskedState(new Document.OfCase(BundledCases.all().get(0)), null, AskedState.NONE),
                0,
                texts,
                () -> false);
        assertInstanceOf(NoQuestion.class, gallery);
    }

    /**
     * On a parabola, |1 − ηc| decides: below 1 it converges from one side, or oscillates, and from 1 on it diverges.
     */
    @Test
    void pixelOfAParabolaEndsAsTheFactorSays() {
        DescentSetup setup = ((Document.OfDescent) parabola(0.1, 1, 3.2)).setup();
        MapSpecification map = new MapSpecification(
                new MapSubject.OfDescent(setup),
                new MapAxis("learningRate", new SearchDimension.LinearDimension(0.05, 3), 40),
                new MapAxis("parameters.curvature", new SearchDimension.LinearDimension(0.5, 2), 7),
                MapColor.TRAIN_LOSS);
        Set<String> seen = new HashSet<>();
        for (int turn = 0; turn < 12; turn++) {
            AskedQuestion asked = question(new Document.OfMap(map), turn);
            Matcher numbers = Pattern.compile("\\*\\*([\\d.]+)\\*\\*").matcher(asked.title());
            assertTrue(numbers.find());
            double rate = Double.parseDouble(numbers.group(1));
            assertTrue(numbers.find());
            double curvature = Double.parseDouble(numbers.group(1));
            Document.OfMap marked =
                    assertInstanceOf(Document.OfMap.class, asked.step().scene().document());
            assertEquals(map, marked.map());
            MapPoint place = Objects.requireNonNull(marked.display().pinned());
            assertEquals(rate, place.x(), 1e-3 * rate, "the marked pixel is the one in the question");
            assertEquals(curvature, place.y(), 1e-3 * curvature);
            double factor = 1 - rate * curvature;
            String expected = Math.abs(factor) >= 1 ? "it diverges" : factor < -0.1 ? "it oscillates" : "it converges";
            assertEquals(List.of(expected), right(asked), asked.title());
            seen.add(expected);
        }
        assertEquals(3, seen.size(), "the outcomes take turns");
        AskedState state = new AskedState(new Document.OfMap(map), null, 0);
        MapDisplay pins = MapDisplay.DEFAULT.withPins(new MapPoint(1, 1), null);
        assertTrue(state.isSameSubject(new AskedState(new Document.OfMap(map, pins), null, 0)));
        MapSpecification other =
                map.withAxes(map.x(), map.y().withDimension(new SearchDimension.LinearDimension(1, 2)));
        assertFalse(state.isSameSubject(new AskedState(new Document.OfMap(other), null, 0)));
    }

    @Test
    void questionChangesWithTheState() {
        assertNotEquals(
                question(parabola(0.1, 1, 3.2), FATE).title(),
                question(parabola(0.2, 1, 3.2), FATE).title());
        assertEquals(question(parabola(0.1, 1, 3.2), FATE), question(parabola(0.1, 1, 3.2), FATE));
        AskedState state = new AskedState(parabola(0.1, 1, 3.2), null, 0);
        assertTrue(state.isSameSubject(new AskedState(parabola(0.1, 1, 3.2), null, 0)));
        assertFalse(state.isSameSubject(new AskedState(parabola(0.2, 1, 3.2), null, 0)));
        TuningStudy study = study(new SearchMethod.RandomSearch(), 6);
        JournalEntry result = new JournalEntry(0, 30, new JobResult(JobResult.JobOutcome.COMPLETED, 30, 0.5, 1));
        assertTrue(new AskedState(new Document.OfStudy(study, List.of()), null, 0)
                .isSameSubject(new AskedState(new Document.OfStudy(study, List.of(result)), null, 0)));
    }

    @Test
    void wrongOptionsNameAMisconceptionInBothLanguages() {
        List<Document> documents = List.of(
                parabola(0.1, 1, 3.2),
                new Document.OfBatch(BatchSetup.DEFAULT),
                new Document.OfExperiment(experiment()),
                new Document.OfActivations(ActivationLabSettings.DEFAULT),
                new Document.OfConvolution(ConvolutionLabSettings.DEFAULT),
                new Document.OfStudy(study(new SearchMethod.Grid(4), 12), List.of()),
                new Document.OfCase(BundledCases.named("breastCancer")));
        for (Language language : EnumSet.allOf(Language.class)) {
            for (Document document : documents) {
                for (int turn = 0; turn < 3; turn++) {
                    AskedQuestion asked = assertInstanceOf(
                            AskedQuestion.class,
                            StateQuestions.ask(
                                    new AskedState(document, null, 0), turn, Texts.in(language), () -> false));
                    if (asked.question() instanceof Question.Choice choice) {
                        assertTrue(choice.options().stream()
                                .allMatch(each -> each.correct() || each.misconception() != null));
                        assertTrue(choice.options().stream().anyMatch(Option::correct));
                    }
                    assertFalse(asked.explanation().contains("NaN"), asked.explanation());
                }
            }
        }
    }
}
