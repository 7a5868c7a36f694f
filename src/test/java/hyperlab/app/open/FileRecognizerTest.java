package hyperlab.app.open;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.app.disk.FileVersions;
import hyperlab.data.CsvSettings;
import hyperlab.data.DataSplit;
import hyperlab.data.DataSplitter;
import hyperlab.data.PredictionTask;
import hyperlab.file.Document;
import hyperlab.file.Documents;
import hyperlab.file.ScenesFormat;
import hyperlab.file.disk.AtomicFile;
import hyperlab.image.GrayImage;
import hyperlab.lesson.BundledLessons;
import hyperlab.rule.InvalidInputException;
import hyperlab.text.Language;
import hyperlab.text.Texts;
import hyperlab.train.Experiment;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileRecognizerTest {
    private static final Path RESOURCES = Path.of("src/test/resources/hyperlab");

    @TempDir
    private Path folder;

    private static Document document(OpenedFile file) {
        return assertInstanceOf(OpenedFile.OfDocument.class, file).loaded().document();
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    @Test
    void opensTableAsExperimentPredictingLastColumn() throws IOException {
        Path table = file("flowers.CSV", "a,b,kind\n1,2,p\n2,3,q\n3,4,p\n4,5,q\n5,6,p\n");
        assertEquals(new OpenedFile.OfTable(table), FileRecognizer.read(table));
        Experiment experiment =
                ((Document.OfExperiment) document(FileRecognizer.readWithoutAsking(table))).experiment();
        assertEquals(
                new CsvSettings("flowers.CSV", "kind", List.of("a", "b"), PredictionTask.CLASSIFICATION, false),
                experiment.data().csv());
        DataSplit parts = DataSplitter.loadAndSplit(experiment.data(), 1, folder);
        assertEquals(3, parts.train().samples());
        assertEquals(1, parts.test().samples());
    }

    /** Nobody is asked about a table that the command line opens, so the window says how it was understood. */
    @Test
    void saysHowTableWasUnderstood() throws IOException {
        StringBuilder rows = new StringBuilder("id,a,same,kind\n");
        for (int k = 0; k < 30; k++) {
            rows.append("%d,%d,7,%s%n".formatted(k + 1, k % 7, k % 2 == 0 ? "p" : "q"));
        }
        Path table = file("flowers.csv", rows.toString());
        OpenedFile.OfDocument opened =
                assertInstanceOf(OpenedFile.OfDocument.class, FileRecognizer.readWithoutAsking(table));
        assertEquals(
                "Table flowers.csv, used to predict kind. Left out: id (numbers or names the rows)."
                        + " Left out: same (the same in every row). To change this, press the pencil next to the data.",
                opened.loaded().table().describe(Texts.in(Language.ENGLISH)));
        assertEquals(
                "표 flowers.csv, 예측할 것은 kind. 뺀 열: id (행의 번호나 이름이에요). 뺀 열: same (모든 행에서 같아요)."
                        + " 바꾸려면 데이터 옆의 연필을 누르세요.",
                opened.loaded().table().describe(Texts.in(Language.KOREAN)));
    }

    /** A table of trials is not a table to train on. */
    @Test
    void opensWhatOptunaRanAsStudy() {
        Path optuna = RESOURCES.resolve("file/optuna");
        for (String name : List.of("other.journal", "other.csv")) {
            Document.OfStudy study = (Document.OfStudy) document(FileRecognizer.read(optuna.resolve(name)));
            assertEquals(15, study.results().size());
        }
    }

    @Test
    void asksWhichOfSeveralStudies() {
        Path journal = RESOURCES.resolve("file/optuna/several.journal");
        OpenedFile.OfStudies several = assertInstanceOf(OpenedFile.OfStudies.class, FileRecognizer.read(journal));
        assertEquals(List.of("first", "second"), several.names());
        assertEquals(several, FileRecognizer.readWithoutAsking(journal));

        Document.OfStudy second = (Document.OfStudy) document(FileRecognizer.readStudy(journal, "second"));
        assertEquals(3, second.results().size());
        assertEquals(0.04345174751937235, second.results().get(0).result().value());
        String line = reason(FileRecognizer.readStudy(journal, "third")).line();
        assertTrue(line.contains("(first, second), got third"), line);
        assertTrue(assertInstanceOf(
                        OpenedFile.Unreadable.class, FileRecognizer.readStudy(folder.resolve("gone.journal"), "first"))
                .missing());
    }

    /** A log is often a table too. */
    @Test
    void opensLogBeforeTable() {
        Path file = RESOURCES.resolve("log/metrics.csv");
        OpenedFile.OfLog log = assertInstanceOf(OpenedFile.OfLog.class, FileRecognizer.read(file));
        assertTrue(log.table().columns().size() > 1, () -> log.table().columns().toString());
        assertInstanceOf(OpenedFile.OfLog.class, FileRecognizer.readWithoutAsking(file));
    }

    @Test
    void readsLessonsAndScenes() throws IOException {
        Path lesson = file("own.hyperlab-lesson.md", BundledLessons.markdown("four-fates", Language.ENGLISH));
        assertEquals(
                "One parabola, four fates",
                assertInstanceOf(OpenedFile.OfLesson.class, FileRecognizer.read(lesson))
                        .lesson()
                        .title());
        Path scenes = folder.resolve("talk" + ScenesFormat.FILE_ENDING);
        List<ScenesFormat.SavedScene> saved =
                List.of(new ScenesFormat.SavedScene("one", new Document.OfExperiment(Experiment.DEFAULT), "", 0));
        AtomicFile.write(scenes, ScenesFormat.write(saved));
        assertEquals(new OpenedFile.OfScenes(scenes, saved), FileRecognizer.read(scenes));
    }

    /** The version lets a later change by another program be noticed. */
    @Test
    void readsDocumentsWithTheirVersion() throws IOException {
        Document written = new Document.OfExperiment(Experiment.DEFAULT);
        Path file = file("mine.hyperlab.json", Documents.write(written));
        OpenedFile.OfDocument opened = (OpenedFile.OfDocument) FileRecognizer.read(file);
        assertEquals(new LoadedDocument(written, "", FileVersions.of(file), null, null), opened.loaded());
    }

    @Test
    void imageWithoutDocumentIsLeftToTheLabs() throws IOException {
        Path picture = folder.resolve("photo.PNG");
        try (OutputStream out = Files.newOutputStream(picture)) {
            new GrayImage(2, 3, new double[6]).writePng(out);
        }
        OpenedFile file = FileRecognizer.read(picture);
        assertInstanceOf(OpenedFile.OfImage.class, file);
        assertTrue(file.error().isPresent(), "if no lab has a use for it");
    }

    private static InvalidInputException reason(OpenedFile file) {
        OpenedFile.Unreadable unreadable = assertInstanceOf(OpenedFile.Unreadable.class, file);
        assertEquals(unreadable.reason(), file.error().orElseThrow());
        return unreadable.reason();
    }

    @Test
    void saysWhyFileCannotBeRead() throws IOException {
        Path empty = file("empty.csv", "");
        String line = reason(FileRecognizer.readWithoutAsking(empty)).line();
        assertTrue(line.contains("empty.csv"), line);
        Path other = file("other.json", "[]");
        assertTrue(!((OpenedFile.Unreadable) FileRecognizer.read(other)).missing());
        for (String name : List.of("none.csv", "none.hyperlab.json", "none.png", "none.hyperlab-lesson.md")) {
            Path missing = folder.resolve(name);
            OpenedFile file = FileRecognizer.read(missing);
            assertTrue(((OpenedFile.Unreadable) file).missing(), name);
            assertTrue(reason(file).line().contains(name), name);
        }
    }
}
