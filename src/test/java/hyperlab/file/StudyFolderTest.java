package hyperlab.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.file.disk.LockProbe;
import hyperlab.rule.InvalidInputException;
import hyperlab.train.Experiment;
import hyperlab.tune.Job;
import hyperlab.tune.JobResult;
import hyperlab.tune.JournalEntry;
import hyperlab.tune.SearchDimension;
import hyperlab.tune.SearchMethod;
import hyperlab.tune.SearchSpace;
import hyperlab.tune.TrialCurve;
import hyperlab.tune.TrialRecord;
import hyperlab.tune.TuningObjective;
import hyperlab.tune.TuningStudy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StudyFolderTest {
    private static final TuningStudy STUDY = study(3);
    private static final Job FIRST = new Job(0, new double[] {0.5}, 3);
    private static final Job SECOND = new Job(1, new double[] {0.7}, 9);
    private static final JobResult REACHED = new JobResult(JobResult.JobOutcome.COMPLETED, 3, 0.1 + 0.2, 1.5);
    private static final JobResult DIVERGED = new JobResult(JobResult.JobOutcome.DIVERGED, 2, Double.NaN, 0.25);

    @TempDir
    private Path folder;

    private static TuningStudy study(int trials) {
        return new TuningStudy(
                Experiment.DEFAULT,
                null,
                new SearchSpace(List.of(new SearchSpace.Hyperparameter(
                        "training.learningRate", new SearchDimension.LogDimension(1e-4, 1)))),
                new SearchMethod.RandomSearch(),
                TuningObjective.VALIDATION_LOSS,
                trials,
                1,
                1);
    }

    private void record() throws IOException {
        try (StudyFolder record = StudyFolder.open(folder, STUDY)) {
            assertEquals(0, record.resultCount());
            assertNull(record.find(FIRST));
            record.add(FIRST, REACHED);
            record.add(SECOND, DIVERGED);
        }
    }

    @Test
    void restoresResults() throws IOException {
        record();
        try (StudyFolder record = StudyFolder.open(folder, STUDY)) {
            assertFalse(record.wasTruncated());
            assertEquals(REACHED, record.find(FIRST));
            assertEquals(DIVERGED, record.find(SECOND));
            assertNull(record.find(new Job(0, new double[] {0.5}, 9)));
        }
    }

    @Test
    void importsMissingResults() throws IOException {
        try (StudyFolder record = StudyFolder.open(folder, STUDY)) {
            record.add(FIRST, REACHED);
            record.addMissing(List.of(new JournalEntry(0, 3, DIVERGED), new JournalEntry(1, 9, DIVERGED)));
            assertEquals(REACHED, record.find(FIRST));
            assertEquals(DIVERGED, record.find(SECOND));
        }
        try (StudyFolder record = StudyFolder.open(folder, STUDY)) {
            assertEquals(2, record.resultCount());
            assertEquals(REACHED, record.find(FIRST));
            assertEquals(DIVERGED, record.find(SECOND));
        }
    }

    @Test
    void keepsTheCurveOfEachTrialWithItsLatestResult() throws IOException {
        TrialCurve early = new TrialCurve(List.of(0, 1), List.of(1.0, 0.1 + 0.2), 2);
        TrialCurve late = new TrialCurve(List.of(0, 4, 9), List.of(1.0, 0.5, 0.25), 10);
        Job later = new Job(0, new double[] {0.5}, 9);
        try (StudyFolder record = StudyFolder.open(folder, STUDY)) {
            record.add(FIRST, REACHED, early);
            assertEquals(Map.of(0, early), record.curves());
            record.add(later, REACHED, late);
        }
        try (StudyFolder record = StudyFolder.open(folder, STUDY)) {
            assertEquals(Map.of(0, late), record.curves());
        }
        // As if the program had ended between the curve and its result
        Path rungs = folder.resolve("rungs.csv");
        String text = Files.readString(rungs);
        Files.writeString(rungs, text.substring(0, text.indexOf("0,9,")));
        try (StudyFolder record = StudyFolder.open(folder, STUDY)) {
            assertEquals(Map.of(0, early), record.curves());
            record.add(later, REACHED, late);
            record.add(SECOND, DIVERGED);
            assertEquals(Map.of(0, late), record.curves());
        }
    }

    @Test
    void removesTruncatedLineAndPreservesTheRest() throws IOException {
        record();
        Path rungs = folder.resolve("rungs.csv");
        String whole = Files.readString(rungs);
        for (int cut = whole.indexOf("\n1,") + 2; cut < whole.length(); cut++) {
            Files.writeString(rungs, whole.substring(0, cut));
            try (StudyFolder record = StudyFolder.open(folder, STUDY)) {
                assertTrue(record.wasTruncated(), "cut at " + cut);
                assertEquals(REACHED, record.find(FIRST));
                assertNull(record.find(SECOND));
                record.add(SECOND, DIVERGED);
            }
            assertEquals(whole, Files.readString(rungs));
        }
    }

    @Test
    void stopsReadingAtInvalidLine() throws IOException {
        record();
        Files.writeString(folder.resolve("rungs.csv"), "2,x,completed,1,0.5,1\n", StandardOpenOption.APPEND);
        try (StudyFolder record = StudyFolder.open(folder, STUDY)) {
            assertTrue(record.wasTruncated());
            assertEquals(2, record.resultCount());
        }
    }

    @Test
    void rejectsOtherStudyNamingDifference() throws IOException {
        record();
        String line = assertThrows(InvalidInputException.class, () -> StudyFolder.open(folder, study(4)))
                .line();
        assertEquals(folder + " contains another study, with \"trials\": 3, got \"trials\": 4", line);
    }

    @Test
    void resumedStudyIsLockedForOtherPrograms() throws IOException, InterruptedException {
        record();
        try (StudyFolder record = StudyFolder.open(folder, STUDY)) {
            assertEquals(2, record.resultCount());
            assertTrue(LockProbe.findsLocked(folder.resolve("rungs.csv")));
        }
    }

    @Test
    void rejectsConcurrentUse() throws IOException {
        try (StudyFolder record = StudyFolder.open(folder, STUDY)) {
            assertEquals(0, record.resultCount());
            assertEquals(
                    folder + " is being used by another run",
                    assertThrows(InvalidInputException.class, () -> StudyFolder.open(folder, STUDY))
                            .line());
        }
    }

    @Test
    void rejectsObstructingFileAndForeignRecord() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        assertTrue(assertThrows(InvalidInputException.class, () -> StudyFolder.open(file, STUDY))
                .line()
                .endsWith("is a file, not a folder"));
        record();
        Files.writeString(folder.resolve("rungs.csv"), "a,b\n");
        assertTrue(assertThrows(InvalidInputException.class, () -> StudyFolder.open(folder, STUDY))
                .line()
                .endsWith("must begin with trial,epochs,state,reached,value,seconds"));
    }

    @Test
    void writesFinishedTrialsAndBestExperiment() throws IOException {
        Map<String, String> values = Map.of("training.learningRate", "0.01");
        try (StudyFolder record = StudyFolder.open(folder, STUDY)) {
            record.write(List.of(
                    new TrialRecord(0, TrialRecord.TrialStatus.COMPLETED, 100, 0.25, 1.5, values, null),
                    new TrialRecord(1, TrialRecord.TrialStatus.RUNNING, 0, Double.NaN, 0, values, null),
                    new TrialRecord(2, TrialRecord.TrialStatus.DIVERGED, 2, Double.NaN, 0.5, values, null)));
            record.writeBest(Experiment.DEFAULT.withSeed(9));
        }
        assertEquals("""
                trial,state,epochs,value,seconds,training.learningRate
                0,completed,100,0.25,1.5,0.01
                2,diverged,2,,0.5,0.01
                """, Files.readString(folder.resolve("trials.csv")));
        assertEquals(
                new Document.OfExperiment(Experiment.DEFAULT.withSeed(9)), Documents.read(folder.resolve("best.json")));
    }

    @Test
    void writesBestPointOfFunction() throws IOException {
        TuningStudy function = new TuningStudy(null, "bowl", STUDY.space(), STUDY.method(), STUDY.objective(), 2, 1, 1);
        try (StudyFolder record = StudyFolder.open(folder, function)) {
            record.writeBest(
                    new TrialRecord(0, TrialRecord.TrialStatus.COMPLETED, 1, 0.5, 0, Map.of("x", "0.25"), null));
        }
        String json = Files.readString(folder.resolve("best.json"));
        assertEquals("{\"function\":\"bowl\",\"x\":0.25,\"value\":0.5}", json.replaceAll("\\s", ""));
    }

    private static TuningStudy recorded(int omitted, int... numbers) {
        List<SearchMethod.Recorded.RecordedTrial> trials = Arrays.stream(numbers)
                .mapToObj(number ->
                        new SearchMethod.Recorded.RecordedTrial(number, Map.of("training.learningRate", "0.1")))
                .toList();
        return study(numbers.length + omitted).withMethod(new SearchMethod.Recorded("optuna", trials, omitted));
    }

    private String growingRefused(TuningStudy study) {
        return assertThrows(InvalidInputException.class, () -> StudyFolder.openGrowing(folder, study, List.of()))
                .getMessage();
    }

    /** Which trials of a huge study are kept depends on how many there are. */
    @Test
    void aGrownStudyThatKeepsOtherTrialsNeedsAnotherFolder() throws IOException {
        StudyFolder.openGrowing(folder, recorded(1, 0, 2), List.of()).close();

        assertEquals(
                folder
                        + " keeps other trials, because the study is too large for a document and has grown; give another"
                        + " folder or delete this one",
                growingRefused(recorded(3, 0, 1, 4)));
        assertTrue(growingRefused(recorded(0, 0, 1, 3)).contains("keeps other trials"));
        StudyFolder.openGrowing(folder, recorded(1, 0, 2, 3), List.of()).close();
    }

    @Test
    void anotherStudyIsNotTakenForOneThatHasGrown() throws IOException {
        StudyFolder.openGrowing(folder, recorded(0, 0, 2), List.of()).close();

        assertTrue(growingRefused(recorded(0, 0, 1)).contains("contains another study"), "no trial is left out");
        TuningStudy larger = recorded(3, 0, 1);
        TuningStudy other = new TuningStudy(
                larger.experiment(),
                null,
                larger.space(),
                larger.method(),
                TuningObjective.VALIDATION_ACCURACY,
                larger.trials(),
                1,
                1);
        assertTrue(growingRefused(other).contains("contains another study"), "another objective");
    }
}
