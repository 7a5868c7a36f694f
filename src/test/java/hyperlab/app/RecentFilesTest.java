package hyperlab.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RecentFilesTest {
    private static final Path HERE = Path.of("").toAbsolutePath();

    private final RecentFiles files = new RecentFiles(List.of(HERE.resolve("b"), HERE.resolve("a")));

    @Test
    void listsMostRecentFirstWithoutDuplicates() {
        files.add(Path.of("c"));
        files.add(Path.of("x/../a"));
        assertEquals(List.of(HERE.resolve("a"), HERE.resolve("c"), HERE.resolve("b")), files.paths());
    }

    @Test
    void dropsOldestForNewest() {
        IntStream.range(0, RecentFiles.MAX_FILES).forEach(k -> files.add(Path.of("file" + k)));
        assertEquals(RecentFiles.MAX_FILES, files.paths().size());
        assertEquals(HERE.resolve("file0"), files.paths().get(RecentFiles.MAX_FILES - 1));
        List<Path> tooMany = IntStream.range(0, RecentFiles.MAX_FILES + 3)
                .mapToObj(k -> HERE.resolve("file" + k))
                .toList();
        assertEquals(tooMany.subList(0, RecentFiles.MAX_FILES), new RecentFiles(tooMany).paths());
    }

    @Test
    void removesMissingFilesAndClearsList() {
        files.remove(Path.of("b"));
        assertEquals(List.of(HERE.resolve("a")), files.paths());
        files.clear();
        assertEquals(List.of(), files.paths());
    }
}
