package hyperlab.app.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import hyperlab.file.disk.FailingDisk;
import hyperlab.lab.LessonProgress;
import hyperlab.ui.concurrent.TaskExecutor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LessonProgressStoreTest {
    private static final TaskExecutor DIRECT = (name, work) -> work.run();

    @TempDir
    private Path folder;

    @Test
    void remembersEachLessonUntilItIsReset() {
        Path file = folder.resolve("lessons.json");
        LessonProgressStore store = new LessonProgressStore(file, DIRECT);
        LessonProgress partly = new LessonProgress(3, 8, 0.75, new LessonProgress.Predictions(1, 4));
        store.put("four-fates", partly);
        store.put("escaping", new LessonProgress(1, 5, Double.NaN));
        LessonProgressStore again = new LessonProgressStore(file, DIRECT);
        assertEquals(partly, again.of("four-fates"));
        assertEquals(new LessonProgress(1, 5, Double.NaN), again.of("escaping"));
        assertEquals(LessonProgress.NEW, again.of("ten-sigmoids"));
        again.reset("four-fates");
        assertEquals(
                Set.of("escaping"), new LessonProgressStore(file, DIRECT).all().keySet());
    }

    @Test
    void aDamagedFileCountsAsMissingAndIsKept() throws IOException {
        Path file = folder.resolve("lessons.json");
        Files.writeString(file, "{\"four-fates\": {\"step\": ");
        LessonProgressStore store = new LessonProgressStore(file, DIRECT);
        assertEquals(LessonProgress.NEW, store.of("four-fates"));
        store.put("escaping", new LessonProgress(1, 5, Double.NaN));
        assertEquals(
                "{\"four-fates\": {\"step\": ",
                Files.readString(store.keptCopy().orElseThrow()));
    }

    @Test
    void aFileThatIsDamagedOrLostMeanwhileLosesNoLesson() throws IOException {
        for (String damaged : new String[] {"{\"four-fates\": {\"st", "", null}) {
            Path file = folder.resolve("meanwhile.json");
            Files.deleteIfExists(file);
            LessonProgressStore before = new LessonProgressStore(file, DIRECT);
            before.put("four-fates", new LessonProgress(3, 8, 0.5));
            LessonProgressStore store = new LessonProgressStore(file, DIRECT);
            if (damaged == null) {
                Files.delete(file);
            } else {
                Files.writeString(file, damaged);
            }
            store.put("escaping", new LessonProgress(1, 5, Double.NaN));
            assertEquals(
                    Set.of("four-fates", "escaping"),
                    new LessonProgressStore(file, DIRECT).all().keySet(),
                    damaged);
        }
    }

    @Test
    void aRepeatedLessonKeepsItsResultUntilItsSecondStep(@TempDir Path other) {
        LessonProgressStore store = new LessonProgressStore(other.resolve("lessons.json"), DIRECT);
        LessonProgress.Predictions predictions = new LessonProgress.Predictions(2, 3);
        store.put("four-fates", new LessonProgress(8, 8, 0.08, predictions));
        LessonProgress repeated = new LessonProgress(0, 8, 0.08, predictions, true);
        store.reset("four-fates");
        assertEquals(repeated, store.of("four-fates"));
        store.put("four-fates", new LessonProgress(0, 8, Double.NaN));
        store.put("four-fates", new LessonProgress(0, 8, 1, new LessonProgress.Predictions(1, 3)));
        assertEquals(repeated, new LessonProgressStore(other.resolve("lessons.json"), DIRECT).of("four-fates"));
        assertFalse(repeated.isBegun());
        store.put("four-fates", new LessonProgress(1, 8, Double.NaN));
        assertEquals(
                new LessonProgress(1, 8, Double.NaN, LessonProgress.Predictions.UNKNOWN, true),
                store.of("four-fates"),
                "the earlier score is not that of this attempt");
    }

    @Test
    void aScoreStaysKnownWhenALessonContinuesAfterARestart(@TempDir Path other) {
        LessonProgressStore store = new LessonProgressStore(other.resolve("lessons.json"), DIRECT);
        store.put("four-fates", new LessonProgress(3, 8, 0.75));
        store.put("four-fates", new LessonProgress(4, 8, Double.NaN));
        assertEquals(new LessonProgress(4, 8, 0.75), store.of("four-fates"));
    }

    @Test
    void aScoreIsThatOfTheEarlierPredictionsUntilAsManyAreScored() {
        LessonProgress.Predictions two = new LessonProgress.Predictions(2, 3);
        LessonProgress earlier = new LessonProgress(3, 7, 0.5, two);
        LessonProgress fewer = new LessonProgress(5, 7, 0.64, new LessonProgress.Predictions(1, 3));
        assertEquals(new LessonProgress(5, 7, 0.5, two), fewer.after(earlier));
        LessonProgress asMany = new LessonProgress(5, 7, 0.64, two);
        assertEquals(asMany, asMany.after(earlier));
    }

    @Test
    void answersAreKeptUntilTheLessonIsReset() {
        Path file = folder.resolve("answers.json");
        LessonProgressStore store = new LessonProgressStore(file, DIRECT);
        ArrayNode answers = JsonNodeFactory.instance.arrayNode();
        answers.addObject().put("step", 1).put("number", 5.0);
        store.put("four-fates", new LessonProgress(3, 8, 0.5), answers);
        store.put("escaping", new LessonProgress(1, 5, Double.NaN), answers);
        store.put("escaping", new LessonProgress(5, 5, Double.NaN), answers);
        LessonProgressStore again = new LessonProgressStore(file, DIRECT);
        assertEquals(answers, again.answers("four-fates"));
        again.reset("four-fates");
        again.reset("escaping");
        LessonProgressStore reset = new LessonProgressStore(file, DIRECT);
        assertTrue(reset.answers("four-fates").isEmpty()
                && reset.answers("escaping").isEmpty());
        assertTrue(reset.of("escaping").done());
    }

    @Test
    void workersWriteTheFileAndTheNewestStateWins(@TempDir Path other) {
        Deque<Runnable> work = new ArrayDeque<>();
        Path file = other.resolve("lessons.json");
        LessonProgressStore store = new LessonProgressStore(file, (name, task) -> work.add(task));
        store.put("four-fates", new LessonProgress(1, 8, Double.NaN));
        store.put("four-fates", new LessonProgress(2, 8, Double.NaN));
        assertFalse(Files.exists(file), "not on this thread");
        work.removeLast().run();
        work.removeLast().run();
        assertEquals(2, new LessonProgressStore(file, DIRECT).of("four-fates").step());
        store.put("four-fates", new LessonProgress(3, 8, Double.NaN));
        store.flush();
        assertEquals(3, new LessonProgressStore(file, DIRECT).of("four-fates").step());
    }

    @Test
    void windowsThatShareTheFileKeepEachOthersLessons() {
        Path file = folder.resolve("shared.json");
        LessonProgressStore one = new LessonProgressStore(file, DIRECT);
        LessonProgressStore two = new LessonProgressStore(file, DIRECT);
        one.put("four-fates", new LessonProgress(8, 8, 0.5));
        two.put("escaping", new LessonProgress(1, 5, Double.NaN));
        two.put("four-fates", new LessonProgress(2, 8, Double.NaN));
        one.put("ten-sigmoids", new LessonProgress(3, 9, Double.NaN));
        one.put("dead-units", new LessonProgress(1, 9, Double.NaN));
        two.forget("escaping");
        LessonProgressStore read = new LessonProgressStore(file, DIRECT);
        assertEquals(
                Set.of("four-fates", "ten-sigmoids", "dead-units"), read.all().keySet());
        assertEquals(3, read.of("ten-sigmoids").step());
        assertEquals(2, read.of("four-fates").step());
        assertTrue(read.of("four-fates").done(), "the other window's lesson was done");
    }

    @Test
    void writesAgainWhatAFullDiskRejected() {
        Path file = folder.resolve("full.json");
        LessonProgressStore store = new LessonProgressStore(file, DIRECT);
        try (FailingDisk disk = FailingDisk.fullFrom(1)) {
            store.put("four-fates", new LessonProgress(3, 8, 0.5));
            assertEquals(1, disk.changes());
        }
        assertFalse(Files.exists(file));
        store.flush();
        assertEquals(3, new LessonProgressStore(file, DIRECT).of("four-fates").step());
    }
}
