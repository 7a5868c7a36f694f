package hyperlab.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import hyperlab.cases.DefaultComparison;
import hyperlab.file.json.StrictJson;
import hyperlab.rule.InvalidInputException;
import hyperlab.rule.Rule;
import hyperlab.tune.JobResult;
import hyperlab.tune.JournalEntry;
import hyperlab.tune.SearchDimension;
import hyperlab.tune.SearchMethod;
import hyperlab.tune.TrialCurve;
import hyperlab.tune.TuningObjective;
import hyperlab.tune.TuningStudy;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StudyFormatTest {
    private static final String SPACE =
            "\"space\": {\"training.learningRate\": {\"type\": \"log\", \"low\": 1e-4, \"high\": 1}}";

    private static TuningStudy read(String inside) {
        String json = "{\"format\": \"hyperlab-study/1\"" + (inside.isEmpty() ? "" : ", " + inside) + "}";
        return StudyFormat.read(StrictJson.object(json.getBytes(StandardCharsets.UTF_8), "x"));
    }

    private static String error(String inside) {
        return assertThrows(InvalidInputException.class, () -> read(inside)).line();
    }

    @Test
    void roundTripsEveryAxisKindAndKey() {
        TuningStudy study = read("""
                "experiment": {"format": "hyperlab-experiment/1", "data": {"source": "digits"}},
                "space": {
                  "training.learningRate": {"type": "log", "low": 1e-4, "high": 1.0},
                  "training.batchSize": {"type": "choice", "values": [8, "full"]},
                  "network.hidden": {"type": "choice", "values": [[8], [16, 16]]},
                  "training.epochs": {"type": "integer", "low": 3, "high": 9},
                  "network.dropout": {"type": "linear", "low": 0.0, "high": 0.5}
                },
                "method": {"name": "hyperband", "reduction": 4, "minimumEpochs": 2},
                "objective": "validationAccuracy", "trials": 17, "seed": 8, "parallel": 3""");
        assertEquals("digits", study.experiment().data().source());
        assertEquals(
                List.of(
                        "training.learningRate",
                        "training.batchSize",
                        "network.hidden",
                        "training.epochs",
                        "network.dropout"),
                study.space().keys());
        assertEquals(
                new SearchDimension.CategoricalDimension(List.of("[8]", "[16,16]")),
                study.space().parameters().get(2).dimension());
        assertEquals(new SearchMethod.Hyperband(4, 2), study.method());
        assertEquals(TuningObjective.VALIDATION_ACCURACY, study.objective());
        assertEquals(List.of(17, 3), List.of(study.trials(), study.parallel()));
        assertEquals(8, study.seed());
        assertEquals(study, StudyFormat.read(StudyFormat.write(study)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"name\": \"grid\"}",
                "{\"name\": \"grid\", \"pointsPerAxis\": 5}",
                "{\"name\": \"random\"}",
                "{\"name\": \"bayesian\", \"initial\": 5}",
                "{\"name\": \"halving\", \"reduction\": 2, \"minimumEpochs\": 3}",
                "{\"name\": \"hyperband\"}"
            })
    void everyMethodComesBack(String method) {
        TuningStudy study = read(SPACE + ", \"method\": " + method);
        assertEquals(study, StudyFormat.read(StudyFormat.write(study)));
    }

    @Test
    void roundTripsOptionalResultsAndTime() {
        JournalEntry found = new JournalEntry(3, 9, new JobResult(JobResult.JobOutcome.COMPLETED, 9, 0.25, 1.5));
        Document.OfStudy whole = new Document.OfStudy(read(SPACE), List.of(found), 90);
        assertEquals(whole, StudyFormat.readDocument(StudyFormat.write(whole)));
        Document.OfStudy bare = new Document.OfStudy(read(SPACE), List.of());
        assertEquals(0, bare.seconds());
        assertFalse(StudyFormat.write(bare).has("seconds"));
        assertFalse(StudyFormat.write(bare).has("results"));
    }

    @Test
    void mostTrialsWithTheirRungsFitIntoADocument() {
        JobResult result =
                new JobResult(JobResult.JobOutcome.COMPLETED, 1000, -1.2345678901234568E-300, 0.12345678901234568);
        List<JournalEntry> results = IntStream.range(0, TuningStudy.MAX_TRIALS * 3 / 2)
                .mapToObj(i -> new JournalEntry(i % TuningStudy.MAX_TRIALS, 1000, result))
                .toList();
        String json = Documents.write(new Document.OfStudy(read(SPACE + ", \"trials\": 100000"), results));
        assertTrue(json.length() <= Documents.MAX_BYTES, () -> json.length() + " bytes");
    }

    @Test
    void roundTripsCurves() {
        TrialCurve whole = new TrialCurve(List.of(0, 1, 2), List.of(0.5, 0.25, 0.375), 3);
        TrialCurve thinned = new TrialCurve(List.of(0, 40, 90), List.of(1.5, -2.0, 1e-300), 91);
        Document.OfStudy study = new Document.OfStudy(read(SPACE), List.of(), 0, null, Map.of(12, thinned, 2, whole));
        ObjectNode json = StudyFormat.write(study);

        assertEquals(study, StudyFormat.readDocument(json));
        assertEquals("[2, 12]", json.get("curves").findValues("trial").toString());
        assertFalse(json.get("curves").get(0).has("recorded"));
        assertFalse(
                StudyFormat.write(new Document.OfStudy(read(SPACE), List.of())).has("curves"));
        ((ObjectNode) json.get("curves").get(1)).put("trial", 2);
        assertEquals(
                Rule.AFTER_TRIAL,
                assertThrows(InvalidInputException.class, () -> StudyFormat.readDocument(json))
                        .rule());
    }

    @Test
    void roundTripsTheComparisonWithTheDefault() {
        Document.OfStudy study = new Document.OfStudy(
                read(SPACE),
                List.of(),
                0,
                new DefaultComparison(
                        7,
                        41,
                        DefaultComparison.Evidence.HELD_OUT,
                        true,
                        List.of(0.3, 0.1 + 0.2, Double.NaN),
                        List.of(Double.NaN, 0.25, 0.125)));
        String json = Documents.write(study);
        assertFalse(json.contains("NaN"));
        assertEquals(study, Documents.parse(json, "x"));
        assertEquals(
                "comparison.evidence can be new, heldOut, seen, but not \"heldout\"; did you mean heldOut?",
                assertThrows(
                                InvalidInputException.class,
                                () -> Documents.parse(json.replace("heldOut", "heldout"), "x"))
                        .line());
    }

    @Test
    void knownFunctionDefinesItsSpace() {
        TuningStudy study = read("\"function\": \"himmelblau\"");
        assertEquals(List.of("x", "y"), study.space().keys());
        assertEquals(study, StudyFormat.read(StudyFormat.write(study)));
        assertEquals(1, study.epochs());
    }

    @Test
    void usesDefaultsForMissingKeys() {
        TuningStudy study = read(SPACE);
        assertEquals(new SearchMethod.Bayesian(8), study.method());
        assertEquals(List.of(40, 2), List.of(study.trials(), study.parallel()));
        assertEquals(1, study.seed());
        assertEquals(TuningObjective.VALIDATION_LOSS, study.objective());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`\"seed\": 1` | `space must be given: the keys of the experiment that are searched, each with its values`",
                "`\"space\": {\"a\": {\"type\": \"log\", \"low\": 0, \"high\": 1}}` | `space.a.low must be finite and > 0, got 0`",
                "`\"space\": {\"a\": {\"type\": \"linear\", \"high\": 1}}` | `space.a.low must be given`",
                "`\"space\": {\"a\": {\"type\": \"choice\"}}` | `space.a.values must be given`",
                "`\"space\": {\"a\": {\"type\": \"choice\", \"values\": 3}}` | `space.a.values must be a list in [ ], got 3`",
                "`\"space\": {\"a\": {\"type\": \"lin\"}}` | `space.a.type can be linear, log, integer, choice, but not \"lin\"; did you mean log?`",
                "`\"function\": \"branine\"` | `function can be branin, bowl, rosenbrock, himmelblau, rastrigin, but not branine`",
                "`\"function\": \"bowl\", \"experiment\": {}` | `function and experiment exclude each other`",
                "`\"experiment\": {\"seed\": 0.5}` | `experiment.seed must be a whole number, got 0.5`",
                "`\"experiment\": 7` | `experiment must be an object in { }, got 7`",
                "`\"trails\": 3, \"space\": {\"a\": {\"type\": \"linear\", \"low\": 0, \"high\": 1}}` | `trails is not a known key (nearest: trials)`"
            })
    void faultsAreOneLineWithTheirPlace(String inside, String line) {
        assertEquals(line, error(inside));
    }
}
