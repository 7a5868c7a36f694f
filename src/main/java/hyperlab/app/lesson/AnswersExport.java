package hyperlab.app.lesson;

import hyperlab.file.AtomicFile;
import hyperlab.lab.LabContext;
import hyperlab.lesson.answers.AnswersFile;
import hyperlab.lesson.answers.LessonAnswers;
import hyperlab.ui.FilePicker;
import java.nio.file.Path;

/** Saves the answers of a student to a file that the user chooses. */
public final class AnswersExport {
    private AnswersExport() {}

    /**
     * Asks for the file and writes it.
     *
     * @param suggestedName the name without its ending
     * @throws hyperlab.rule.InvalidInputException if the file cannot be written
     */
    public static void save(LessonAnswers answers, String suggestedName, LabContext context) {
        String ending = LessonAnswers.FILE_ENDING;
        context.files()
                .save(FilePicker.FileType.ANSWERS, suggestedName + ending)
                .ifPresent(chosen -> {
                    Path file = chosen.toString().endsWith(ending)
                            ? chosen
                            : chosen.resolveSibling(chosen.getFileName() + ending);
                    AtomicFile.write(file, AnswersFile.write(answers));
                    context.notices().succeeded("shell.notSaved");
                    context.notices().showSuccess(texts -> texts.get("shell.saved", file.toString()));
                });
    }
}
