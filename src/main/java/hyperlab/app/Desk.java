package hyperlab.app;

import hyperlab.file.Document;
import hyperlab.rule.Refusal;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/** Opens, saves and keeps what the labs hold, and knows whether it has changed since. FX thread alone. */
final class Desk {
    private static final String ENDING = ".hyperlab.json";

    private final Navigation navigation;
    private final DocumentFiles store;
    private final LabContext context;
    private final Map<LabName, Paper> papers = new EnumMap<>(LabName.class);
    private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper(this, "title", "");

    /** What a lab held when it was last opened or saved, and where. */
    private record Paper(@Nullable Path path, Document saved) {}

    Desk(Navigation navigation, DocumentFiles store, LabContext context) {
        this.navigation = navigation;
        this.store = store;
        this.context = context;
        navigation.current().addListener((observed, before, now) -> refresh());
        context.messages().language().addListener((observed, before, now) -> refresh());
        refresh();
    }

    /** The window's title: the lab, its file, and a dot when it has changed since. */
    ReadOnlyStringProperty title() {
        return title.getReadOnlyProperty();
    }

    boolean isModified() {
        Lab lab = navigation.current().get();
        return !paper(lab).saved.equals(lab.document());
    }

    /** Looks again whether anything has changed. */
    void refresh() {
        Lab lab = navigation.current().get();
        Path path = paper(lab).path;
        Path file = path == null ? null : path.getFileName();
        String name = file == null ? context.messages().get(lab.name().titleKey()) : file.toString();
        title.set(context.messages().get(isModified() ? "shell.window.modified" : "shell.window", name));
    }

    void open() {
        context.files().open(FilePicker.Kind.DOCUMENT).ifPresent(this::open);
    }

    /** Opens a file in the lab that it belongs to; a refused one leaves everything as it was. */
    void open(Path path) {
        try {
            place(path, store.read(path));
        } catch (Refusal refusal) {
            context.notices().refused(refusal.line());
        }
    }

    /** Puts a document that was read from {@code path} on stage. */
    void place(Path path, Document document) {
        Optional<LabName> home = navigation.home(document);
        if (home.isEmpty()) {
            context.notices().refused(context.messages().get("shell.noLab", String.valueOf(path.getFileName())));
            return;
        }
        navigation.show(home.get());
        Lab lab = navigation.current().get();
        lab.parts()
                .undo()
                .forgetThrough(() -> lab.open(document, path.toAbsolutePath().getParent()));
        papers.put(lab.name(), new Paper(path.toString().endsWith(ENDING) ? path : null, lab.document()));
        refresh();
    }

    void save() {
        Path path = paper(navigation.current().get()).path;
        if (path == null) {
            saveAs();
        } else {
            write(path);
        }
    }

    void saveAs() {
        String suggested = navigation.current().get().name().id() + ENDING;
        context.files()
                .save(FilePicker.Kind.EXPERIMENT, suggested)
                .map(Desk::ended)
                .ifPresent(this::write);
    }

    /** Writes what is on stage to {@code path} because something went wrong; the file opened stays what it was. */
    void keep(Path path) {
        store.write(path, navigation.current().get().document());
    }

    private void write(Path path) {
        Lab lab = navigation.current().get();
        Document document = lab.document();
        try {
            store.write(path, document);
        } catch (Refusal refusal) {
            context.notices().refused(refusal.line());
            return;
        }
        papers.put(lab.name(), new Paper(path, document));
        refresh();
        context.notices().done(context.messages().get("shell.saved", path.toString()));
    }

    private Paper paper(Lab lab) {
        return papers.computeIfAbsent(lab.name(), name -> new Paper(null, lab.document()));
    }

    private static Path ended(Path path) {
        String name = Objects.toString(path.getFileName(), "");
        return name.contains(".") ? path : path.resolveSibling(name + ENDING);
    }
}
