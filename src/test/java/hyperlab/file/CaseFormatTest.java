package hyperlab.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import hyperlab.cases.Case;
import hyperlab.cases.CasePlan;
import hyperlab.cases.CaseScore.Configuration;
import hyperlab.cases.CaseScores;
import hyperlab.cases.Metric;
import hyperlab.optim.Sgd;
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
        assertNull(minimal.plan().linear());
        assertEquals(
                List.of(new CasePlan.SingleChange("training.epochs", minimal.after(), minimal.before())),
                minimal.plan().singleChanges(),
                "its only key");
        Document document = new Document.OfCase(minimal);
        assertEquals(document, Documents.parse(Documents.write(document), "again"));
    }

    @Test
    void requiresMandatoryKeys() {
        assertEquals("before must be given", line(AFTER, STUDY, TUNED));
        assertEquals("after must be given", line(BEFORE, STUDY, TUNED));
        assertEquals("study must be given", line(BEFORE, AFTER, TUNED));
        assertEquals(
                "tuned must be given: the keys that were tuned, that of the headline first",
                line(BEFORE, AFTER, STUDY));
        assertEquals("before must be an object in { }, got 3", line("'before':3", AFTER, STUDY, TUNED));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            'seeds':1            | seeds must be a whole number from 2 to 256, got 1
            'seed':3             | seed is not a known key (nearest: seeds)
            'folds':1            | folds must be a whole number from 2 to 20, got 1
            'measure':'loss'     | measure can be accuracy, rmse, but not "loss"; did you mean rmse?
            'recorded':{'now':1} | recorded.now is not a known key (nearest: before)
            'recorded':{'changedAlone':{'seed':[]}} | recorded.changedAlone.seed is not a known key (nearest: training.epochs)
            'recorded':{'before':[1],'after':[1],'setBackAlone':{'training.epochs':[1,2]}} | setBackAlone.training.epochs must be as many numbers as before, 1, got 2
            'recorded':{'before':[1]} | after must be as many numbers as before, 1, got 0
            """)
    void refusesWhatIsWrong(String part, String line) {
        assertEquals(
                line, line(BEFORE, AFTER, STUDY, TUNED, part).replaceFirst("^recorded\\.(after|setBackAlone)", "$1"));
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
        List<CasePlan.SingleChange> changes = made.plan().singleChanges();
        assertEquals(2, changes.size());
        assertEquals("training.epochs", changes.get(0).key());
        assertEquals(0.03, changes.get(0).changedAlone().training().learningRate());
        assertEquals(7, changes.get(0).changedAlone().training().epochs());
        assertEquals(0.2, changes.get(0).setBackAlone().training().learningRate());
        assertEquals(100, changes.get(0).setBackAlone().training().epochs());
        Case turned = CaseFactory.withHeadline(made, "training.learningRate");
        assertEquals("training.learningRate", turned.mainKey());
        assertEquals(
                "training.learningRate", turned.plan().singleChanges().get(0).key());
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
        CasePlan.SingleChange change = subject.plan().singleChanges().get(0);
        assertEquals("../d.csv", change.changedAlone().data().csv().file());
        assertEquals("../d.csv", change.setBackAlone().data().csv().file());
        assertEquals("../d.csv", subject.study().experiment().data().csv().file());
    }

    @Test
    void opensOlderFileWithOnlyTheFirstKeySetBack() {
        Case old = ((Document.OfCase)
                        parse(
                                BEFORE,
                                AFTER,
                                STUDY,
                                TUNED,
                                "'seeds':2",
                                "'recorded':{'before':[0.5,0.6],'after':[0.7,0.8],'setBack':[0.1,0.2],'foldsBefore':[],'foldsAfter':[]}"))
                .subject();

        assertEquals(List.of(0.1, 0.2), old.recordedScores().of(Configuration.setBackAlone("training.epochs")));
        assertEquals(List.of(), old.recordedScores().of(Configuration.changedAlone("training.epochs")));
        assertNull(old.plan().linear());
        Document document = new Document.OfCase(old);
        assertEquals(document, Documents.parse(Documents.write(document), "again"));
    }

    @Test
    void keysOfOneComponentAreOneKey() {
        String study = STUDY.replace(
                "'space':{",
                "'space':{'training.optimizer.name':{'type':'choice','values':['sgd','adam']},"
                        + "'training.optimizer.momentum':{'type':'linear','low':0,'high':1},");
        Document.OfStudy found = new Document.OfStudy(
                ((Document.OfCase) parse(BEFORE, AFTER, study, TUNED)).subject().study(), List.of());
        Case both = CaseFactory.of(
                "mine",
                found,
                best(Map.of(
                        "training.optimizer.name", "sgd",
                        "training.optimizer.momentum", "0.9",
                        "training.epochs", "7")),
                4,
                0,
                Metric.ACCURACY);
        List<CasePlan.SingleChange> changes = both.plan().singleChanges();

        assertEquals(
                List.of("training.optimizer", "training.epochs"),
                changes.stream().map(CasePlan.SingleChange::key).toList());
        assertEquals(
                new Sgd(0.9, false), changes.get(0).changedAlone().training().optimizer());
        assertEquals(
                both.before().training().optimizer(),
                changes.get(0).setBackAlone().training().optimizer());
        assertEquals(
                new Sgd(0.9, false), changes.get(1).setBackAlone().training().optimizer());
        Document document = new Document.OfCase(both);
        assertEquals(document, Documents.parse(Documents.write(document), "again"));
    }

    @Test
    void missingKeyHasNoValue() {
        assertEquals("null", ExperimentOverrides.value(minimal().before(), "data.samples"));
        assertEquals("7", ExperimentOverrides.value(minimal().after(), "training.epochs"));
        assertEquals("[8,8]", ExperimentOverrides.value(minimal().after(), "network.hidden"));
    }
}
