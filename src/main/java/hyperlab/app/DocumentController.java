package hyperlab.app;

import hyperlab.app.disk.FileVersions;
import hyperlab.app.export.FigureReopening;
import hyperlab.app.open.FileOpener;
import hyperlab.app.open.InferredTable;
import hyperlab.app.open.LoadedDocument;
import hyperlab.app.open.OpenedFile;
import hyperlab.app.open.PastedTables;
import hyperlab.app.open.PastedText;
import hyperlab.file.Document;
import hyperlab.file.figure.FigureState;
import hyperlab.lab.AcceptsDrop;
import hyperlab.lab.ComparesRuns;
import hyperlab.lab.HasPages;
import hyperlab.lab.HasViews;
import hyperlab.lab.Lab;
import hyperlab.lab.LabContext;
import hyperlab.lab.LabName;
import hyperlab.rule.InvalidInputException;
import hyperlab.train.Experiment;
import hyperlab.ui.FilePicker;
import hyperlab.ui.UndoHistory;
import hyperlab.ui.control.chart.ExperimentRequest;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/**
 * Opens documents and other files in their labs and names the window after them. Opening can be undone, so nothing that
 * was on stage is lost. FX thread only.
 */
final class DocumentController {
    private static final List<String> ENDINGS = Stream.of(
                    FilePicker.FileType.EXPERIMENT, FilePicker.FileType.STUDY, FilePicker.FileType.CASE)
            .map(FilePicker.FileType::ending)
            .toList();

    private final Navigation navigation;
    private final FileOpener opener;
    private final FileVersions versions;
    private final LabContext context;
    private final DocumentSession session;
    private final RecentFiles recent;
    private final PastedTables tables;
    private Consumer<OpenedFile.OfLesson> lessonOpener = file -> {};
    private Consumer<FigureState> figureListener = state -> {};
    private Consumer<OpenedFile.OfScenes> scenesOpener = file -> {};
    private Consumer<OpenedFile.OfStudies> studyQuestion = file -> {};
    private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper(this, "title", "");

    DocumentController(
            Navigation navigation,
            FileVersions versions,
            LabContext context,
            DocumentSession places,
            RecentFiles recent,
            PastedTables tables) {
        this.navigation = navigation;
        this.versions = versions;
        this.context = context;
        opener = new FileOpener(context.workers(), context.pulses());
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

    /** Sets what shows the scenes of a file. */
    void setScenesOpener(Consumer<OpenedFile.OfScenes> opener) {
        scenesOpener = opener;
    }

    /** Sets what asks which of several studies is opened. */
    void setStudyQuestion(Consumer<OpenedFile.OfStudies> question) {
        studyQuestion = question;
    }

    /** Sets what starts the lesson in a file. */
    void setLessonOpener(Consumer<OpenedFile.OfLesson> opener) {
        lessonOpener = opener;
    }

    /** Sets who is told how an opened figure was laid out. */
    void setFigureListener(Consumer<FigureState> listener) {
        figureListener = listener;
    }

    /** What reads the files. */
    FileOpener opener() {
        return opener;
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
        opener.open(path, this::show);
    }

    /** Opens one of the studies in a journal of Optuna. */
    void openStudy(Path journal, String name) {
        opener.openStudy(journal, name, this::show);
    }

    /** Waits until the newest file is shown. */
    void finishOpening() {
        opener.finish();
    }

    /** Waits until all pasted tables are kept. */
    void finishPasting() {
        tables.finish();
    }

    /** Opens a file that was dropped on the window. Only one file is allowed, because a lab holds one document. */
    void drop(List<File> files) {
        if (files.size() > 1) {
            context.notices().showError(texts -> texts.get("shell.oneFile", Integer.toString(files.size())));
        } else {
            files.forEach(file -> opener.open(file.toPath(), this::showDropped));
        }
    }

    /** Shows a file that is no document in the lab on stage, if that has a use for it. */
    private void showDropped(OpenedFile file) {
        Optional<AcceptsDrop> lab = navigation.currentProperty().get().feature(AcceptsDrop.class);
        if (lab.isEmpty() || !file.accept(new OfferedFile(lab.get()))) {
            show(file);
        }
    }

    /** Shows what was read from a file, or why it cannot be opened. */
    void show(OpenedFile file) {
        file.accept(new FileViewer()).run();
    }

    /** Shows each kind of file where it belongs, or says why it cannot. */
    private final class FileViewer implements OpenedFile.Visitor<Runnable> {
        @Override
        public Runnable visit(OpenedFile.OfDocument file) {
            return () -> {
                try {
                    show(file.path(), file.loaded());
                    context.notices().succeeded("shell.notOpened");
                } catch (InvalidInputException error) {
                    context.showError("shell.notOpened", error);
                }
            };
        }

        @Override
        public Runnable visit(OpenedFile.OfLesson file) {
            return () -> lessonOpener.accept(file);
        }

        @Override
        public Runnable visit(OpenedFile.OfScenes file) {
            return () -> scenesOpener.accept(file);
        }

        @Override
        public Runnable visit(OpenedFile.OfStudies file) {
            return () -> studyQuestion.accept(file);
        }

        @Override
        public Runnable visit(OpenedFile.OfTable file) {
            return () -> showInTraining(file);
        }

        @Override
        public Runnable visit(OpenedFile.OfLog file) {
            return () -> showInTraining(file);
        }

        @Override
        public Runnable visit(OpenedFile.OfImage file) {
            return () -> context.showError("shell.notOpened", file.noDocument());
        }

        @Override
        public Runnable visit(OpenedFile.Unreadable file) {
            return () -> {
                if (file.missing()) {
                    recent.remove(file.path());
                }
                context.showError("shell.notOpened", file.reason());
            };
        }

        /** Training trains on a table and shows a log, and the user can correct there how it is read. */
        private void showInTraining(OpenedFile file) {
            navigation.labFor(new Document.OfExperiment(Experiment.DEFAULT)).ifPresent(labName -> {
                navigation.show(labName);
                recent.add(file.path());
                navigation
                        .currentProperty()
                        .get()
                        .feature(AcceptsDrop.class)
                        .ifPresent(lab -> file.accept(new OfferedFile(lab)));
            });
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
        tables.keep(
                text,
                session.openDocument(navigation.currentProperty().get()).file(),
                kept -> {
                    context.notices().showSuccess(texts -> texts.get("shell.pastedTable", kept.toString()));
                    drop(List.of(kept.toFile()));
                },
                error -> context.showError("shell.notSaved", error));
    }

    private void show(Path path, LoadedDocument opened) {
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
            versions.markRead(file, opened.version());
        }
        replace(
                navigation.currentProperty().get(),
                "shell.open",
                OpenDocument.unmodified(document, path.toAbsolutePath().getParent(), file)
                        .withExtras(opened.extras()));
        InferredTable table = opened.table();
        if (table != null) {
            context.notices().showSuccess(table::describe);
        }
        FigureState figure = opened.figure();
        if (figure != null) {
            figureListener.accept(figure);
            FigureReopening.show(navigation.currentProperty().get(), figure);
        }
    }

    /**
     * Shows a document that another lab created, marked as never saved. Undoing a link of a page leads back to the
     * page.
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
}
