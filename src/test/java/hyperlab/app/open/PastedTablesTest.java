package hyperlab.app.open;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import hyperlab.data.CsvFormat;
import hyperlab.data.CsvInference;
import hyperlab.data.CsvPreview;
import hyperlab.data.FieldSeparator;
import hyperlab.rule.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PastedTablesTest {
    private static final String CELLS = "키\t반\r\n150.5\t가\r\n151\t나\r\n152\t가\r\n153\t나\r\n";

    @TempDir
    private Path folder;

    @Test
    void distinguishesTablesFromOtherText() {
        for (String table : List.of(CELLS, "a,b\n1,2", "a;b\n1,5;2", "\n\na,b,c\n\n1,2,3\n")) {
            assertTrue(PastedText.isTable(table), table);
        }
        for (String text : List.of(
                "", "0.03", "8, 8", "a,b", "one\ntwo", "First, a line.\nThen another", "{\"a\": 1,\n\"b\": 2}")) {
            assertFalse(PastedText.isTable(text), text);
        }
        assertFalse(PastedText.isTable(null));
    }

    @Test
    void keepsTableNextToTheExperimentAndReadsItLikeAFile() throws IOException {
        Path experiment = folder.resolve("work/first.hyperlab.json");
        Path kept = keep(CELLS, experiment);
        assertEquals(folder.resolve("work/pasted.csv"), kept);
        assertEquals(CELLS.replace("\r", ""), Files.readString(kept));
        assertEquals(FieldSeparator.TAB, CsvFormat.detect(kept).separator());
        assertEquals("반", CsvInference.of(CsvPreview.read(kept)).plan().target());
    }

    @Test
    void keepsTableOfAnUnsavedExperimentInTheFolderOfTheSettings() {
        assertEquals(folder.resolve("state/tables/pasted.csv"), keep(CELLS, null));
        assertEquals(folder.resolve("state/tables/pasted-2.csv"), keep("a,b\n1,2", null));
    }

    private Path keep(String text, @Nullable Path experiment) {
        List<Path> kept = new ArrayList<>();
        new PastedTables(folder.resolve("state"), (name, work) -> work.run(), Runnable::run)
                .keep(text, experiment, kept::add, error -> fail(error));
        return kept.get(0);
    }

    @Test
    void writesOnAWorkerOneAfterTheOther() {
        Deque<Runnable> workers = new ArrayDeque<>();
        Deque<Runnable> fxThread = new ArrayDeque<>();
        List<Path> kept = new ArrayList<>();
        PastedTables tables =
                new PastedTables(folder.resolve("state"), (name, work) -> workers.add(work), fxThread::add);
        tables.keep(CELLS, null, kept::add, error -> fail(error));
        tables.keep("a,b\n1,2", null, kept::add, error -> fail(error));
        assertFalse(Files.exists(folder.resolve("state")));
        assertEquals(1, workers.size());
        while (!workers.isEmpty()) {
            workers.remove().run();
        }
        assertEquals(List.of(), kept);
        tables.finish();
        assertEquals(
                List.of(folder.resolve("state/tables/pasted.csv"), folder.resolve("state/tables/pasted-2.csv")), kept);
    }

    @Test
    void reportsWhyATableIsNotKept() throws IOException {
        Path blocked = Files.writeString(folder.resolve("file"), "");
        List<InvalidInputException> errors = new ArrayList<>();
        new PastedTables(blocked, (name, work) -> work.run(), Runnable::run)
                .keep(CELLS, null, kept -> fail(kept.toString()), errors::add);
        assertEquals(1, errors.size());
    }
}
