package hyperlab.app;

import hyperlab.lab.LabContext;
import hyperlab.rule.InvalidInputException;
import hyperlab.text.ErrorMessages;
import java.nio.file.Path;

/** After an unexpected error, saves the current document to a separate file and shows its path in a notice. */
final class CrashRecovery {
    private static final String NAME = "recovered.hyperlab.json";

    private final WrittenDocument written;
    private final Path siblingFile;
    private final LabContext context;

    /** @param siblingFile the file in whose folder the work is saved */
    CrashRecovery(WrittenDocument written, Path siblingFile, LabContext context) {
        this.written = written;
        this.siblingFile = siblingFile;
        this.context = context;
    }

    void report(Throwable fault) {
        Path recoveryFile = siblingFile.resolveSibling(NAME);
        String what = fault.getClass().getSimpleName();
        try {
            written.write(recoveryFile);
            context.notices().showError(texts -> texts.get("shell.fault.kept", what, recoveryFile.toString()));
        } catch (InvalidInputException error) {
            context.notices()
                    .showError(texts -> texts.get("shell.fault.lost", what, ErrorMessages.message(error, texts)));
        }
    }
}
