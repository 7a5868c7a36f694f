package hyperlab.app;

import java.nio.file.Path;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The files that were opened or saved last, the newest first. FX thread alone. */
final class RecentFiles {
    /** How many are kept. */
    static final int MOST = 8;

    private final ObservableList<Path> paths = FXCollections.observableArrayList();

    /** @param earlier those of earlier starts, the newest first */
    RecentFiles(List<Path> earlier) {
        paths.setAll(earlier.stream().distinct().limit(MOST).toList());
    }

    /** Absolute paths; to be looked at alone. */
    ObservableList<Path> paths() {
        return FXCollections.unmodifiableObservableList(paths);
    }

    /** This one was opened or saved just now. */
    void used(Path path) {
        Path whole = path.toAbsolutePath().normalize();
        paths.remove(whole);
        paths.add(0, whole);
        if (paths.size() > MOST) {
            paths.remove(MOST);
        }
    }

    /** This one is not there any more. */
    void gone(Path path) {
        paths.remove(path.toAbsolutePath().normalize());
    }

    void forgetAll() {
        paths.clear();
    }
}
