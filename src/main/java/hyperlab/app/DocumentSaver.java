package hyperlab.app;

import hyperlab.app.disk.DiskChanges;
import hyperlab.app.disk.SaveOutcome;
import hyperlab.file.Document;
import hyperlab.lab.Lab;
import hyperlab.lab.LabContext;
import hyperlab.ui.FilePicker;
import java.nio.file.Path;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * Saves the labs' documents on a worker, and asks first if another program has changed the file. What is saved is the
 * document as it was when it was asked for; if the lab has changed by the time it is written, it has unsaved changes.
 * FX thread only.
 */
final class DocumentSaver {
    private final Navigation navigation;
    private final DocumentSession session;
    private final WrittenDocument written;
    private final DiskChanges disk;
    private final RecentFiles recent;
    private final LabContext context;
    private Runnable changeListener = () -> {};
    private Consumer<Path> opener = path -> {};

    DocumentSaver(
            Navigation navigation,
            DocumentSession session,
            WrittenDocument written,
            DiskChanges disk,
            RecentFiles recent,
            LabContext context) {
        this.navigation = navigation;
        this.session = session;
        this.written = written;
        this.disk = disk;
        this.recent = recent;
        this.context = context;
    }

    /** Sets who is told that a document has another file, or has unsaved changes or none. */
    void setChangeListener(Runnable listener) {
        changeListener = listener;
    }

    /** Sets what opens a file again that another program has changed. */
    void setOpener(Consumer<Path> newOpener) {
        opener = newOpener;
    }

    /** Saves the document on stage in its file, or asks for one. */
    void save() {
        Lab lab = navigation.currentProperty().get();
        Path path = session.openDocument(lab).file();
        if (path == null) {
            saveAs();
        } else {
            save(lab, path);
        }
    }

    private void save(Lab lab, Path path) {
        disk.saveIfUnchanged(watched(lab, path), written.content(lab, path), reporter(lab, path));
    }

    /** Asks for a file and saves the document on stage there. */
    void saveAs() {
        Lab lab = navigation.currentProperty().get();
        FilePicker.FileType kind = kind(lab.document());
        String ending = kind.ending();
        context.files()
                .save(kind, lab.name().id() + ending)
                .map(path -> withEnding(path, ending))
                .ifPresent(path -> disk.save(path, written.content(lab, path), reporter(lab, path)));
    }

    /** Asks what to do if another program has changed the file of the lab on stage. */
    void lookForChanges() {
        Lab lab = navigation.currentProperty().get();
        Path path = session.openDocument(lab).file();
        if (path != null) {
            disk.askIfChanged(watched(lab, path));
        }
    }

    /** Waits until everything is saved. */
    void finish() {
        disk.finish();
    }

    private DiskChanges.WatchedDocument watched(Lab lab, Path path) {
        return new DiskChanges.WatchedDocument(
                lab.name(),
                path,
                () -> navigation.currentProperty().get().equals(lab)
                        && path.equals(session.openDocument(lab).file()),
                () -> {
                    session.markUnsaved(lab);
                    changeListener.run();
                },
                () -> opener.accept(path),
                () -> save(lab, path));
    }

    /** Tells the user how saving the lab's document, as it is now, has ended. */
    private Consumer<SaveOutcome> reporter(Lab lab, Path path) {
        Document document = lab.document();
        int openings = session.openings(lab);
        return disk.reporter(path, () -> {
            // Another document that was opened meanwhile is not in this file.
            if (session.openings(lab) == openings) {
                session.markSaved(lab, document, path);
            }
            recent.add(path);
            changeListener.run();
        });
    }

    private static FilePicker.FileType kind(Document document) {
        return document instanceof Document.OfStudy
                ? FilePicker.FileType.STUDY
                : document instanceof Document.OfCase || document instanceof Document.OfMapCase
                        ? FilePicker.FileType.CASE
                        : FilePicker.FileType.EXPERIMENT;
    }

    private static Path withEnding(Path path, String ending) {
        String name = Objects.toString(path.getFileName(), "");
        return name.contains(".") ? path : path.resolveSibling(name + ending);
    }
}
