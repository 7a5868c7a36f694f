package hyperlab.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.activation.ActivationConstants;
import hyperlab.activation.ActivationLabSettings;
import hyperlab.batch.BatchSettings;
import hyperlab.batch.BatchSetup;
import hyperlab.batch.ComparisonBasis;
import hyperlab.batch.EscapeSettings;
import hyperlab.batch.TargetSettings;
import hyperlab.batch.TwoWeightModelSettings;
import hyperlab.data.CsvSettings;
import hyperlab.data.DataSettings;
import hyperlab.data.PredictionTask;
import hyperlab.data.SplitOrder;
import hyperlab.descent.DescentSetup;
import hyperlab.log.LogAxis;
import hyperlab.log.LogColumn;
import hyperlab.log.LogColumns;
import hyperlab.log.LogFormat;
import hyperlab.log.LogQuantity;
import hyperlab.log.LogTable;
import hyperlab.log.TrainingLog;
import hyperlab.nn.Activation;
import hyperlab.nn.ActivationSelection;
import hyperlab.nn.Loss;
import hyperlab.nn.layer.Initializer;
import hyperlab.optim.AdaDelta;
import hyperlab.optim.AdaGrad;
import hyperlab.optim.Adam;
import hyperlab.optim.AdamW;
import hyperlab.optim.NAdam;
import hyperlab.optim.Penalty;
import hyperlab.optim.RmsProp;
import hyperlab.optim.Schedule;
import hyperlab.optim.Sgd;
import hyperlab.playground.PlaygroundExperiment;
import hyperlab.rule.InvalidInputException;
import hyperlab.train.BatchSize;
import hyperlab.train.Experiment;
import hyperlab.train.NetworkSettings;
import hyperlab.train.TrainingSettings;
import hyperlab.tune.JobResult;
import hyperlab.tune.JournalEntry;
import hyperlab.tune.SearchMethod;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentsTest {
    @TempDir
    Path folder;

    @Test
    void everyKeyExceptFormatHasDefault() {
        assertEquals(
                new Document.OfExperiment(Experiment.DEFAULT),
                Documents.parse("{\"format\": \"hyperlab-experiment/1\"}", "x"));
        assertEquals(
                new Document.OfDescent(new DescentSetup(
                        "parabola",
                        Map.of("curvature", 1.0),
                        List.of(3.2),
                        20,
                        List.of(new DescentSetup.Racer(0.1, Sgd.DEFAULT, true)))),
                Documents.parse("{\"format\": \"hyperlab-descent/1\"}", "x"));
        assertEquals(
                new Document.OfActivations(ActivationLabSettings.DEFAULT.withSelection(
                        new ActivationSelection(List.of(new Activation.Relu()), -5, 5, 1),
                        ActivationConstants.DEFAULT)),
                Documents.parse("{\"format\": \"hyperlab-activation/1\"}", "x"));
        assertEquals(
                new Document.OfBatch(BatchSetup.DEFAULT), Documents.parse("{\"format\": \"hyperlab-batch/1\"}", "x"));
    }

    @Test
    void writesPageByName() {
        Document page = new Document.OfPage("learning-rate");
        assertEquals(page, Documents.parse(Documents.write(page), "x"));
        assertThrows(InvalidInputException.class, () -> Documents.parse("{\"format\": \"hyperlab-page/1\"}", "x"));
    }

    @Test
    void logKeepsNumbersThatAreNotFiniteAndUnknownPositions() {
        Document document = Documents.parse("""
                {
                  "format": "hyperlab-log/1", "name": "metrics.csv", "source": "lightning",
                  "series": {
                    "trainLoss": {"column": "loss", "epochs": [0.5, 1], "steps": [4, null], "values": [2.5, "NaN"]},
                    "learningRate": {"column": "lr", "steps": [4], "values": [0.1]}},
                  "restarts": [{"axis": "epoch", "from": 9, "to": 5}], "truncated": true
                }""", "x");
        assertEquals(document, Documents.parse(Documents.write(document), "x"));
        Document.OfLog log = assertInstanceOf(Document.OfLog.class, document);
        assertEquals(1, log.log().divergedAt(LogAxis.EPOCH));
        assertTrue(Documents.write(document).contains("\"NaN\""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "{} | series must have a training loss or a validation loss",
                "{\"trainLos\": {}} | series.trainLos is not a known key (nearest: trainLoss)",
                "{\"trainLoss\": {\"values\": []}} | series.trainLoss.values.length must be a whole number from 1 to 60000, got 0",
                "{\"trainLoss\": {\"values\": [1]}} | series.trainLoss.epochs must be in ascending order (or the steps must be)",
                "{\"trainLoss\": {\"values\": [1], \"steps\": [1, 2]}} | series.trainLoss.steps must have one number for each of the 1 values, got 2"
            })
    void refusesInvalidLog(String series, String error) {
        InvalidInputException refusal = assertThrows(
                InvalidInputException.class,
                () -> Documents.parse("{\"format\": \"hyperlab-log/1\", \"series\": " + series + "}", "x"));
        assertEquals(error, refusal.line());
    }

    @Test
    void logKeepsItsColumnsUnlessTheyAreTooMany() {
        TrainingLog small = logOf(LogOriginFormat.MAX_CELLS / 2);
        assertEquals(small, reread(small));
        TrainingLog large = logOf(LogOriginFormat.MAX_CELLS / 2 + 1);
        assertEquals(null, reread(large).origin());
        assertEquals(large.series(), reread(large).series());
    }

    private static TrainingLog reread(TrainingLog log) {
        return ((Document.OfLog) Documents.parse(Documents.write(new Document.OfLog(log)), "x")).log();
    }

    /** A log with two columns; the second has no number in the first row. */
    private static TrainingLog logOf(int rows) {
        double[] values = new double[rows];
        Arrays.fill(values, 0.5);
        values[0] = Double.NaN;
        LogColumn loss = new LogColumn("loss", IntStream.range(0, rows).toArray(), values);
        LogColumn other = new LogColumn("other", IntStream.rangeClosed(1, rows).toArray(), values);
        LogTable table = new LogTable("a", LogFormat.CSV, List.of(loss, other), rows + 1, 2, false);
        return TrainingLog.of(table, new LogColumns(Map.of(LogQuantity.TRAIN_LOSS, "loss")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "{\"quantities\": {\"step\": \"a\"}} | table.quantities.step must be the name of a column of the table, got a",
                "{\"rows\": 2, \"columns\": [{\"name\": \"a\", \"values\": [1, 2, 3]}]} | table.columns[0].rows must be ascending whole numbers from 0 to 1",
                "{\"rows\": 9, \"columns\": [{\"name\": \"a\", \"rows\": [4, 3], \"values\": [1, 2]}]} | table.columns[0].rows must be ascending whole numbers from 0 to 8",
                "{\"rows\": 9, \"columns\": [{\"name\": \"a\", \"rows\": [0.5], \"values\": [1]}]} | table.columns[0].rows must be ascending whole numbers from 0 to 8",
                "{\"rows\": 9, \"columns\": [{\"name\": \"a\", \"rows\": [4], \"values\": [1, 2]}]} | table.columns[0].rows must have one number for each of the 2 values, got 1"
            })
    void refusesInvalidTableOfLog(String table, String error) {
        String series = "{\"trainLoss\": {\"steps\": [1], \"values\": [1]}}";
        InvalidInputException refusal = assertThrows(
                InvalidInputException.class,
                () -> Documents.parse(
                        "{\"format\": \"hyperlab-log/1\", \"series\": " + series + ", \"table\": " + table + "}", "x"));
        assertEquals(error, refusal.line());
    }

    @Test
    void studyStoresTrialResults() {
        Document document = Documents.parse("""
                {
                  "format": "hyperlab-study/1",
                  "experiment": {"format": "hyperlab-experiment/1", "seed": 5},
                  "space": {"network.hidden": {"type": "choice", "values": [[8], [4, 4]]}},
                  "method": {"name": "manual", "points": [{"network.hidden": [4, 4]}]},
                  "objective": "trainLoss", "trials": 9, "seed": -2, "parallel": 3,
                  "results": [
                    {"trial": 0, "epochs": 7, "state": "completed", "reached": 7, "value": 0.30000000000000004, "seconds": 1.5},
                    {"trial": 1, "epochs": 7, "state": "diverged", "reached": 2, "seconds": 0.25}]
                }""", "x");
        Document.OfStudy study = assertInstanceOf(Document.OfStudy.class, document);
        assertEquals(
                List.of(
                        new JournalEntry(0, 7, new JobResult(JobResult.JobOutcome.COMPLETED, 7, 0.1 + 0.2, 1.5)),
                        new JournalEntry(1, 7, new JobResult(JobResult.JobOutcome.DIVERGED, 2, Double.NaN, 0.25))),
                study.results());
        assertEquals(
                new SearchMethod.Manual(List.of(Map.of("network.hidden", "[4,4]"))),
                study.study().method());
        assertEquals(document, Documents.parse(Documents.write(document), "x"));
    }

    @Test
    void readsAndWritesEveryKeyOfBatchDocument() {
        Document document = Documents.parse("""
                {
                  "format": "hyperlab-batch/1", "seed": -7,
                  "model": {"source": "csv", "file": "../t.csv", "x": "a", "y": "b", "target": "c", "oddSample": 2.5},
                  "training": {"batchSize": "full", "shuffle": false, "dropLast": true, "learningRate": 0.01,
                    "scaling": true, "scaledFrom": 8},
                  "start": [1, -2.5], "equal": "seconds", "steps": 2000, "epochs": 100,
                  "target": {"share": 0.1, "bestRate": false, "seeds": 101},
                  "escape": {"noise": 0, "tilt": 0.35, "steps": 10000, "runs": 10000}
                }""", "x");
        BatchSetup expected = new BatchSetup(
                -7,
                new TwoWeightModelSettings("csv", "../t.csv", "a", "b", "c", 2.5),
                new BatchSettings(BatchSize.FULL, false, true, 0.01, true, 8),
                List.of(1.0, -2.5),
                ComparisonBasis.SECONDS,
                2000,
                100,
                new TargetSettings(0.1, false, 101),
                new EscapeSettings(0, 0.35, 10_000, 10_000));
        assertEquals(new Document.OfBatch(expected), document);
        assertEquals(document, Documents.parse(Documents.write(document), "x"));
        Document usual = new Document.OfBatch(BatchSetup.DEFAULT);
        assertEquals(usual, Documents.parse(Documents.write(usual), "x"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "\"seed\": 1.5 | seed must be a whole number, got 1.5",
                "\"step\": 1 | step is not a known key (nearest: steps)",
                "\"equal\": \"time\" | equal can be epochs, steps, seconds, but not \"time\"; did you mean steps?",
                "\"start\": [1] | start must be two numbers, got [1.0]",
                "\"steps\": 2001 | steps must be a whole number from 1 to 2000, got 2001",
                "\"model\": {\"x\": \"petalLength\"} | model.target must be a column other than x and y, got petalLength",
                "\"model\": {\"file\": \"a.csv\"} | model.file is only for source csv, got source iris",
                "\"training\": {\"batchSize\": 0} | training.batchSize must be a whole number ≥ 1 or \"full\", got 0",
                "\"training\": {\"learningRate\": -1} | training.learningRate must be finite and > 0, got -1",
                "\"target\": {\"share\": 1} | target.share must be in (0, 1), got 1",
                "\"escape\": {\"tilt\": 1} | escape.tilt must be in [0, 0.35], got 1"
            })
    void refusesABadBatchDocumentInOneLine(String keys, String line) {
        assertEquals(line, error("{\"format\": \"hyperlab-batch/1\", " + keys + "}"));
    }

    @Test
    void readsEveryKey() {
        Document document = Documents.parse("""
                {
                  "format": "hyperlab-experiment/1", "name": "모든 것", "seed": -9223372036854775808,
                  "data": {"source": "csv", "file": "a.csv", "target": "y", "features": ["a", "b"],
                    "task": "regression", "missing": "drop", "samples": 100, "noise": 0.5, "trainFraction": 0.7,
                    "split": "sequential", "standardize": true},
                  "network": {"convolutions": [], "hidden": [4, 2], "activation": {"name": "leakyRelu", "slope": 0.2},
                    "dropout": 0.5, "initializer": {"name": "uniform", "range": 0.25}, "initialWeights": "w.json"},
                  "training": {"loss": "squaredError", "optimizer": {"name": "sgd", "momentum": 0.9, "nesterov": true},
                    "learningRate": 1e-3, "schedule": {"name": "step", "every": 5, "factor": 0.5, "warmup": 2},
                    "batchSize": "full", "shuffle": false, "epochs": 7, "penalty": {"l1": 0.1, "l2": 0.2},
                    "patience": 3},
                  "ensemble": 1, "dataSha256": "00", "version": "0.1.0"
                }""", "x");

        assertEquals(
                new Document.OfExperiment(new Experiment(
                        "모든 것",
                        Long.MIN_VALUE,
                        new DataSettings(
                                "csv",
                                100,
                                0.5,
                                0.7,
                                SplitOrder.SEQUENTIAL,
                                true,
                                new CsvSettings("a.csv", "y", List.of("a", "b"), PredictionTask.REGRESSION, true),
                                null),
                        new NetworkSettings(
                                List.of(),
                                List.of(4, 2),
                                new Activation.LeakyRelu(0.2),
                                0.5,
                                new Initializer.Uniform(0.25),
                                "w.json"),
                        new TrainingSettings(
                                Loss.SQUARED_ERROR,
                                new Sgd(0.9, true),
                                0.001,
                                new Schedule.StepDecay(5, 0.5, 2),
                                BatchSize.FULL,
                                false,
                                7,
                                new Penalty(0.1, 0.2),
                                3),
                        1)),
                document);
        assertEquals(document, Documents.parse(Documents.write(document), "x"));
    }

    @Test
    void constantsHaveDefaultsPerName() {
        assertEquals(
                new RmsProp(0.99, 1e-8),
                experiment("training", "optimizer", "rmsprop").training().optimizer());
        assertEquals(
                new AdaGrad(1e-10),
                experiment("training", "optimizer", "adagrad").training().optimizer());
        assertEquals(
                new AdaDelta(0.9, 1e-6),
                experiment("training", "optimizer", "adadelta").training().optimizer());
        assertEquals(
                new NAdam(0.9, 0.999, 1e-8, 0.004),
                experiment("training", "optimizer", "nadam").training().optimizer());
        assertEquals(
                new AdamW(0.9, 0.999, 1e-8, 0.01),
                experiment("training", "optimizer", "adamw").training().optimizer());
        assertEquals(
                Adam.DEFAULT,
                experiment("training", "optimizer", "adam").training().optimizer());
        assertEquals(
                new Schedule.CosineAnnealing(0, 0),
                experiment("training", "schedule", "cosine").training().schedule());
        assertEquals(
                new Schedule.ExponentialDecay(0.95, 0),
                experiment("training", "schedule", "exponential").training().schedule());
        assertEquals(
                new Activation.Prelu(0.25),
                experiment("network", "activation", "prelu").network().activation());
        assertEquals(
                new Activation.Maxout(2),
                experiment("network", "activation", "maxout").network().activation());
        assertEquals(
                new Activation.Elu(1),
                experiment("network", "activation", "elu").network().activation());
    }

    @Test
    void restoresFormulaAsTyped() {
        String json = "{\"format\": \"hyperlab-descent/1\", \"function\": \"x²/4+sin(3x)−y\", \"start\": [1, 2]}";
        Document.OfDescent document = assertInstanceOf(Document.OfDescent.class, Documents.parse(json, "x"));

        assertEquals("x²/4+sin(3x)−y", document.setup().function());
        assertEquals(document, Documents.parse(Documents.write(document), "x"));
    }

    @Test
    void rejectsMegabyteFormulaInOneShortLine() {
        String line = error("{\"format\": \"hyperlab-descent/1\", \"function\": \"" + "(".repeat(1_000_000) + "\"}");
        assertEquals("function must be at most 500 characters long, got 1000000", line);
    }

    @Test
    void writesEveryDefaultInFixedOrder() {
        assertEquals("""
                {
                  "format": "hyperlab-experiment/1",
                  "name": "",
                  "seed": 42,
                  "data": {
                    "source": "moons",
                    "noise": 0.1,
                    "trainFraction": 0.8,
                    "split": "shuffled",
                    "testFraction": 0.0,
                    "folds": 0,
                    "fold": 0,
                    "standardize": false
                  },
                  "network": {
                    "convolutions": [ ],
                    "hidden": [ 8, 8 ],
                    "activation": {
                      "name": "relu"
                    },
                    "dropout": 0.0,
                    "initializer": "auto"
                  },
                  "training": {
                    "loss": "auto",
                    "optimizer": {
                      "name": "adam",
                      "beta1": 0.9,
                      "beta2": 0.999,
                      "epsilon": 1.0E-8
                    },
                    "learningRate": 0.03,
                    "schedule": {
                      "name": "constant",
                      "warmup": 0
                    },
                    "batchSize": 32,
                    "shuffle": true,
                    "epochs": 100,
                    "penalty": {
                      "l1": 0.0,
                      "l2": 0.0,
                      "method": "subgradient"
                    },
                    "patience": 0
                  },
                  "ensemble": 1
                }
                """, Documents.write(new Document.OfExperiment(Experiment.DEFAULT)));
    }

    @Test
    void writesSameTextInEveryLanguage() {
        Document document = new Document.OfExperiment(Experiment.DEFAULT);
        String expected = Documents.write(document);
        Locale before = Locale.getDefault();
        try {
            for (String tag : List.of("de", "ar-EG", "tr")) {
                Locale.setDefault(Locale.forLanguageTag(tag));
                assertEquals(expected, Documents.write(document));
                assertEquals(document, Documents.parse(expected, "x"));
            }
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void acceptsIntegersWithDecimalPoint() {
        Document document = Documents.parse(
                "{\"format\":\"hyperlab-experiment/1\",\"seed\":1e3,\"training\":{\"epochs\":3.0,\"batchSize\":8.0}}",
                "x");
        Experiment experiment =
                assertInstanceOf(Document.OfExperiment.class, document).experiment();

        assertEquals(1000, experiment.seed());
        assertEquals(3, experiment.training().epochs());
        assertEquals(new BatchSize(8), experiment.training().batchSize());
    }

    @Test
    void storesPlaygroundLinkWithAllKeysAndSeed() {
        Document document =
                Documents.parse("{\"format\": \"hyperlab-playground/1\", \"link\": \"#seed=7&noise=5\"}", "x");
        PlaygroundExperiment experiment = ((Document.OfPlayground) document).experiment();
        String json = Documents.write(document);

        assertEquals(5, experiment.link().data().noise());
        assertEquals(100, experiment.epochs());
        assertTrue(json.contains("\"link\": \"https://playground.tensorflow.org/#activation=tanh&"), json);
        assertEquals(document, Documents.parse(json, "x"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    "epochs": 1                            | link must be of the form …#key=value&key=value, got ""
                    "link": "#noise=5"                     | link must contain a seed: seed=0.12345
                    "link": "#seed=1&noise=x"              | noise must be a number, got "x"
                    "link": "#seed=1", "epochs": -1        | epochs must be a whole number from 0 to 1000000, got -1
                    "link": "#seed=1", "epoch": 1          | epoch is not a known key (nearest: epochs)
                    """)
    void rejectsUntrainablePlaygroundLink(String keys, String line) {
        assertEquals(line, error("{\"format\": \"hyperlab-playground/1\", " + keys + "}"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    ``                    | x.json is empty
                    [1]                   | x.json must be a JSON object, got [1]
                    {                     | x.json line 1 column 2 is cut off: the file ends in the middle of a value
                    {"format":"hyper      | x.json line 1 column 17 is cut off: the file ends in the middle of a value
                    {\\n"seed": 1,\\n}    | x.json line 3 column 1 is not JSON: unexpected '}'
                    {a: 1}                | x.json line 1 column 2 is not JSON: unexpected 'a'
                    {"a": 01}             | x.json line 1 column 8 is not JSON: invalid number
                    {"a": 1} x            | x.json line 1 column 10 is not JSON: unknown word 'x'
                    {"a": 1} {}           | x.json line 1 column 10 has content after its end
                    \\0\\1                | x.json line 1 column 2 is not JSON: control character with code 1
                    nothing               | x.json line 1 column 1 is not JSON: unknown word 'nothing'
                    {}                    | format is missing; it can be hyperlab-experiment/1, hyperlab-descent/1, hyperlab-batch/1, hyperlab-study/1, hyperlab-case/1, hyperlab-activation/1, hyperlab-convolution/1, hyperlab-playground/1, hyperlab-log/1, hyperlab-map/1, hyperlab-page/1
                    {"format": 1}         | format must be a text in quotes, got 1
                    {"format": "hyperlab-lesson/1"} | format "hyperlab-lesson/1" cannot be read here (nearest: hyperlab-descent/1)
                    {"format": "hyperlab-study/1"} | space must be given: the keys of the experiment that are searched, each with its values
                    {"seed": 1, "seed": 1} | seed is given twice
                    {"data": {"noise": 1, "noise": 2}} | data.noise is given twice
                    {"training": {"learningRate": NaN}} | training.learningRate must be a finite number, got NaN
                    {"training": {"learningRate": -Infinity}} | training.learningRate must be a finite number, got -Infinity
                    {"training": {"learningRate": 1e999}} | training.learningRate must be a finite number, got 1e999
                    {"network": {"hidden": [8, 1e999]}} | network.hidden[1] must be a finite number, got 1e999
                    """)
    void refusesWhatIsNoDocument(String json, String line) {
        assertEquals(line, error(json.translateEscapes()));
    }

    @Test
    void clampsUnboundedNumbersToMaximumInt() {
        Experiment read = ((Document.OfExperiment) Documents.parse(
                        "{\"format\": \"hyperlab-experiment/1\", \"training\": {\"patience\": 99999999999,"
                                + " \"batchSize\": 1e30, \"schedule\": {\"name\": \"step\", \"every\": 99999999999,"
                                + " \"warmup\": 99999999999}}}",
                        "x"))
                .experiment();
        assertEquals(Integer.MAX_VALUE, read.training().patience());
        assertEquals(BatchSize.FULL, read.training().batchSize());
        assertEquals(
                new Schedule.StepDecay(Integer.MAX_VALUE, 0.1, Integer.MAX_VALUE),
                read.training().schedule());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    "sed": 1                                | sed is not a known key (nearest: seed)
                    "learningRate": 1                       | learningRate is not a known key (nearest: training.learningRate)
                    "training": {"lerningRate": 1}          | training.lerningRate is not a known key (nearest: learningRate)
                    "training": {"optimizer": {"momentum": 0.5}} | training.optimizer.momentum is not a known key of adam (nearest: name)
                    "training": {"penalty": {"L3": 1}}      | training.penalty.L3 is not a known key (nearest: l1)
                    "a\\nb": 1                              | a b is not a known key (nearest: name)
                    "training": {"learningRate": "fast"}    | training.learningRate must be a number, got "fast"
                    "training": {"learningRate": "0.1"}     | training.learningRate must be a number, got "0.1"
                    "training": {"learningRate": null}      | training.learningRate must be a number, got null
                    "training": {"learningRate": -0.1}      | training.learningRate must be finite and > 0, got -0.1
                    "training": {"epochs": 3.5}             | training.epochs must be a whole number, got 3.5
                    "training": {"epochs": 1000001}         | training.epochs must be a whole number from 0 to 1000000, got 1000001
                    "training": {"epochs": 99999999999}     | training.epochs must be a whole number from 0 to 1000000, got 99999999999
                    "training": {"epochs": -1e30}           | training.epochs must be a whole number from 0 to 1000000, got -1.0E30
                    "training": {"patience": -99999999999}  | training.patience must be a whole number ≥ 0, got -99999999999
                    "training": {"patience": -1}            | training.patience must be a whole number ≥ 0, got -1
                    "training": {"patience": 0.5}           | training.patience must be a whole number, got 0.5
                    "training": {"schedule": {"warmup": -99999999999}} | training.schedule.warmup must be a whole number ≥ 0, got -99999999999
                    "training": {"schedule": {"name": "step", "every": 0}} | training.schedule.every must be a whole number ≥ 1, got 0
                    "training": {"batchSize": -99999999999} | training.batchSize must be a whole number ≥ 1 or "full", got -99999999999
                    "data": {"samples": 99999999999}        | data.samples must be a whole number from 2 to 1000000, got 99999999999
                    "data": {"source": "csv", "file": "a\\u0000b", "target": "y"} | data.file must be a path, got "a b"
                    "network": {"initialWeights": "a\\u0000b"} | network.initialWeights must be a path, got "a b"
                    "network": {"hidden": [99999999999]}    | network.hidden[0] must be a whole number from 1 to 4096, got 99999999999
                    "network": {"activation": {"name": "maxout", "pieces": 99999999999}} | network.activation.pieces must be a whole number from 2 to 64, got 99999999999
                    "training": {"shuffle": "no"}           | training.shuffle must be true or false, got "no"
                    "training": {"batchSize": 0}            | training.batchSize must be a whole number ≥ 1 or "full", got 0
                    "training": {"batchSize": "half"}       | training.batchSize must be a whole number ≥ 1 or "full", got "half"
                    "training": {"batchSize": 2.5}          | training.batchSize must be a whole number ≥ 1 or "full", got 2.5
                    "training": {"loss": "mse"}             | training.loss can be auto, crossEntropy, squaredError, but not "mse"; did you mean auto?
                    "training": {"optimizer": {"name": "nadams"}} | training.optimizer.name can be sgd, adagrad, rmsprop, adadelta, adam, nadam, adamw, lion, but not "nadams"; did you mean nadam?
                    "training": {"optimizer": {"name": "sgd", "nesterov": true}} | training.optimizer.nesterov needs a momentum > 0, got momentum 0
                    "training": {"optimizer": "sgd"}        | training.optimizer must be an object in { }, got "sgd"
                    "training": {"schedule": {"name": "step", "every": 0}} | training.schedule.every must be a whole number ≥ 1, got 0
                    "training": {"schedule": {"name": "warm"}} | training.schedule.name can be constant, step, exponential, cosine, but not "warm"; did you mean step?
                    "training": {"penalty": {"l1": -1}}     | training.penalty.l1 must be finite and ≥ 0, got -1
                    "training": {"penalty": {"method": "proximate"}} | training.penalty.method can be subgradient, proximal, but not "proximate"; did you mean proximal?
                    "training": {"penalty": {"methods": "proximal"}} | training.penalty.methods is not a known key (nearest: method)
                    "training": 5                           | training must be an object in { }, got 5
                    "seed": 1.5                             | seed must be a whole number, got 1.5
                    "seed": 9223372036854775808             | seed must be a whole number of at most 64 bits, got 9223372036854775808
                    "seed": "1"                             | seed must be a whole number, got "1"
                    "name": 1                               | name must be a text in quotes, got 1
                    "data": {"samples": 1}                  | data.samples must be a whole number from 2 to 1000000, got 1
                    "data": {"trainFraction": 1}            | data.trainFraction must be in (0, 1), got 1
                    "data": {"noise": -1}                   | data.noise must be finite and ≥ 0, got -1
                    "data": {"split": "random"}             | data.split can be shuffled, sequential, but not "random"; did you mean shuffled?
                    "data": {"image": [1, 64]}              | data.image must be [channels, height, width], got [1, 64]
                    "data": {"image": [0, 8, 8]}            | data.image[0] must be a whole number from 1 to 2147483647, got 0
                    "data": {"image": 64}                   | data.image must be a list in [ ], got 64
                    "data": {"image": []}                   | data.image must be [channels, height, width], got []
                    "data": {"file": "a.csv"}               | data.file is only for source csv, got source moons
                    "data": {"source": "csv"}               | data.file must be given if source is csv
                    "data": {"source": "csv", "file": "a"}  | data.target must be given if source is csv
                    "data": {"source": "csv", "file": "a", "target": "y", "features": ["y"]} | data.features must not contain the target, got y
                    "data": {"source": "csv", "file": "a", "target": "y", "features": [1]} | data.features[0] must be a text in quotes, got 1
                    "data": {"source": "csv", "file": "a", "target": "y", "features": "a"} | data.features must be a list in [ ], got "a"
                    "data": {"source": "csv", "file": "a", "target": "y", "task": "guess"} | data.task can be classification, regression, but not "guess"; did you mean regression?
                    "data": {"source": "csv", "file": "a", "target": "y", "missing": "keep"} | data.missing can be refuse, drop, mean, median, category, but not "keep"; did you mean drop?
                    "network": {"convolutions": [{"filters": 8}, {"kernel": 32}]} | network.convolutions[1].kernel must be a whole number from 1 to 31, got 32
                    "network": {"convolutions": [{"filters": 513}]} | network.convolutions[0].filters must be a whole number from 1 to 512, got 513
                    "network": {"convolutions": [{"stride": 0}]} | network.convolutions[0].stride must be a whole number ≥ 1, got 0
                    "network": {"convolutions": [{"padding": -1}]} | network.convolutions[0].padding must be a whole number ≥ 0, got -1
                    "network": {"convolutions": [{"pool": 1.5}]} | network.convolutions[0].pool must be a whole number, got 1.5
                    "network": {"convolutions": [{"pools": 2}]} | network.convolutions[0].pools is not a known key (nearest: pool)
                    "network": {"convolutions": [3]} | network.convolutions[0] must be an object in { }, got 3
                    "network": {"convolutions": {}} | network.convolutions must be a list in [ ], got {}
                    "network": {"convolutions": [{},{},{},{},{},{},{},{},{}]} | network.convolutions must be at most 8, got 9
                    "network": {"hidden": 8}                | network.hidden must be a list in [ ], got 8
                    "network": {"hidden": [8, "8"]}         | network.hidden[1] must be a whole number, got "8"
                    "network": {"hidden": [8, 4097]}        | network.hidden[1] must be a whole number from 1 to 4096, got 4097
                    "network": {"hidden": [1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1]} | network.hidden must be at most 16 layers, got 17
                    "network": {"activation": "tanh"}       | network.activation must be an object in { }, got "tanh"
                    "network": {"activation": {"name": "geul"}} | network.activation.name can be sigmoid, tanh, relu, leakyRelu, prelu, elu, maxout, linear, softplus, selu, gelu, silu, mish, hardswish, but not "geul"; did you mean gelu?
                    "network": {"activation": {"name": "tanh", "slope": 1}} | network.activation.slope is not a known key of tanh (nearest: name)
                    "network": {"activation": {"name": "maxout", "pieces": 1}} | network.activation.pieces must be a whole number from 2 to 64, got 1
                    "network": {"dropout": 1}               | network.dropout must be in [0, 1), got 1
                    "network": {"initializer": "hee"}       | network.initializer can be auto, xavier, he, zero, uniform, but not "hee"; did you mean he?
                    "network": {"initializer": {"name": "uniform", "range": 0}} | network.initializer.range must be finite and > 0, got 0
                    "network": {"initialWeights": 3}        | network.initialWeights must be a text in quotes, got 3
                    "ensemble": 65                          | ensemble must be a whole number from 1 to 64, got 65
                    "ensemble": 1.5                         | ensemble must be a whole number, got 1.5
                    """)
    void refusesABadExperimentInOneLine(String keys, String line) {
        assertEquals(line, error("{\"format\": \"hyperlab-experiment/1\", " + keys + "}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sigmoid",
                "tanh",
                "relu",
                "leakyRelu",
                "prelu",
                "elu",
                "maxout",
                "linear",
                "softplus",
                "selu",
                "gelu",
                "silu",
                "mish",
                "hardswish"
            })
    void everyActivationIsCalledAsItIsWritten(String name) {
        assertEquals(
                name,
                experiment("network", "activation", name).network().activation().name());
    }

    @ParameterizedTest
    @ValueSource(strings = {"sgd", "adagrad", "rmsprop", "adadelta", "adam", "nadam", "adamw"})
    void everyOptimizerIsCalledAsItIsWritten(String name) {
        assertEquals(
                name,
                experiment("training", "optimizer", name).training().optimizer().name());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    "function": "x^2 + sine(x)"         | function column 7 "sine" is not a known name (nearest: sin)
                    "function": "parabole", "start": [1] | function can be parabola, doubleWell, plateau, tiltedWaves, quartic, cubic, kink, bowl, ravine, rosenbrock, himmelblau, saddle, beale, booth, matyas, rastrigin, ackley, branin, styblinskiTang or a formula in x and y, but not "parabole"; did you mean parabola?
                    "function": "x*y", "start": [1]     | start must be as many numbers as x*y has variables, 2, got 1
                    "function": "x^2", "parameters": {"curvature": 1} | parameters.curvature is not a parameter of a formula, which has none
                    "function": 3                       | function must be a text in quotes, got 3
                    "parameters": {"slope": 1}          | parameters.slope is not a parameter of parabola (nearest: curvature)
                    "parameters": {"curvature": "1"}    | parameters.curvature must be a number, got "1"
                    "start": [1, 2]                     | start must be as many numbers as parabola has variables, 1, got 2
                    "start": [null]                     | start[0] must be a number, got null
                    "steps": 0                          | steps must be a whole number from 1 to 100000, got 0
                    "racers": []                        | racers must be one to 6, got 0
                    "racers": [{}, {"learningRate": 0}] | racers[1].learningRate must be finite and > 0, got 0
                    "racers": [{"optimizer": {"name": "sg"}}] | racers[0].optimizer.name can be sgd, adagrad, rmsprop, adadelta, adam, nadam, adamw, lion, but not "sg"; did you mean sgd?
                    "racers": [{"visibl": true}]        | racers[0].visibl is not a known key (nearest: visible)
                    "racers": [3]                       | racers[0] must be an object in { }, got 3
                    "step": 5                           | step is not a known key (nearest: steps)
                    """)
    void refusesABadDescentInOneLine(String keys, String line) {
        assertEquals(line, error("{\"format\": \"hyperlab-descent/1\", " + keys + "}"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    "activations": []                       | activations must be at least one function, got none
                    "activations": [{"name": "swish"}]      | activations[0].name can be sigmoid, tanh, relu, leakyRelu, prelu, elu, maxout, linear, softplus, selu, gelu, silu, mish, hardswish, but not "swish"; did you mean mish?
                    "activations": [{"name": "elu", "alpha": 0}] | activations[0].alpha must be finite and > 0, got 0
                    "activations": [{}, {}]                 | activations must not name the same function twice
                    "from": 6                               | to must be > from (6.0), got 5.0
                    "form": 6                               | form is not a known key (nearest: from)
                    "topic": "depht"                        | topic can be shape, depth, learned, dead, race, linear, but not "depht"; did you mean depth?
                    "saturation": 1                         | saturation must be in (0, 1), got 1
                    "constants": {"maxoutPieces": 1}        | constants.maxoutPieces must be a whole number from 2 to 64, got 1
                    "depth": {"layers": 0}                  | depth.layers must be a whole number from 2 to 50, got 0
                    "depth": {"range": 0}                   | depth.range must be finite and > 0, got 0
                    "race": {"epochs": 1e9}                 | race.epochs must be a whole number from 1 to 200, got 1.0E9
                    "race": {"learningRate": "fast"}        | race.learningRate must be a number, got "fast"
                    "dead": {"hidden": []}                  | dead.hidden must be at least one layer, got none
                    "linear": {"source": "iris"}            | linear.source can be circle, xor, gauss, spiral, moons, blobs, checker, but not "iris"; did you mean circle?
                    "learned": {"seed": 3}                  | learned.seed is not a known key (nearest: seeds)
                    """)
    void refusesABadActivationSelectionInOneLine(String keys, String line) {
        assertEquals(line, error("{\"format\": \"hyperlab-activation/1\", " + keys + "}"));
    }

    @Test
    void rejectsDeepNestingWithoutStackOverflow() {
        String deep = "{\"a\": " + "[".repeat(100_000);
        assertEquals("x.json line 1 column 38 must not be nested more than 32 levels deep", error(deep));
    }

    @Test
    void readsFilesAndRejectsInvalidOnesInOneLine() throws IOException {
        Path file = folder.resolve("x.json");
        Files.writeString(file, "\uFEFF" + Documents.write(new Document.OfExperiment(Experiment.DEFAULT)));
        assertEquals(new Document.OfExperiment(Experiment.DEFAULT), Documents.read(file));

        Files.write(file, "{\"name\": \"é\"}".getBytes(StandardCharsets.ISO_8859_1));
        assertEquals("FILE line 1 column 13 is not text in UTF-8", fileError(file));
        Files.write(file, new byte[] {'G', 'I', 'F', 0});
        assertEquals("FILE line 1 column 1 is not JSON: unknown word 'GIF '", fileError(file));
        Files.write(file, new byte[Documents.MAX_BYTES + 1]);
        assertEquals("FILE must be at most 33554432 bytes long", fileError(file));
        assertEquals("FILE is a folder, not a file", fileError(folder));
        assertEquals("FILE does not exist", fileError(folder.resolve("none.json")));
        assertEquals(
                "x.json must be at most 33554432 bytes long, got 33554433", error(" ".repeat(Documents.MAX_BYTES + 1)));
    }

    @Test
    void rejectsHalfOfASurrogatePair() {
        String half = "{\"format\":\"hyperlab-experiment/1\",\"name\":\"a\\ud800b\"}";
        assertTrue(error(half).endsWith("half of a surrogate pair, which is no character"), error(half));
        assertTrue(error(half.replace("name", "na\\udc00me")).contains("is not JSON"));
        Document whole = Documents.parse(half.replace("\\ud800", "\\ud83c\\udff3"), "x.json");
        assertEquals(whole, Documents.parse(Documents.write(whole), "x.json"));
    }

    private static Experiment experiment(String section, String key, String name) {
        Document document = Documents.parse(
                "{\"format\":\"hyperlab-experiment/1\",\"" + section + "\":{\"" + key + "\":{\"name\":\"" + name
                        + "\"}}}",
                "x");
        return ((Document.OfExperiment) document).experiment();
    }

    private static String error(String json) {
        return assertThrows(InvalidInputException.class, () -> Documents.parse(json, "x.json"))
                .getMessage();
    }

    private static String fileError(Path file) {
        return assertThrows(InvalidInputException.class, () -> Documents.read(file))
                .getMessage()
                .replace(file.toString(), "FILE");
    }
}
