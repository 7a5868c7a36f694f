package hyperlab.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import hyperlab.rule.InvalidInputException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogColumnsTest {
    @ParameterizedTest
    @CsvSource({
        "epoch, EPOCH",
        "Epoch, EPOCH",
        "epoch/epoch, EPOCH",
        "global_step, STEP",
        "_step, STEP",
        "trainer/global_step, STEP",
        "iteration, STEP",
        "loss, TRAIN_LOSS",
        "trainLoss, TRAIN_LOSS",
        "train/loss, TRAIN_LOSS",
        "Loss/train, TRAIN_LOSS",
        "val_loss, VALIDATION_LOSS",
        "eval_loss, VALIDATION_LOSS",
        "Loss/validation, VALIDATION_LOSS",
        "validation/epoch_loss, VALIDATION_LOSS",
        "acc, TRAIN_ACCURACY",
        "eval_accuracy, VALIDATION_ACCURACY",
        "lr-Adam, LEARNING_RATE",
        "learning_rate, LEARNING_RATE",
        "검증손실, VALIDATION_LOSS",
        "학습률, LEARNING_RATE"
    })
    void guessesByTheWordsOfItsName(String name, LogQuantity quantity) {
        assertEquals(name, guess(name).name(quantity));
        assertEquals(1, guess(name).names().size());
    }

    @ParameterizedTest
    @CsvSource({"valuable", "lossless", "epoch_seconds", "grad_norm", "eval_runtime", "timestep_count"})
    void otherNamesAreNoQuantity(String name) {
        assertEquals(0, guess(name).names().size());
    }

    @Test
    void prefersTheWholeLossAndTheEpochToTheStep() {
        assertEquals(
                "train_loss_epoch", guess("train_loss_step", "train_loss_epoch").name(LogQuantity.TRAIN_LOSS));
        assertEquals("loss", guess("decoder_loss", "loss").name(LogQuantity.TRAIN_LOSS));
        assertEquals("val_loss", guess("test_loss", "val_loss").name(LogQuantity.VALIDATION_LOSS));
        assertEquals("test_loss", guess("test_loss", "loss").name(LogQuantity.VALIDATION_LOSS));
    }

    @Test
    void correctedColumnIsNoLongerAnythingElse() {
        LogTable table = table("loss", "error");
        LogColumns corrected = LogColumns.guess(table).with(LogQuantity.VALIDATION_LOSS, "loss", table, "--validation");
        assertNull(corrected.name(LogQuantity.TRAIN_LOSS));
        assertEquals("loss", corrected.name(LogQuantity.VALIDATION_LOSS));
        assertEquals(List.of("error"), corrected.unused(table));
        InvalidInputException error = assertThrows(
                InvalidInputException.class, () -> corrected.with(LogQuantity.TRAIN_LOSS, "eror", table, "--train"));
        assertEquals("--train must be a column with numbers, got eror; the closest name is error", error.line());
    }

    private static LogColumns guess(String... names) {
        return LogColumns.guess(table(names));
    }

    private static LogTable table(String... names) {
        List<LogColumn> columns = Stream.of(names)
                .map(name -> new LogColumn(name, new int[] {0}, new double[] {1}))
                .toList();
        return new LogTable("a", LogFormat.CSV, columns, Arrays.asList(names).size(), 1, false);
    }
}
