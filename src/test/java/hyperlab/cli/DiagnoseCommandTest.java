package hyperlab.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.file.Document;
import hyperlab.file.Documents;
import hyperlab.log.LogQuantity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiagnoseCommandTest {
    private static final Path LOGS = Path.of("src/test/resources/hyperlab/log");

    @TempDir
    Path folder;

    @Test
    void saysHowItReadTheLogAndWhatTheRulesFind() {
        String out = CommandRun.done("diagnose", LOGS.resolve("keras.csv")).out();
        assertTrue(out.contains("keras.csv: Keras CSVLogger, 80 rows"), out);
        assertTrue(out.contains("epoch: epoch; training loss: loss; validation loss: val_loss"), out);
        assertTrue(out.contains("Warning: Overfitting since epoch 8."), out);
        assertTrue(out.contains("no weights, gradients, data, settings or random seed"), out);
    }

    @Test
    void writesChartsThatCarryTheLog() throws IOException {
        Path out = folder.resolve("out");
        CommandRun.done("diagnose", LOGS.resolve("metrics.csv"), "--out", out, "--format", "png,csv", "--by", "step");
        String json = CommandRun.done("inspect", out.resolve("charts/loss.png")).out();
        Document.OfLog embedded = (Document.OfLog) Documents.parse(json, "embedded");
        assertEquals(embedded, Documents.read(out.resolve("log.hyperlab.json")));
        assertEquals("metrics.csv", embedded.log().name());
        assertTrue(Files.exists(out.resolve("charts/accuracy.png")));
        String csv = Files.readString(out.resolve("charts/loss.csv"));
        assertEquals("run,part,step,value", csv.lines().findFirst().orElseThrow());
    }

    @Test
    void columnsCanBeCorrected() throws IOException {
        Path table = Files.writeString(folder.resolve("t.csv"), "n,error,check,loss\n1,3,4,9\n2,2,3,9\n3,1,2,9\n");
        Path out = folder.resolve("out");
        CommandRun.done("diagnose", table, "--epoch", "n", "--train", "error", "--validation", "check", "--out", out);
        Document.OfLog read = (Document.OfLog) Documents.read(out.resolve("log.hyperlab.json"));
        assertEquals("error", read.log().series().get(LogQuantity.TRAIN_LOSS).column());
        assertEquals(
                "check", read.log().series().get(LogQuantity.VALIDATION_LOSS).column());
    }

    @Test
    void errorsAreOneLine() throws IOException {
        assertEquals(
                "--by step is not possible: the losses in this log do not all have ascending step numbers",
                CommandRun.refused("diagnose", LOGS.resolve("keras.csv"), "--by", "step"));
        Path table = Files.writeString(folder.resolve("t.csv"), "a,b\n1,2\n2,3\n");
        assertEquals(
                "t.csv has no column that looks like a loss; name one with --train COLUMN. Columns: a, b",
                CommandRun.refused("diagnose", table));
    }

    @Test
    void growingCurvesAreAGif() throws IOException {
        Path out = folder.resolve("gif");
        CommandRun.done("diagnose", LOGS.resolve("keras_logs"), "--out", out, "--format", "gif");
        byte[] gif = Files.readAllBytes(out.resolve("charts/loss.gif"));
        assertEquals("GIF89a", new String(gif, 0, 6, java.nio.charset.StandardCharsets.US_ASCII));
    }
}
