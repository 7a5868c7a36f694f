package hyperlab.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.app.lesson.LessonState;
import hyperlab.lesson.BundledLessons;
import hyperlab.lesson.answers.AnswersFile;
import hyperlab.lesson.answers.CollectedAnswers;
import hyperlab.lesson.answers.LessonAnswers;
import hyperlab.text.Language;
import hyperlab.ui.FilePicker;
import hyperlab.ui.WindowTest;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

/** Three students play a lesson and save their answers, which their teacher collects. */
@WindowTest
class LessonAnswersInWindowTest {
    private static final String LESSON = "four-fates";

    @TempDir
    private Path folder;

    private PresentedWindow window;
    private Path chosen;

    /** Chooses the file of the student who plays. */
    private final class StudentFile implements FilePicker {
        @Override
        public Optional<Path> open(FileType kind) {
            return Optional.empty();
        }

        @Override
        public Optional<Path> save(FileType kind, String suggestedName) {
            assertEquals(FileType.ANSWERS, kind);
            return Optional.of(chosen);
        }
    }

    @Start
    void open(Stage stage) {
        window = new PresentedWindow(stage, folder, new StudentFile());
    }

    @Stop
    void close() {
        window.close();
    }

    private LessonState state() {
        return window.wiring().lessons().player().orElseThrow().state();
    }

    private void keys(KeyCode... codes) {
        for (KeyCode code : codes) {
            PresentedWindow.onFxThread(() -> window.press(code));
        }
    }

    /** Commits the prediction and waits for its score. */
    private void commit() throws TimeoutException {
        keys(KeyCode.ENTER);
        PresentedWindow.waitUntil(() -> state().record().outcome() != null);
    }

    private void goTo(int step) {
        while (state().index() < step) {
            keys(KeyCode.PAGE_DOWN);
        }
    }

    private void begin() {
        PresentedWindow.onFxThread(() -> window.wiring().lessons().startBundled(LESSON, true));
    }

    private void number(String text) {
        PresentedWindow.onFxThread(() -> ((TextField) window.node("lesson-number")).setText(text));
    }

    private LessonAnswers save(String file) {
        assertTrue(state().isFinished());
        chosen = folder.resolve(file + LessonAnswers.FILE_ENDING);
        keys(KeyCode.S);
        PresentedWindow.onFxThread(() -> window.wiring().saver().finish());
        return AnswersFile.read(chosen);
    }

    @Test
    void theAnswersOfThreeStudentsBecomeATable() throws TimeoutException {
        Map<String, LessonAnswers> files = new TreeMap<>();

        begin();
        keys(KeyCode.DIGIT3);
        commit();
        goTo(3);
        number("0.5");
        commit();
        PresentedWindow.onFxThread(() -> window.node("lesson-number").applyCss());
        assertEquals(1, window.node("lesson-number").getOpacity(), "the answer stays readable");
        goTo(7);
        keys(KeyCode.LEFT);
        PresentedWindow.waitUntil(() -> state().record().goalMet());
        keys(KeyCode.ENTER);
        PresentedWindow.onFxThread(() -> ((TextField) window.node("lesson-name")).setText("Kim"));
        files.put("1", save("1"));

        begin();
        keys(KeyCode.DIGIT2);
        commit();
        goTo(3);
        number("0.7");
        commit();
        goTo(7);
        PresentedWindow.waitUntil(() -> state().goal() != null);
        keys(KeyCode.ENTER, KeyCode.S, KeyCode.ENTER);
        files.put("2", save("2"));

        begin();
        keys(KeyCode.DIGIT1);
        commit();
        goTo(8);
        files.put("3", save("3"));

        assertEquals(Optional.of("Kim"), files.get("1").name());
        assertEquals(Optional.empty(), files.get("2").name(), "a name is saved only if it is typed");
        CollectedAnswers collected = new CollectedAnswers(files);
        List<String> rows = collected.toCsv().lines().toList();
        assertEquals("file,name,lesson,version,step,kind,answer,score,misconception", rows.get(0));
        String lesson = "\"포물선 하나, 네 가지 운명\"," + version();
        // A number is worth ½ for each tolerance of 0.02 beyond the first: 0.2 is ten of them.
        assertEquals(
                List.of(
                        "1,Kim," + lesson + ",1,choice,equal,1.0,",
                        "1,Kim," + lesson + ",4,number,0.5,1.0,",
                        "1,Kim," + lesson + ",8,reach,learningRate = 1.8,1.0,",
                        "2,," + lesson + ",1,choice,large,0.0,학습률이 클수록 빨라요",
                        "2,," + lesson + ",4,number,0.7," + Math.pow(2, 1 - (0.7 - 0.5) / 0.02) + ",",
                        "2,," + lesson + ",8,reach,,0.0,",
                        "3,," + lesson + ",1,choice,small,0.0,학습률이 크면 언제나 해로워요"),
                rows.subList(1, rows.size()));
        CollectedAnswers.LessonResults results = collected.results().get(0);
        assertEquals(
                List.of(3, 3, 1),
                results.students().stream()
                        .map(CollectedAnswers.StudentResult::answered)
                        .toList());
        assertEquals(1, results.students().get(0).mean().orElseThrow());
        assertEquals(
                List.of(3, 2, 2),
                results.steps().stream()
                        .map(CollectedAnswers.StepResult::answered)
                        .toList());
        assertEquals(1 / 3.0, results.steps().get(0).mean(), 1e-12);
    }

    private static String version() {
        return AnswersFile.sha256(BundledLessons.markdown(LESSON, Language.KOREAN))
                .substring(0, 12);
    }
}
