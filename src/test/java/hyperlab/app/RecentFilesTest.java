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
    void theOneUsedLastComesFirstAndOnce() {
        files.used(Path.of("c"));
        files.used(Path.of("x/../a"));
        assertEquals(List.of(HERE.resolve("a"), HERE.resolve("c"), HERE.resolve("b")), files.paths());
    }

    @Test
    void theOldestIsForgottenForTheNewest() {
        IntStream.range(0, RecentFiles.MOST).forEach(k -> files.used(Path.of("file" + k)));
        assertEquals(RecentFiles.MOST, files.paths().size());
        assertEquals(HERE.resolve("file0"), files.paths().get(RecentFiles.MOST - 1));
        List<Path> tooMany = IntStream.range(0, RecentFiles.MOST + 3)
                .mapToObj(k -> HERE.resolve("file" + k))
                .toList();
        assertEquals(tooMany.subList(0, RecentFiles.MOST), new RecentFiles(tooMany).paths());
    }

    @Test
    void whatIsGoneLeavesTheListAndAllCanBeForgotten() {
        files.gone(Path.of("b"));
        assertEquals(List.of(HERE.resolve("a")), files.paths());
        files.forgetAll();
        assertEquals(List.of(), files.paths());
    }
}
