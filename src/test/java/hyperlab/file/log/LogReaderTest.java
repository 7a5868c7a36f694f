package hyperlab.file.log;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.log.LogAxis;
import hyperlab.log.LogColumns;
import hyperlab.log.LogFormat;
import hyperlab.log.LogQuantity;
import hyperlab.log.LogSeries;
import hyperlab.log.LogTable;
import hyperlab.log.TrainingLog;
import hyperlab.rule.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogReaderTest {
    private static final Path LOGS = Path.of("src/test/resources/hyperlab/log");
    private static final String EVENTS = "events.out.tfevents.1700000000.host.1.0";

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "keras.csv, KERAS",
        "metrics.csv, LIGHTNING",
        "trainer_state.json, HUGGING_FACE",
        EVENTS + ", TENSORBOARD",
        "keras_logs, TENSORBOARD",
        "wandb.csv, WANDB",
        "mlflow.csv, MLFLOW",
        "restarted.csv, KERAS",
        "plateau.csv, CSV",
        "korean.csv, CSV"
    })
    void recognizesFormat(String file, LogFormat format) {
        assertEquals(format, LogReaders.readAny(LOGS.resolve(file)).format());
        assertTrue(LogReaders.isLog(LOGS.resolve(file)));
    }

    @Test
    void tableOfDataIsNoLog() throws IOException {
        Path data = write("data.csv", "width,height,species\n1,2,a\n2,3,b\n");
        assertFalse(LogReaders.isLog(data));
        assertFalse(LogReaders.isLog(write("x.hyperlab.json", "{\"format\": \"hyperlab-experiment/1\"}")));
        assertFalse(LogReaders.isLog(folder));
        assertError("data.csv has no column that looks like a loss", () -> log(data));
    }

    @ParameterizedTest
    @CsvSource({
        "wine/EVENTS, wine",
        "wine/lightning_logs/version_0/EVENTS, wine/version_0",
        "wine/lightning_logs/version_0, wine/version_0",
        "wine/logs/train/EVENTS, wine/train",
        "run-3/EVENTS, run-3",
        "Downloads/EVENTS, EVENTS",
        "Downloads/logs/EVENTS, EVENTS",
        "Downloads/logs, logs"
    })
    void genericFolderIsNamedWithOneThatSaysMore(String place, String name) throws IOException {
        Path path = folder.resolve(place.replace("EVENTS", EVENTS));
        Path file = place.endsWith("EVENTS") ? path : path.resolve(EVENTS);
        Files.createDirectories(file.getParent());
        Files.copy(LOGS.resolve(EVENTS), file);
        assertEquals(name.replace("EVENTS", EVENTS), LogReaders.readAny(path).name());
    }

    @Test
    void eventFileHasTheNameOfItsFolder() throws IOException {
        Path file = Files.createDirectory(folder.resolve("run-3")).resolve(EVENTS);
        Files.copy(LOGS.resolve(EVENTS), file);
        assertEquals("run-3", LogReaders.readAny(file).name());
        assertEquals("keras.csv", LogReaders.readAny(LOGS.resolve("keras.csv")).name());
    }

    @Test
    void valuesOfOneLightningEpochShareIt() throws IOException {
        Path file = write("metrics.csv", """
                epoch,step,train_loss,val_loss
                0,4,0.9,
                0,9,0.8,
                0,9,,0.95
                1,14,0.7,
                1,19,0.6,
                1,19,,0.85
                """);
        TrainingLog log = log(file);
        LogSeries train = series(log, LogQuantity.TRAIN_LOSS);
        assertArrayEquals(new double[] {0.5, 1, 1.5, 2}, train.epochs());
        assertArrayEquals(new double[] {4, 9, 14, 19}, train.steps());
        assertArrayEquals(
                new double[] {1, 2}, series(log, LogQuantity.VALIDATION_LOSS).epochs());
    }

    @Test
    void summaryAtTheEndOfTrainerStateIsNoValue() throws IOException {
        Path file = write("trainer_state.json", """
                {"a": {"log_history": 1}, "log_history": [
                  {"epoch": 0.5, "loss": 1.5, "step": 10, "other": {"x": [1]}},
                  {"epoch": 1.0, "loss": NaN, "step": 20},
                  {"epoch": 1.0, "step": 20, "train_loss": 9.0, "train_runtime": 3.0}], "max_steps": 20}
                """);
        TrainingLog log = log(file);
        assertArrayEquals(
                new double[] {1.5, Double.NaN},
                series(log, LogQuantity.TRAIN_LOSS).values());
        assertArrayEquals(
                new double[] {0.5, 1}, series(log, LogQuantity.TRAIN_LOSS).epochs());
    }

    @Test
    void epochsOfTensorBoardBelongToTheirSteps() {
        TrainingLog log = log(LOGS.resolve("keras_logs"));
        assertEquals(LogAxis.EPOCH, log.defaultAxis());
        assertEquals(1, series(log, LogQuantity.TRAIN_LOSS).epochs()[0]);
        assertEquals(
                "validation/epoch_loss",
                series(log, LogQuantity.VALIDATION_LOSS).column());
    }

    @Test
    void truncatedEventFileIsReadAsFarAsItGoes() throws IOException {
        byte[] whole = Files.readAllBytes(LOGS.resolve(EVENTS));
        LogTable all = LogReaders.readAny(LOGS.resolve(EVENTS));
        assertFalse(all.truncated());
        for (int cut : new int[] {1, 4, 20, 21}) {
            Path file =
                    Files.write(folder.resolve("events.out.tfevents.cut"), Arrays.copyOf(whole, whole.length - cut));
            LogTable table = LogReaders.readAny(file);
            assertTrue(table.truncated(), () -> cut + " bytes less");
            // The last record has two values.
            assertEquals(all.rows() - 2, table.rows(), () -> cut + " bytes less");
        }
    }

    @Test
    void anyWrongByteInAnEventFileIsOneLine() throws IOException {
        byte[] whole = Files.readAllBytes(LOGS.resolve(EVENTS));
        for (int at = 40; at < 400; at += 7) {
            byte[] damaged = whole.clone();
            damaged[at] ^= 0x10;
            Path file = Files.write(folder.resolve("events.out.tfevents.damaged"), damaged);
            InvalidInputException error =
                    assertThrows(InvalidInputException.class, () -> LogReaders.readAny(file), () -> "byte 40 or later");
            assertTrue(error.line().contains("is damaged: the checksum of record "), error::line);
            assertFalse(error.line().contains("\n"));
        }
    }

    @Test
    void severalRunsOfAnExportAreNamed() throws IOException {
        Path wandb = write("wandb.csv", """
                "Step","a - loss","a - loss__MIN","b - loss","b - loss__MIN"
                0,1,1,2,2
                1,0.5,0.5,1.5,1.5
                """);
        LogTable table = LogReaders.readAny(wandb);
        assertEquals(2, table.runs());
        assertEquals(List.of("Step", "a - loss", "b - loss"), table.names());
        Path mlflow = write("mlflow.csv", """
                Run,Run ID,metric,step,timestamp,value
                one,1,loss,1,5,0.5
                one,1,loss,0,4,1
                two,2,loss,0,4,3
                """);
        LogTable metrics = LogReaders.readAny(mlflow);
        assertEquals(2, metrics.runs());
        assertEquals(List.of("step", "one/loss", "two/loss"), metrics.names());
    }

    @Test
    void rowThatIsCutOffIsLeftOut() throws IOException {
        LogTable table = LogReaders.readAny(write("log.csv", "epoch,loss,val_loss\n0,1,2\n1,0.5,1.5\n2,0.2"));
        assertTrue(table.truncated());
        assertEquals(2, table.rows());
    }

    @Test
    void tableWithoutPositionsCountsItsRows() throws IOException {
        TrainingLog log = log(write("log.csv", "loss\n3\n2\nnan\n1\n"));
        assertArrayEquals(
                new double[] {1, 2, 3, 4}, series(log, LogQuantity.TRAIN_LOSS).steps());
        assertEquals(LogAxis.STEP, log.defaultAxis());
    }

    @Test
    void longLogKeepsEverySecondValueAndThoseThatAreNotFinite() throws IOException {
        StringBuilder text = new StringBuilder("step,loss\n");
        for (int i = 0; i < 50_000; i++) {
            text.append(i).append(',').append(i == 12_345 ? "inf" : "1").append('\n');
        }
        LogSeries train = series(log(write("log.csv", text.toString())), LogQuantity.TRAIN_LOSS);
        assertEquals(12_500 + 2, train.size());
        assertEquals(49_999, train.steps()[train.size() - 1]);
        assertTrue(Arrays.stream(train.values()).anyMatch(Double::isInfinite));
    }

    @Test
    void whatIsNoLogIsOneLine() throws IOException {
        assertError("is not a training log", () -> LogReaders.readAny(write("a.json", "{\"format\": 1}")));
        assertError("is cut off", () -> LogReaders.readAny(write("b.json", "{\"log_history\": [{\"loss\": 1")));
        assertError("is empty", () -> LogReaders.readAny(write("empty.csv", "")));
        assertError("contains no numbers", () -> LogReaders.readAny(write("words.csv", "loss,step\na,b\n")));
        assertError("is a folder that contains no training log", () -> LogReaders.readAny(folder));
        assertError("does not exist", () -> LogReaders.readAny(folder.resolve("none")));
        assertError(
                "is a binary file",
                () -> LogReaders.readAny(Files.write(folder.resolve("x.bin"), new byte[] {0, 1, 2, 3, 0, 5, 6, 7})));
    }

    private interface Reading {
        Object read() throws IOException;
    }

    private static void assertError(String text, Reading reading) {
        InvalidInputException error = assertThrows(InvalidInputException.class, reading::read);
        assertTrue(error.line().contains(text), error::line);
    }

    private static TrainingLog log(Path file) {
        LogTable table = LogReaders.readAny(file);
        return TrainingLog.of(table, LogColumns.guess(table));
    }

    private static LogSeries series(TrainingLog log, LogQuantity quantity) {
        return Objects.requireNonNull(log.get(quantity));
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }
}
