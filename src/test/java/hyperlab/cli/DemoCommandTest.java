package hyperlab.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoCommandTest {
    @TempDir
    Path folder;

    @Test
    void descendsTrainsAndPrintsChartLocation() throws IOException {
        Path out = folder.resolve("demo");
        CommandRun run = CommandRun.done("demo", "--out", out, "--language", "en");

        CsvOutput path = CsvOutput.read(out.resolve("descent/path.csv"));
        assertEquals(3.2 * Math.pow(0.9, 20), path.number(20, "x"), 1e-12);
        CsvOutput history = CsvOutput.read(out.resolve("iris/history.csv"));
        int last = history.rows().size() - 1;
        assertTrue(history.number(last, "validationAccuracy") > 0.9);
        assertTrue(run.out().contains("\nWarning: Overfitting (likely). "), run.out());
        assertTrue(run.out().contains(" Remedy: --set training.patience=6\n"), run.out());
        for (String chart : new String[] {"descent/value.png", "iris/charts/loss.png", "iris/charts/accuracy.png"}) {
            assertTrue(run.out().contains(out.resolve(chart) + "\n"), run.out());
            assertTrue(CommandRun.done("inspect", out.resolve(chart)).out().contains("\"format\""));
        }
    }

    @Test
    void rejectsFileInPlaceOfFolderBeforeStarting() throws IOException {
        Path taken = Files.writeString(folder.resolve("taken"), "mine");

        assertTrue(CommandRun.refused("demo", "--out", taken).contains(taken.toString()));
        assertEquals("mine", Files.readString(taken));
        assertFalse(Files.isDirectory(taken));
    }
}
