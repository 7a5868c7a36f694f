package hyperlab.app;

import java.nio.file.Path;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The most recently opened or saved files, newest first. FX thread only. */
final class RecentFiles {
    /** The maximum number of entries. */
    static final int MOST = 8;

    private final ObservableList<Path> paths = FXCollections.observableArrayList();

    /** @param earlier the files of earlier sessions, newest first */
    RecentFiles(List<Path> earlier) {
        paths.setAll(earlier.stream().distinct().limit(MOST).toList());
    }

    /** Absolute paths; an unmodifiable view. */
    ObservableList<Path> paths() {
        return FXCollections.unmodifiableObservableList(paths);
    }

    /** Records that this file was just opened or saved. */
    void used(Path path) {
        Path whole = path.toAbsolutePath().normalize();
        paths.remove(whole);
        paths.add(0, whole);
        if (paths.size() > MOST) {
            paths.remove(MOST);
        }
    }

    /** Removes a file that no longer exists. */
    void gone(Path path) {
        paths.remove(path.toAbsolutePath().normalize());
    }

    void forgetAll() {
        paths.clear();
    }
}
