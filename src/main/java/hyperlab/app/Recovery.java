package hyperlab.app;

import hyperlab.rule.Refusal;
import java.nio.file.Path;

/** After an unforeseen fault: keeps what is on stage in a file of its own, and says in one line where. */
final class Recovery {
    private static final String NAME = "recovered.hyperlab.json";

    private final Desk desk;
    private final Path beside;
    private final LabContext context;

    /** @param beside the file beside which the work is kept */
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
