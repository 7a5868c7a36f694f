package hyperlab.app;

import hyperlab.rule.Refusal;
import java.nio.file.Path;

/** After an unexpected error, saves the current document to a separate file and shows its path in a notice. */
final class Recovery {
    private static final String NAME = "recovered.hyperlab.json";

    private final Desk desk;
    private final Path beside;
    private final LabContext context;

    /** @param beside the file in whose folder the work is saved */
    Recovery(Desk desk, Path beside, LabContext context) {
        this.desk = desk;
        this.beside = beside;
        this.context = context;
    }

    void tell(Throwable fault) {
        Path kept = beside.resolveSibling(NAME);
        String what = fault.getClass().getSimpleName();
        try {
            desk.keep(kept);
            context.notices().refused(context.messages().get("shell.fault.kept", what, kept.toString()));
        } catch (Refusal refusal) {
            context.notices()
                    .refused(context.messages()
                            .get(
                                    "shell.fault.lost",
                                    what,
                                    RefusalWords.line(
                                            refusal, context.messages().texts())));
        }
    }
}
