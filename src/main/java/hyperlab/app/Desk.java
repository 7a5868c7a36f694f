package hyperlab.app;

import hyperlab.app.control.ChartCard;
import hyperlab.app.control.ExperimentRequest;
import hyperlab.export.Carried;
import hyperlab.file.Document;
import hyperlab.file.Documents;
import hyperlab.file.RelativePaths;
import hyperlab.file.RunsFormat;
import hyperlab.file.SavedRuns;
import hyperlab.rule.Refusal;
import hyperlab.train.Experiment;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/**
 * Opens and saves the labs' documents and tracks whether they have been modified. Opening can be undone, so nothing
 * that was on stage is lost. FX thread only.
 */
final class Desk {
    private static final String ENDING = ".hyperlab.json";
    private static final String STUDY_ENDING = ".hyperlab-study.json";
    private static final String CASE_ENDING = ".hyperlab-case.json";
    private static final List<String> ENDINGS = List.of(ENDING, STUDY_ENDING, CASE_ENDING);

    private final Navigation navigation;
    private final DocumentFiles store;
    private final LabContext context;
    private final Places places;
    private final RecentFiles recent;
    private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper(this, "title", "");

    Desk(Navigation navigation, DocumentFiles store, LabContext context, Places places, RecentFiles recent) {
        this.navigation = navigation;
        this.store = store;
        this.context = context;
        this.places = places;
        this.recent = recent;
        navigation.current().addListener((observed, before, now) -> refresh());
        context.messages().language().addListener((observed, before, now) -> refresh());
        refresh();
    }

    /** The window's title: the lab or its file, with a dot if there are unsaved changes. */
    ReadOnlyStringProperty title() {
        return title.getReadOnlyProperty();
    }

    RecentFiles recent() {
        return recent;
    }

    /** Updates the window's title, including whether there are unsaved changes. */
    void refresh() {
        Held held = places.held(navigation.current().get());
        Path path = held.file();
        Path file = path == null ? null : path.getFileName();
        String name = file == null
                ? context.messages().get(navigation.current().get().name().titleKey())
                : file.toString();
        title.set(context.messages().get(held.isModified() ? "shell.window.modified" : "shell.window", name));
    }

    void open() {
        context.files().open(FilePicker.Kind.DOCUMENT).ifPresent(this::open);
    }

    /** Opens a file in the lab that it belongs to. If the file is rejected, nothing changes. */
    void open(Path path) {
        try {
            place(path, store.read(path));
        } catch (Refusal refusal) {
            if (Files.notExists(path)) {
                recent.gone(path);
            }
            context.refused("shell.notOpened", refusal);
        }
    }

    /** Opens a file that was dropped on the window. Only one file is allowed, because a lab holds one document. */
    void drop(List<File> files) {
        if (files.size() > 1) {
            context.notices().refused(context.messages().get("shell.oneFile", Integer.toString(files.size())));
        } else {
            files.stream()
                    .map(File::toPath)
                    .filter(path -> !navigation.current().get().takesDropped(path))
                    .forEach(this::open);
        }
    }

    /** Opens a Playground link, or a document as text, that was pasted or dropped. */
    void paste(@Nullable String text) {
        try {
            Document document = PastedText.read(text, context.messages().get("shell.clipboard"));
            Optional<LabName> home = navigation.home(document);
            if (home.isEmpty()) {
                context.notices()
                        .refused(context.messages()
                                .get("shell.noLab", context.messages().get("shell.clipboard")));
                return;
            }
            navigation.show(home.get());
            if (!keptBeside(document)) {
                replace(navigation.current().get(), "shell.paste", Held.saved(document, null, null));
            }
        } catch (Refusal refusal) {
            context.refused("shell.notOpened", refusal);
        }
    }

    /** Shows what was read from {@code path}. */
    void place(Path path, Opened opened) {
        Document document = opened.document();
        Optional<LabName> home = navigation.home(document);
        if (home.isEmpty()) {
            context.notices().refused(context.messages().get("shell.noLab", String.valueOf(path.getFileName())));
            return;
        }
        recent.used(path);
        navigation.show(home.get());
        if (keptBeside(document)) {
            return;
        }
        Path file = ENDINGS.stream().anyMatch(path.toString()::endsWith) ? path : null;
        replace(
                navigation.current().get(),
                "shell.open",
                Held.saved(document, path.toAbsolutePath().getParent(), file).withBeside(opened.beside()));
    }

    /**
     * Shows a document that another lab created, marked as never saved.
     *
     * @param folder the base folder of its relative paths; null for the working directory
     */
    void bring(Document document, @Nullable Path folder) {
        navigation.home(document).ifPresent(home -> {
            navigation.show(home);
            replace(
                    navigation.current().get(),
                    "shell.open",
                    Held.saved(document, folder, null).neverSaved());
        });
    }

    /** Answers a request for the window's experiment, even if its lab is not on stage. */
    void answer(ExperimentRequest request) {
        navigation
                .home(new Document.OfExperiment(Experiment.DEFAULT))
                .flatMap(navigation::made)
                .ifPresent(lab -> {
                    Held held = places.held(lab);
                    if (held.document() instanceof Document.OfExperiment of) {
                        request.answer(of.experiment(), held.folder());
                    }
                });
    }

    void save() {
        Path path = places.held(navigation.current().get()).file();
        if (path == null) {
            saveAs();
        } else {
            write(path);
        }
    }

    void saveAs() {
        Lab lab = navigation.current().get();
        FilePicker.Kind kind = kind(lab.document());
        String ending = ending(kind);
        context.files()
                .save(kind, lab.name().id() + ending)
                .map(path -> ended(path, ending))
                .ifPresent(this::write);
    }

    private static FilePicker.Kind kind(Document document) {
        return document instanceof Document.OfStudy
                ? FilePicker.Kind.STUDY
                : document instanceof Document.OfCase ? FilePicker.Kind.CASE : FilePicker.Kind.EXPERIMENT;
    }

    private static String ending(FilePicker.Kind kind) {
        return switch (kind) {
            case STUDY -> STUDY_ENDING;
            case CASE -> CASE_ENDING;
            default -> ENDING;
        };
    }

    /** Writes the current document to {@code path} for recovery after an error; the opened file stays associated. */
    void keep(Path path) {
        store.write(path, documentFor(path));
    }

    /**
     * The metadata to embed in the picture at {@code path}: what produced a chart on stage. See {@link #documentFor}.
     */
    Carried carriedBy(ChartCard card, Path path) {
        Lab lab = navigation.current().get();
        SavedRuns runs = lab.drawnBeside(card);
        Path folder = path.toAbsolutePath().getParent();
        SavedRuns moved = folder == null
                ? runs
                : RelativePaths.moved(runs, places.held(lab).folder(), folder);
        return new Carried(
                Documents.write(moved(lab.pictured(card), path)), moved.isEmpty() ? "" : RunsFormat.write(moved));
    }

    /**
     * The current document as it must be written to the file at {@code path}: its relative paths are rewritten to start
     * from there, so that a file or picture can be opened again as long as the files are not moved.
     */
    private Document documentFor(Path path) {
        return moved(navigation.current().get().document(), path);
    }

    private Document moved(Document document, Path path) {
        Path from = places.held(navigation.current().get()).folder();
        Path folder = path.toAbsolutePath().getParent();
        return folder == null ? document : RelativePaths.moved(document, from, folder);
    }

    /** Resets the current lab to its initial state; undo restores what it held. */
    void startFresh() {
        Lab lab = navigation.current().get();
        replace(lab, "shell.startFresh", places.beginning(lab));
        Places.bringBack(lab, "");
    }

    private boolean keptBeside(Document document) {
        Lab lab = navigation.current().get();
        if (!lab.keepsBeside(document)) {
            return false;
        }
        lab.open(document);
        refresh();
        return true;
    }

    private void replace(Lab lab, String nameKey, Held held) {
        Held before = places.held(lab).withBeside(lab.beside().get());
        places.put(lab, held);
        Held after = places.held(lab).withBeside(held.beside());
        Undo undo = lab.parts().undo();
        undo.did(nameKey, this, before, after, again -> places.put(lab, again));
        undo.settle();
        refresh();
    }

    private void write(Path path) {
        Lab lab = navigation.current().get();
        try {
            store.write(path, documentFor(path));
        } catch (Refusal refusal) {
            context.refused("shell.notSaved", refusal);
            return;
        }
        places.saved(lab, path);
        recent.used(path);
        refresh();
        context.notices().done(context.messages().get("shell.saved", path.toString()));
    }

    private static Path ended(Path path, String ending) {
        String name = Objects.toString(path.getFileName(), "");
        return name.contains(".") ? path : path.resolveSibling(name + ending);
    }
}
