package hyperlab.app.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;

import hyperlab.lab.LessonProgress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LessonProgressStoreTest {
    @TempDir
    private Path folder;

    @Test
    void remembersEachLessonUntilItIsReset() {
        Path file = folder.resolve("lessons.json");
        LessonProgressStore store = new LessonProgressStore(file);
        store.put("four-fates", new LessonProgress(3, 8, 0.75));
        store.put("escaping", new LessonProgress(1, 5, Double.NaN));
        LessonProgressStore again = new LessonProgressStore(file);
        assertEquals(new LessonProgress(3, 8, 0.75), again.of("four-fates"));
        assertEquals(new LessonProgress(1, 5, Double.NaN), again.of("escaping"));
        assertEquals(LessonProgress.NEW, again.of("ten-sigmoids"));
        again.reset("four-fates");
        assertEquals(Set.of("escaping"), new LessonProgressStore(file).all().keySet());
    }

    @Test
    void aDamagedFileIsTreatedAsMissing() throws IOException {
        Path file = folder.resolve("lessons.json");
        Files.writeString(file, "{\"four-fates\": {\"step\": ");
        assertEquals(LessonProgress.NEW, new LessonProgressStore(file).of("four-fates"));
    }

    @Test
    void doneStaysDone(@TempDir Path other) {
        LessonProgressStore store = new LessonProgressStore(other.resolve("lessons.json"));
        store.put("four-fates", new LessonProgress(8, 8, 0.5));
        store.put("four-fates", new LessonProgress(0, 8, Double.NaN));
        assertEquals(new LessonProgress(0, 8, Double.NaN, true), store.of("four-fates"));
        store.reset("four-fates");
        assertEquals(
                new LessonProgress(0, 8, Double.NaN, true),
                new LessonProgressStore(other.resolve("lessons.json")).of("four-fates"));
    }

    @Test
    void aScoreStaysKnownWhenALessonContinuesAfterARestart(@TempDir Path other) {
        LessonProgressStore store = new LessonProgressStore(other.resolve("lessons.json"));
        store.put("four-fates", new LessonProgress(3, 8, 0.75));
        store.put("four-fates", new LessonProgress(4, 8, Double.NaN));
        assertEquals(new LessonProgress(4, 8, 0.75), store.of("four-fates"));
    }
}
