package hyperlab.app.disk;

import hyperlab.app.notice.NoticeList;
import hyperlab.lab.LabName;
import hyperlab.ui.concurrent.TaskExecutor;
import java.nio.file.Path;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;

/** Asks what to do about an open document whose file another program has changed. FX thread only. */
public final class DiskChanges {
    private final FileVersions versions;
    private final NoticeList notices;
    private final TaskExecutor workers;
    private final Executor fxThread;

    /** @param fxThread runs tasks on the FX thread */
    public DiskChanges(FileVersions versions, NoticeList notices, TaskExecutor workers, Executor fxThread) {
        this.versions = versions;
        this.notices = notices;
        this.workers = workers;
        this.fxThread = fxThread;
    }

    /**
     * A document that is open in a lab.
     *
     * @param isOpen whether it is still on the stage, saved in this file
     * @param noticed is called when the file is found to be changed, before anything is asked
     * @param reload shows what the file holds
     * @param save replaces the file
     */
    public record Opened(
            LabName lab, Path file, BooleanSupplier isOpen, Runnable noticed, Runnable reload, Runnable save) {}

    /** The versions of the files. */
    public FileVersions versions() {
        return versions;
    }

    /** Looks at the file without waiting for the disk, and asks what to do if it has changed. */
    public void look(Opened opened) {
        workers.run("disk", () -> {
            if (versions.hasChanged(opened.file())) {
                fxThread.execute(() -> {
                    if (opened.isOpen().getAsBoolean() && versions.hasChanged(opened.file())) {
                        ask(opened, "shell.changed", "shell.changed.keep", () -> {});
                    }
                });
            }
        });
    }

    /** Whether the document may replace its file. Otherwise, this asks what to do. */
    public boolean maySave(Opened opened) {
        boolean changed = versions.hasChanged(opened.file());
        if (changed) {
            ask(opened, "shell.changed.notSaved", "shell.changed.save", opened.save());
        }
        return !changed;
    }

    private void ask(Opened opened, String line, String keep, Runnable afterKeeping) {
        String name = String.valueOf(opened.file().getFileName());
        opened.noticed().run();
        notices.ask(
                opened.lab(),
                "shell.changed",
                texts -> texts.get(line, name),
                new NoticeList.Answer(texts -> texts.get("shell.changed.reload"), opened.reload()),
                new NoticeList.Answer(texts -> texts.get(keep), () -> {
                    versions.decline(opened.file());
                    afterKeeping.run();
                }));
    }
}
