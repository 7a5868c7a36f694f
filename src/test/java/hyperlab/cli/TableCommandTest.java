package hyperlab.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.data.CsvFormat;
import hyperlab.data.CsvSettings;
import hyperlab.data.DecimalMark;
import hyperlab.data.FieldSeparator;
import hyperlab.data.MissingValues;
import hyperlab.data.TextEncoding;
import hyperlab.file.Document;
import hyperlab.file.Documents;
import hyperlab.train.Experiment;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables on the command line: {@code train}, {@code tune} and {@code new}. */
class TableCommandTest {
    @TempDir
    Path folder;

    private Path korean() throws IOException {
        StringBuilder text = new StringBuilder("이름;키;몸무게;반\r\n");
        for (int i = 0; i < 40; i++) {
            text.append("학생").append(i).append(';').append(150 + i).append(",5;");
            text.append(i % 10 == 0 ? "" : 40 + i)
                    .append(';')
                    .append(i % 2 == 0 ? "가" : "나")
                    .append("\r\n");
        }
        return Files.write(folder.resolve("학급.csv"), text.toString().getBytes(Charset.forName("x-windows-949")));
    }

    private static Experiment experiment(Path file) {
        return ((Document.OfExperiment) Documents.read(file)).experiment();
    }

    private static CsvSettings csv(Path file) {
        return Objects.requireNonNull(experiment(file).data().csv());
    }

    @Test
    void trainsOnKoreanTableAndRecordsHowItWasRead() throws IOException {
        Path run = folder.resolve("run");
        String out = CommandRun.done("train", korean(), "--target", "반", "--epochs", "2", "--out", run)
                .out();

        assertTrue(out.contains("40 rows and 4 columns: CP949 (Korean Excel), semicolon, decimal comma"), out);
        assertTrue(out.contains("Left out: 이름 (numbers or names the rows)"), out);
        assertTrue(out.contains("Only 10 rows for the evaluation"), out);
        CsvSettings csv = csv(run.resolve("experiment.json"));
        assertEquals(
                new CsvFormat(TextEncoding.CP949, FieldSeparator.SEMICOLON, DecimalMark.COMMA, true), csv.format());
        assertEquals(MissingValues.MEAN, csv.missing());
        String again = CommandRun.done("train", run.resolve("experiment.json"), "--out", folder.resolve("again"))
                .out();
        assertTrue(again.contains("Completed: 2 epochs"), again);
        assertEquals(
                Files.readString(run.resolve("predictions.csv")),
                Files.readString(folder.resolve("again/predictions.csv")));
    }

    @Test
    void newWritesExperimentThatTrainAccepts() {
        Path file = folder.resolve("first.hyperlab.json");
        CommandRun.done("new", folder.resolve("first"));
        assertEquals(Experiment.DEFAULT.withName("first"), experiment(file));
        assertTrue(CommandRun.done("train", file, "--epochs", "1", "--out", folder.resolve("run"))
                .out()
                .contains("Completed"));
        assertEquals(file + " already exists; choose another name", CommandRun.refused("new", folder.resolve("first")));
    }

    @Test
    void newFindsTableFromItsOwnFolder() throws IOException {
        Path table = korean();
        Path file = Files.createDirectory(folder.resolve("below")).resolve("a.hyperlab.json");
        CommandRun.done(
                "new",
                file,
                "--data",
                table,
                "--target",
                "반",
                "--categories",
                "몸무게",
                "--missing",
                "category",
                "--no-standardize");
        CsvSettings csv = csv(file);
        assertEquals("../학급.csv", csv.file());
        assertEquals(MissingValues.CATEGORY, csv.missing());
        assertEquals(List.of("몸무게"), csv.categories());
        assertFalse(experiment(file).data().standardize());
        CommandRun.done("train", file, "--epochs", "1", "--out", folder.resolve("run"));
    }

    @Test
    void firstRowIsDataIfTheUserSaysSo() throws IOException {
        Path table = Files.writeString(folder.resolve("t.csv"), "c,d,y\n" + "a,b,p\nb,b,q\n".repeat(8));
        Path file = folder.resolve("first.hyperlab.json");
        CommandRun.done("new", folder.resolve("first"), "--data", table, "--no-header");
        assertFalse(csv(file).format().header());
        assertEquals("column3", csv(file).target());
        assertEquals(List.of("column1", "column2"), csv(file).categories());
    }

    @Test
    void tunesWithTheDefaultStudy() throws IOException {
        Path study = folder.resolve("study");
        CommandRun.done("tune", korean(), "--out", study);
        assertTrue(Files.readString(study.resolve("trials.csv")).contains("completed"));
    }

    @Test
    void rejectsInvalidTableOptionsInOneLine() throws IOException {
        Path table = korean();
        assertEquals(
                "--target can be 이름, 키, 몸무게, 반, but not \"몸무계\"; did you mean 몸무게?",
                CommandRun.refused("train", table, "--target", "몸무계"));
        assertEquals(
                "--missing can be refuse, drop, mean, median, category, but not \"man\"; did you mean mean?",
                CommandRun.refused("train", table, "--missing", "man"));
        assertEquals(
                table + " line 1 is not text in UTF-8; data.encoding names another encoding, such as cp949",
                CommandRun.refused("train", table, "--encoding", "utf-8"));
        assertEquals(
                "--target is only for a table such as data.csv",
                CommandRun.refused("train", "a.hyperlab.json", "--target", "y"));
        assertEquals("--header is only for a table such as data.csv", CommandRun.refused("new", "b", "--no-header"));
    }
}
