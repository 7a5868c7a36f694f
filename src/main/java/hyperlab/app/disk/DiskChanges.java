package hyperlab.app.disk;

import hyperlab.app.notice.NoticeList;
import hyperlab.file.disk.AtomicFile;
import hyperlab.lab.LabName;
import hyperlab.rule.InvalidInputException;
import hyperlab.rule.IoReason;
import hyperlab.rule.Rule;
import hyperlab.text.ErrorMessages;
import hyperlab.ui.concurrent.OrderedTasks;
import hyperlab.ui.concurrent.TaskExecutor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Saves documents, and asks what to do about an open document whose file another program has changed. The disk is used
 * on workers only: what concerns one file happens in the order in which it was asked for. FX thread only.
 */
public final class DiskChanges {
    private static final String NOT_SAVED = "shell.notSaved";
    private static final String CHANGED = "shell.changed";

    private final FileVersions versions;
    private final NoticeList notices;
    private final OrderedTasks<Path> tasks;

    /** @param fxThread runs tasks on the FX thread */
    public DiskChanges(FileVersions versions, NoticeList notices, TaskExecutor workers, Executor fxThread) {
        this.versions = versions;
        this.notices = notices;
        tasks = new OrderedTasks<>("disk", workers, fxThread);
    }

    /**
     * A document that is open in a lab.
     *
     * @param isOpen whether it is still on the stage, saved in this file
     * @param noticed is called when the file is found to be changed, before anything is asked
     * @param reload shows what the file holds
     * @param save replaces the file
     */
    public record WatchedDocument(
            LabName lab, Path file, BooleanSupplier isOpen, Runnable noticed, Runnable reload, Runnable save) {}

    /** The versions of the files. */
    public FileVersions versions() {
        return versions;
    }

    /** Asks what to do if another program has changed the file. */
    public void askIfChanged(WatchedDocument document) {
        submit(document.file(), () -> versions.findChange(document.file()), found -> {
            // The file may have been read again in the meantime.
            if (found != null && document.isOpen().getAsBoolean() && !versions.isKnown(document.file(), found)) {
                ask(document, CHANGED, "shell.changed.keep", () -> {});
            }
        });
    }

    /**
     * Replaces the document's file, unless another program has changed it: then this asks what to do.
     *
     * @param content returns what the file is to hold; called on a worker
     */
    public void saveIfUnchanged(WatchedDocument document, Supplier<String> content, Consumer<SaveOutcome> consumer) {
        Path file = document.file();
        submit(
                file,
                () -> versions.findChange(file) == null ? write(file, content) : new SaveOutcome.ChangedByOther(),
                outcome -> {
                    outcome.accept(new SaveOutcome.Visitor() {
                        @Override
                        public void visit(SaveOutcome.Saved saved) {
                            // An earlier question is settled if the other program has deleted its file since.
                            notices.succeeded(CHANGED);
                        }

                        @Override
                        public void visit(SaveOutcome.ChangedByOther changed) {
                            ask(document, "shell.changed.notSaved", "shell.changed.save", document.save());
                        }

                        @Override
                        public void visit(SaveOutcome.Failed failed) {}
                    });
                    consumer.accept(outcome);
                });
    }

    /**
     * Creates or replaces a file that the user has chosen.
     *
     * @param content returns what the file is to hold; called on a worker
     */
    public void save(Path file, Supplier<String> content, Consumer<SaveOutcome> consumer) {
        submit(file, () -> write(file, content), consumer);
    }

    /** The same, and says how it has ended. */
    public void save(Path file, Supplier<String> content, Runnable onSaved) {
        save(file, content, reporter(file, onSaved));
    }

    /**
     * Says how saving a file has ended. A change by another program is not mentioned: that is a question on the screen.
     *
     * @param onSaved is called first if the file was saved
     */
    public Consumer<SaveOutcome> reporter(Path file, Runnable onSaved) {
        return outcome -> outcome.accept(new SaveOutcome.Visitor() {
            @Override
            public void visit(SaveOutcome.Saved saved) {
                onSaved.run();
                Path other = saved.other();
                notices.succeeded(NOT_SAVED);
                notices.showSuccess(texts -> other == null
                        ? texts.get("shell.saved", file.toString())
                        : texts.get("shell.saved.other", file.toString(), String.valueOf(other.getFileName())));
            }

            @Override
            public void visit(SaveOutcome.ChangedByOther changed) {}

            @Override
            public void visit(SaveOutcome.Failed failed) {
                notices.showFailure(
                        NOT_SAVED, texts -> texts.get(NOT_SAVED, ErrorMessages.message(failed.reason(), texts)));
            }
        });
    }

    /** Waits until everything is saved and reported. */
    public void finish() {
        tasks.finish();
    }

    private <R extends @Nullable Object> void submit(Path file, Supplier<R> task, Consumer<R> consumer) {
        tasks.submit(file.toAbsolutePath().normalize(), task, consumer);
    }

    private SaveOutcome write(Path file, Supplier<String> content) {
        try {
            Path other = versions.keepDeclined(file);
            String text = content.get();
            AtomicFile.write(file, text);
            versions.markWritten(file, text);
            return new SaveOutcome.Saved(other);
        } catch (InvalidInputException error) {
            return new SaveOutcome.Failed(error);
        } catch (IOException e) {
            return new SaveOutcome.Failed(
                    new InvalidInputException(file.toString(), Rule.UNWRITABLE_BECAUSE, IoReason.of(e)).withCause(e));
        }
    }

    private void ask(WatchedDocument document, String line, String keep, Runnable afterKeeping) {
        Path file = document.file();
        String name = String.valueOf(file.getFileName());
        document.noticed().run();
        notices.ask(
                document.lab(),
                CHANGED,
                texts -> texts.get(line, name),
                new NoticeList.Answer(texts -> texts.get("shell.changed.reload"), document.reload()),
                new NoticeList.Answer(texts -> texts.get(keep), () -> {
                    submit(
                            file,
                            () -> {
                                versions.decline(file);
                                return null;
                            },
                            declined -> {});
                    afterKeeping.run();
                }));
    }
}
