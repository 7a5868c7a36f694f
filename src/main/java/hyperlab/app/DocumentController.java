package hyperlab.app;

import hyperlab.app.disk.DiskChanges;
import hyperlab.app.export.StageCharts;
import hyperlab.data.CsvFormat;
import hyperlab.export.EmbeddedMetadata;
import hyperlab.file.Document;
import hyperlab.file.Documents;
import hyperlab.file.RelativePaths;
import hyperlab.file.RunsFormat;
import hyperlab.file.ScenesFormat;
import hyperlab.file.figure.FigureState;
import hyperlab.file.optuna.OptunaStudy;
import hyperlab.file.runs.SavedRuns;
import hyperlab.lab.AcceptsDrop;
import hyperlab.lab.ComparesRuns;
import hyperlab.lab.HasPages;
import hyperlab.lab.HasViews;
import hyperlab.lab.Lab;
import hyperlab.lab.LabContext;
import hyperlab.lab.LabName;
import hyperlab.rule.InvalidInputException;
import hyperlab.rule.IoReason;
import hyperlab.rule.Rule;
import hyperlab.train.Experiment;
import hyperlab.ui.FilePicker;
import hyperlab.ui.UndoHistory;
import hyperlab.ui.control.chart.ChartCard;
import hyperlab.ui.control.chart.ExperimentRequest;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/**
 * Opens and saves the labs' documents and tracks whether they have been modified. Opening can be undone, so nothing
 * that was on stage is lost. FX thread only.
 */
final class DocumentController {
    private static final List<String> ENDINGS = Stream.of(
                    FilePicker.FileType.EXPERIMENT, FilePicker.FileType.STUDY, FilePicker.FileType.CASE)
            .map(FilePicker.FileType::ending)
            .toList();

    private final Navigation navigation;
    private final DocumentFiles store;
    private final DiskChanges disk;
    private final LabContext context;
    private final DocumentSession session;
    private final RecentFiles recent;
    private final PastedTables tables;
    private Consumer<Path> lessonOpener = path -> {};
    private Consumer<FigureState> figureListener = state -> {};
    private Consumer<Path> scenesOpener = path -> {};
    private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper(this, "title", "");

    DocumentController(
            Navigation navigation,
            DocumentFiles store,
            DiskChanges disk,
            LabContext context,
            DocumentSession places,
            RecentFiles recent,
            PastedTables tables) {
        this.navigation = navigation;
        this.store = store;
        this.disk = disk;
        this.context = context;
        this.session = places;
        this.recent = recent;
        this.tables = tables;
        navigation.currentProperty().addListener((observed, before, now) -> refresh());
        context.messages().languageProperty().addListener((observed, before, now) -> refresh());
        refresh();
    }

    /** The window's title: the lab or its file, with a dot if there are unsaved changes. */
    ReadOnlyStringProperty titleProperty() {
        return title.getReadOnlyProperty();
    }

    /** Sets what opens a file with scenes. */
    void setScenesOpener(Consumer<Path> opener) {
        scenesOpener = opener;
    }

    /** Sets what starts the lesson in a file. */
    void setLessonOpener(Consumer<Path> opener) {
        lessonOpener = opener;
    }

    /** Sets who is told how an opened figure was laid out. */
    void setFigureListener(Consumer<FigureState> listener) {
        figureListener = listener;
    }

    RecentFiles recent() {
        return recent;
    }

    /** Updates the window's title, including whether there are unsaved changes. */
    void refresh() {
        OpenDocument openDocument =
                session.openDocument(navigation.currentProperty().get());
        Path path = openDocument.file();
        Path file = path == null ? null : path.getFileName();
        String name = file == null
                ? context.messages()
                        .get(navigation.currentProperty().get().name().titleKey())
                : file.toString();
        title.set(context.messages().get(openDocument.isModified() ? "shell.window.modified" : "shell.window", name));
    }

    void open() {
        context.files().open(FilePicker.FileType.DOCUMENT).ifPresent(this::open);
    }

    /** Opens a file in the lab that it belongs to. If the file is rejected, nothing changes. */
    void open(Path path) {
        if (LessonController.isLesson(path)) {
            lessonOpener.accept(path);
            return;
        }
        if (CsvFormat.isTable(path) && !OptunaStudy.isOptuna(path)) {
            openTable(path);
            return;
        }
        if (ScenesFormat.isScenes(path)) {
            scenesOpener.accept(path);
            return;
        }
        try {
            show(path, store.read(path));
            context.notices().succeeded("shell.notOpened");
        } catch (InvalidInputException error) {
            if (Files.notExists(path)) {
                recent.remove(path);
            }
            context.showError("shell.notOpened", error);
        }
    }

    /** Opens a table in the lab that trains on it, where the user can correct how it is read. */
    private void openTable(Path path) {
        navigation.labFor(new Document.OfExperiment(Experiment.DEFAULT)).ifPresent(labName -> {
            navigation.show(labName);
            if (Files.exists(path)) {
                recent.add(path);
            }
            navigation.currentProperty().get().feature(AcceptsDrop.class).ifPresent(lab -> lab.handleDrop(path));
        });
    }

    /** Opens a file that was dropped on the window. Only one file is allowed, because a lab holds one document. */
    void drop(List<File> files) {
        if (files.size() > 1) {
            context.notices().showError(texts -> texts.get("shell.oneFile", Integer.toString(files.size())));
        } else {
            Optional<AcceptsDrop> lab = navigation.currentProperty().get().feature(AcceptsDrop.class);
            files.stream()
                    .map(File::toPath)
                    .filter(path -> OptunaStudy.isOptuna(path)
                            || lab.filter(acceptor -> acceptor.handleDrop(path)).isEmpty())
                    .forEach(this::open);
        }
    }

    /** Opens a Playground link, a table, or a document as text, that was pasted or dropped. */
    void paste(@Nullable String text) {
        if (text != null && PastedText.isTable(text)) {
            pasteTable(text);
            return;
        }
        try {
            Document document = PastedText.read(text, context.messages().get("shell.clipboard"));
            Optional<LabName> labName = navigation.labFor(document);
            if (labName.isEmpty()) {
                context.notices().showError(texts -> texts.get("shell.noLab", texts.get("shell.clipboard")));
                return;
            }
            navigation.show(labName.get());
            if (!addForComparison(document)) {
                replace(
                        navigation.currentProperty().get(),
                        "shell.paste",
                        OpenDocument.unmodified(document, null, null));
            }
        } catch (InvalidInputException error) {
            context.showError("shell.notOpened", error);
        }
    }

    /** Keeps the table as a file, and opens it as if it had been dropped. */
    private void pasteTable(String text) {
        try {
            Path kept = tables.keep(
                    text,
                    session.openDocument(navigation.currentProperty().get()).file());
            context.notices().showSuccess(texts -> texts.get("shell.pastedTable", kept.toString()));
            drop(List.of(kept.toFile()));
        } catch (InvalidInputException error) {
            context.showError("shell.notSaved", error);
        }
    }

    /** Shows what was read from {@code path}. */
    void show(Path path, LoadedDocument opened) {
        Document document = opened.document();
        Optional<LabName> labName = navigation.labFor(document);
        if (labName.isEmpty()) {
            context.notices().showError(texts -> texts.get("shell.noLab", String.valueOf(path.getFileName())));
            return;
        }
        recent.add(path);
        navigation.show(labName.get());
        if (addForComparison(document)) {
            return;
        }
        Path file = ENDINGS.stream().anyMatch(path.toString()::endsWith) ? path : null;
        if (file != null) {
            disk.versions().markRead(file, opened.version());
        }
        replace(
                navigation.currentProperty().get(),
                "shell.open",
                OpenDocument.unmodified(document, path.toAbsolutePath().getParent(), file)
                        .withExtras(opened.extras()));
        FigureState figure = opened.figure();
        if (figure != null) {
            figureListener.accept(figure);
            FigureReopening.show(navigation.currentProperty().get(), figure);
        }
    }

    /**
     * Shows a document that another lab created, marked as never saved. Undoing a link of a page leads back to the page.
     *
     * @param folder the base folder of its relative paths; null for the working directory
     * @param view the experiment or chart that its lab shows; empty to leave it as it is
     */
    void openUnsaved(Document document, @Nullable Path folder, String view) {
        navigation
                .labFor(document)
                .ifPresent(labName -> navigation.prepare(labName, () -> {
                    Lab from = navigation.currentProperty().get();
                    navigation.show(labName);
                    Lab lab = navigation.currentProperty().get();
                    OpenDocument opened =
                            OpenDocument.unmodified(document, folder, null).asUnsaved();
                    if (from.feature(HasPages.class).isPresent() && from.name() != labName) {
                        replace(lab, "shell.followLink", opened, () -> navigation.show(from.name()));
                    } else {
                        replace(lab, "shell.open", opened);
                    }
                    if (!view.isEmpty()) {
                        lab.feature(HasViews.class).ifPresent(shower -> shower.showView(view));
                    }
                }));
    }

    /**
     * Shows a prepared state in its lab, marked as never saved; undo restores what was on stage.
     *
     * @throws InvalidInputException if the lab rejects it; nothing changes then
     */
    void showState(String nameKey, OpenDocument state) {
        navigation.labFor(state.document()).ifPresent(labName -> {
            navigation.show(labName);
            replace(navigation.currentProperty().get(), nameKey, state);
        });
    }

    /** Answers a request for the window's experiment, even if its lab is not on stage. */
    void handleRequest(ExperimentRequest request) {
        navigation
                .labFor(new Document.OfExperiment(Experiment.DEFAULT))
                .flatMap(navigation::created)
                .ifPresent(lab -> {
                    OpenDocument openDocument = session.openDocument(lab);
                    if (openDocument.document() instanceof Document.OfExperiment match) {
                        request.reply(match.experiment(), openDocument.folder());
                    }
                });
    }

    void save() {
        Path path = session.openDocument(navigation.currentProperty().get()).file();
        if (path == null) {
            saveAs();
        } else if (disk.maySave(opened(path))) {
            write(path);
        }
    }

    /** Asks what to do if another program has changed the file of the lab on stage. */
    void lookForChanges() {
        Path path = session.openDocument(navigation.currentProperty().get()).file();
        if (path != null) {
            disk.look(opened(path));
        }
    }

    private DiskChanges.Opened opened(Path path) {
        Lab lab = navigation.currentProperty().get();
        return new DiskChanges.Opened(
                lab.name(),
                path,
                () -> navigation.currentProperty().get().equals(lab)
                        && path.equals(session.openDocument(lab).file()),
                () -> {
                    session.markUnsaved(lab);
                    refresh();
                },
                () -> open(path),
                () -> write(path));
    }

    void saveAs() {
        Lab lab = navigation.currentProperty().get();
        FilePicker.FileType kind = kind(lab.document());
        String ending = kind.ending();
        context.files()
                .save(kind, lab.name().id() + ending)
                .map(path -> withEnding(path, ending))
                .ifPresent(this::write);
    }

    private static FilePicker.FileType kind(Document document) {
        return document instanceof Document.OfStudy
                ? FilePicker.FileType.STUDY
                : document instanceof Document.OfCase || document instanceof Document.OfMapCase
                        ? FilePicker.FileType.CASE
                        : FilePicker.FileType.EXPERIMENT;
    }

    /** Writes the current document to {@code path} for recovery after an error; the opened file stays associated. */
    void writeRecoveryCopy(Path path) {
        store.write(path, documentFor(path), runsFor(path));
    }

    /** The runs that accompany the current document, with relative paths that start from the file. */
    private SavedRuns runsFor(Path path) {
        Lab lab = navigation.currentProperty().get();
        SavedRuns runs =
                lab.feature(ComparesRuns.class).map(ComparesRuns::allRuns).orElse(SavedRuns.NONE);
        return rebased(runs, path);
    }

    private SavedRuns rebased(SavedRuns runs, Path path) {
        Path folder = path.toAbsolutePath().getParent();
        return folder == null
                ? runs
                : RelativePaths.rebased(
                        runs,
                        session.openDocument(navigation.currentProperty().get()).folder(),
                        folder);
    }

    /**
     * The metadata to embed in the picture at {@code path}: what produced a chart on stage. See {@link #documentFor}.
     */
    EmbeddedMetadata embeddedMetadata(ChartCard card, Path path) {
        Lab lab = navigation.currentProperty().get();
        SavedRuns runs = StageCharts.comparedRuns(lab, card);
        SavedRuns rebasedRuns = rebased(runs, path);
        return new EmbeddedMetadata(
                Documents.write(rebased(lab.displayedDocument(card), path)),
                rebasedRuns.isEmpty() ? "" : RunsFormat.write(rebasedRuns));
    }

    /**
     * The current document as it must be written to the file at {@code path}: its relative paths are rewritten to start
     * from there, so that a file or picture can be opened again as long as the files are not moved.
     */
    private Document documentFor(Path path) {
        return rebased(navigation.currentProperty().get().document(), path);
    }

    private Document rebased(Document document, Path path) {
        Path from = session.openDocument(navigation.currentProperty().get()).folder();
        Path folder = path.toAbsolutePath().getParent();
        return folder == null ? document : RelativePaths.rebased(document, from, folder);
    }

    /** Resets the current lab to its initial state; undo restores what it held. */
    void resetLab() {
        Lab lab = navigation.currentProperty().get();
        replace(lab, "shell.startFresh", session.initialDocument(lab));
        DocumentSession.restoreExtras(lab, "");
    }

    private boolean addForComparison(Document document) {
        Lab lab = navigation.currentProperty().get();
        if (lab.feature(ComparesRuns.class)
                .filter(comparing -> comparing.acceptsAsComparison(document))
                .isEmpty()) {
            return false;
        }
        lab.open(document);
        refresh();
        return true;
    }

    private void replace(Lab lab, String nameKey, OpenDocument openDocument) {
        replace(lab, nameKey, openDocument, () -> {});
    }

    /** @param afterUndo what follows when the change is undone */
    private void replace(Lab lab, String nameKey, OpenDocument openDocument, Runnable afterUndo) {
        OpenDocument before = session.openDocument(lab)
                .withExtras(DocumentSession.saveExtras(lab).get());
        UndoHistory undo = lab.parts().undo();
        undo.applyAndKeep(() -> session.restore(lab, openDocument));
        OpenDocument after = session.openDocument(lab).withExtras(openDocument.extras());
        undo.record(nameKey, this, before, after, state -> {
            session.restore(lab, state);
            if (state.equals(before)) {
                if (before.extras().isEmpty()) {
                    DocumentSession.restoreExtras(lab, "");
                }
                afterUndo.run();
            }
        });
        undo.settle();
        refresh();
    }

    private void write(Path path) {
        Lab lab = navigation.currentProperty().get();
        Path other;
        try {
            other = disk.versions().keepDeclined(path);
            disk.versions().markWritten(path, store.write(path, documentFor(path), runsFor(path)));
        } catch (InvalidInputException error) {
            context.showError("shell.notSaved", error);
            return;
        } catch (IOException e) {
            context.showError(
                    "shell.notSaved",
                    new InvalidInputException(path.toString(), Rule.UNWRITABLE_BECAUSE, IoReason.of(e)).withCause(e));
            return;
        }
        context.notices().succeeded("shell.notSaved");
        session.markSaved(lab, path);
        recent.add(path);
        refresh();
        context.notices()
                .showSuccess(texts -> other == null
                        ? texts.get("shell.saved", path.toString())
                        : texts.get("shell.saved.other", path.toString(), String.valueOf(other.getFileName())));
    }

    private static Path withEnding(Path path, String ending) {
        String name = Objects.toString(path.getFileName(), "");
        return name.contains(".") ? path : path.resolveSibling(name + ending);
    }
}
