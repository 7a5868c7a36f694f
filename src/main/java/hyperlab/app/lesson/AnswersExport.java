package hyperlab.app.lesson;

import hyperlab.app.disk.DiskChanges;
import hyperlab.lesson.answers.AnswersFile;
import hyperlab.lesson.answers.LessonAnswers;
import hyperlab.ui.FilePicker;
import java.util.function.Supplier;

/** Saves the answers of a student to a file that the user chooses. */
public final class AnswersExport {
    private AnswersExport() {}

    /**
     * Asks for the file and writes it.
     *
     * @param name what the student typed as a name
     * @param markdown returns the text of the lesson; called on a worker
     */
    public static void save(
            LessonState state, String name, Supplier<String> markdown, FilePicker files, DiskChanges disk) {
        String ending = LessonAnswers.FILE_ENDING;
        files.save(FilePicker.FileType.ANSWERS, state.lesson().lab().id() + ending)
                .map(chosen -> chosen.toString().endsWith(ending)
                        ? chosen
                        : chosen.resolveSibling(chosen.getFileName() + ending))
                .ifPresent(file -> disk.save(
                        file,
                        () -> AnswersFile.write(AnswersOfState.of(state, AnswersFile.sha256(markdown.get()), name)),
                        () -> {}));
    }
}
