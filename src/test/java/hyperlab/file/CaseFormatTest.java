package hyperlab.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import hyperlab.cases.Case;
import hyperlab.cases.CaseScores;
import hyperlab.cases.Metric;
import hyperlab.rule.InvalidInputException;
import hyperlab.tune.TrialRecord;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CaseFormatTest {
    private static final String DATA = "'data':{'source':'iris','testFraction':0.25,'splitSeed':1}";
    private static final String BEFORE = "'before':{" + DATA + "}";
    private static final String AFTER = "'after':{" + DATA + ",'training':{'epochs':7}}";
    private static final String STUDY =
            "'study':{'experiment':{" + DATA + "},'space':{'training.epochs':{'type':'integer','low':1,'high':9},"
                    + "'training.learningRate':{'type':'log','low':0.1,'high':1}}}";
    private static final String TUNED = "'tuned':['training.epochs']";

    private static Document parse(String... parts) {
        String json = "{'format':'hyperlab-case/1','name':'mine'," + String.join(",", parts) + "}";
        return Documents.parse(json.replace('\'', '"'), "case");
    }

    private static String line(String... parts) {
        return assertThrows(InvalidInputException.class, () -> parse(parts)).getMessage();
    }

    private static Case minimal() {
        return ((Document.OfCase) parse(BEFORE, AFTER, STUDY, TUNED)).subject();
    }

    @Test
    void usesDefaultsForMissingKeys() {
        Case minimal = minimal();

        assertEquals(10, minimal.plan().seeds());
        assertEquals(0, minimal.plan().folds());
        assertEquals(Metric.ACCURACY, minimal.metric());
        assertEquals(CaseScores.NONE, minimal.recordedScores());
        assertEquals(minimal.before(), minimal.plan().ablation(), "its only key set back");
        Document document = new Document.OfCase(minimal);
        assertEquals(document, Documents.parse(Documents.write(document), "again"));
    }

    @Test
    void requiresMandatoryKeys() {
        assertEquals("before must be given", line(AFTER, STUDY, TUNED));
        assertEquals("after must be given", line(BEFORE, STUDY, TUNED));
        assertEquals("study must be given", line(BEFORE, AFTER, TUNED));
        assertEquals(
                "tuned must be given: the keys that were tuned, that which matters most first",
                line(BEFORE, AFTER, STUDY));
        assertEquals("before must be an object in { }, got 3", line("'before':3", AFTER, STUDY, TUNED));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            'seeds':1            | seeds must be a whole number from 2 to 256, got 1
            'seed':3             | seed is not a known key (nearest: seeds)
            'folds':1            | folds must be a whole number from 2 to 20, got 1
            'measure':'loss'     | measure must be one of accuracy, rmse, got "loss" (nearest: rmse)
            'recorded':{'now':1} | recorded.now is not a known key (nearest: before)
            'recorded':{'before':[1]} | after must be as many numbers as before, 1, got 0
            """)
    void refusesWhatIsWrong(String part, String line) {
        assertEquals(line, line(BEFORE, AFTER, STUDY, TUNED, part).replace("recorded.after must", "after must"));
    }

    @Test
    void studyHasNoTimeLimit() {
        String timed = STUDY.replace("'study':{", "'study':{'seconds':60,");
        assertEquals(
                "study.seconds is only for a study of its own: the study of a case runs to its end",
                line(BEFORE, AFTER, timed, TUNED));
    }

    @Test
    void rejectsDifferencesOutsideTunedKeys() {
        String more = AFTER.replace("'epochs':7", "'epochs':7,'batchSize':8");

        assertEquals("after must equal before, except for the keys in tuned", line(BEFORE, more, STUDY, TUNED));
        assertEquals(
                "tuned must be keys whose value was changed by tuning, got training.learningRate",
                line(BEFORE, AFTER, STUDY, "'tuned':['training.epochs','training.learningRate']"));
        assertEquals(
                "before.data.testFraction must be in [0, 1), got 2",
                line(BEFORE.replace("0.25", "2"), AFTER, STUDY, TUNED));
    }

    private static TrialRecord best(Map<String, String> values) {
        return new TrialRecord(0, TrialRecord.TrialStatus.COMPLETED, 7, 0.5, 1, values, null);
    }

    @Test
    void createsCaseFromStudyAndBestTrial() {
        Document.OfStudy study = new Document.OfStudy(minimal().study(), List.of());
        Case made = CaseFactory.of(
                "mine",
                study,
                best(Map.of("training.epochs", "7", "training.learningRate", "0.2")),
                4,
                3,
                Metric.ACCURACY);

        assertEquals(List.of("training.epochs", "training.learningRate"), made.tunedKeys());
        assertEquals(7, made.after().training().epochs());
        assertEquals(0.2, made.plan().ablation().training().learningRate());
        assertEquals(100, made.plan().ablation().training().epochs());
        Case turned = CaseFactory.withHeadline(made, "training.learningRate");
        assertEquals("training.learningRate", turned.mainKey());
        assertEquals(0.03, turned.plan().ablation().training().learningRate());
        assertEquals(3, turned.plan().folds());
        assertThrows(InvalidInputException.class, () -> CaseFactory.withHeadline(made, "network.hidden"));
    }

    @Test
    void rejectsSearchWithoutChange() {
        Document.OfStudy study = new Document.OfStudy(minimal().study(), List.of());
        TrialRecord same = best(Map.of("training.epochs", "100", "training.learningRate", "0.03"));

        assertEquals(
                "study must have a best trial whose values differ from the experiment's, got the same",
                assertThrows(
                                InvalidInputException.class,
                                () -> CaseFactory.of("mine", study, same, 4, 0, Metric.ACCURACY))
                        .getMessage());
    }

    @Test
    void resolvesCustomFileFromOtherFolder() {
        String own = "'data':{'source':'csv','file':'d.csv','target':'y','testFraction':0.25,'splitSeed':1}";
        Document given = parse(BEFORE.replace(DATA, own), AFTER.replace(DATA, own), STUDY.replace(DATA, own), TUNED);
        Document moved = RelativePaths.rebased(given, Path.of("here"), Path.of("here/there"));
        Case subject = ((Document.OfCase) moved).subject();

        assertNotEquals(given, moved);
        assertEquals("../d.csv", subject.before().data().csv().file());
        assertEquals("../d.csv", subject.after().data().csv().file());
        assertEquals("../d.csv", subject.plan().ablation().data().csv().file());
        assertEquals("../d.csv", subject.study().experiment().data().csv().file());
    }

    @Test
    void missingKeyHasNoValue() {
        assertEquals("null", ExperimentOverrides.value(minimal().before(), "data.samples"));
        assertEquals("7", ExperimentOverrides.value(minimal().after(), "training.epochs"));
        assertEquals("[8,8]", ExperimentOverrides.value(minimal().after(), "network.hidden"));
    }
}
