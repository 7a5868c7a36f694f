package hyperlab.app.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;

import hyperlab.file.Document;
import hyperlab.lab.LessonProgress;
import hyperlab.lesson.BundledLessons;
import hyperlab.lesson.answers.AnswersFile;
import hyperlab.lesson.answers.LessonAnswers;
import hyperlab.lesson.answers.LessonAnswers.Answer;
import hyperlab.lesson.answers.LessonAnswers.Kind;
import hyperlab.lesson.readout.ReadoutCache;
import hyperlab.text.Language;
import hyperlab.ui.control.playback.Playback;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AnswersOfStateTest {
    private record EmptyLab(Playback playback, Document document) implements LabUnderLesson {
        @Override
        public void open(Document opened) {}
    }

    @Test
    void holdsPredictionsScoresAndWordsAndCanBeReadBack() {
        var lesson = BundledLessons.load("four-fates", Language.ENGLISH);
        LessonPlayerViewModel player = new LessonPlayerViewModel(
                lesson,
                new EmptyLab(
                        new Playback("shell.step"),
                        lesson.steps().get(0).scene().document()),
                LessonProgress.NEW,
                new ReadoutCache(null),
                Runnable::run,
                Runnable::run);
        player.choose(1);
        player.commit();
        player.skip();
        player.skip();
        player.write(" Because of the square. ");
        player.skip();
        player.enterNumber(0.5);
        player.commit();
        while (!player.state().isFinished()) {
            player.skip();
        }
        String hash = AnswersFile.sha256(BundledLessons.markdown("four-fates", Language.ENGLISH));
        LessonAnswers answers = AnswersOfState.of(player.state(), hash, " Kim ");
        assertEquals(
                List.of(
                        new Answer(1, Kind.CHOICE, "large", Optional.of(0.0), Optional.of("a larger rate is faster")),
                        new Answer(3, Kind.WORDS, "Because of the square.", Optional.empty(), Optional.empty()),
                        new Answer(4, Kind.NUMBER, "0.5", Optional.of(1.0), Optional.empty())),
                answers.answers(),
                "a goal that was passed without a change is no answer");
        assertEquals(Optional.of("Kim"), answers.name());
        assertEquals(answers, AnswersFile.parse(AnswersFile.write(answers), "test"));
        assertEquals(
                Optional.empty(), AnswersOfState.of(player.state(), hash, " ").name());
    }
}
