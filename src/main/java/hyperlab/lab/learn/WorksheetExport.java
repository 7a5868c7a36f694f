package hyperlab.lab.learn;

import hyperlab.export.LessonSheet;
import hyperlab.file.disk.AtomicFile;
import hyperlab.lab.LabContext;
import hyperlab.lesson.BundledLessons;
import hyperlab.lesson.readout.ReadoutCache;
import hyperlab.rule.InvalidInputException;
import hyperlab.text.Language;
import hyperlab.text.Texts;
import hyperlab.ui.FilePicker;
import java.nio.file.Path;

/** Writes the worksheet of a bundled lesson. FX thread only; a worker computes it and writes the file. */
final class WorksheetExport {
    private static final String FAILED = "player.sheet.failed";

    private final LabContext context;

    WorksheetExport(LabContext context) {
        this.context = context;
    }

    /** Asks for a file and writes the worksheet in the language of the window. */
    void export(String lesson) {
        String ending = FilePicker.FileType.PDF.ending();
        Language language = context.messages().languageProperty().get();
        context.files()
                .save(FilePicker.FileType.PDF, lesson + ending)
                .map(file -> file.toString().endsWith(ending) ? file : file.resolveSibling(file.getFileName() + ending))
                .ifPresent(file -> context.workers().run("worksheet", () -> write(lesson, language, file)));
    }

    private void write(String lesson, Language language, Path file) {
        try {
            AtomicFile.write(
                    file,
                    stream -> LessonSheet.write(
                            BundledLessons.load(lesson, language),
                            Texts.in(language),
                            new ReadoutCache(null),
                            false,
                            false,
                            stream));
        } catch (InvalidInputException error) {
            context.pulses().execute(() -> context.showError(FAILED, error));
            return;
        }
        context.pulses().execute(() -> {
            context.notices().succeeded(FAILED);
            context.notices().showSuccess(texts -> texts.get("shell.saved", file.toString()));
        });
    }
}
