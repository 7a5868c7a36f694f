package hyperlab.app;

import java.nio.file.Path;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The most recently opened or saved files, newest first. FX thread only. */
final class RecentFiles {
    /** The maximum number of entries. */
    static final int MAX_FILES = 8;

    private final ObservableList<Path> paths = FXCollections.observableArrayList();

    /** @param previous the files of earlier sessions, newest first */
    RecentFiles(List<Path> previous) {
        paths.setAll(previous.stream().distinct().limit(MAX_FILES).toList());
    }

    /** Absolute paths; an unmodifiable view. */
    ObservableList<Path> paths() {
        return FXCollections.unmodifiableObservableList(paths);
    }

    /** Records that this file was just opened or saved. */
    void add(Path path) {
        Path absolutePath = path.toAbsolutePath().normalize();
        paths.remove(absolutePath);
        paths.add(0, absolutePath);
        if (paths.size() > MAX_FILES) {
            paths.remove(MAX_FILES);
        }
    }

    /** Removes a file that no longer exists. */
    void remove(Path path) {
        paths.remove(path.toAbsolutePath().normalize());
    }

    void clear() {
        paths.clear();
    }
}
