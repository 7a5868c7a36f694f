package hyperlab.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.chart.style.ChartTheme;
import hyperlab.chart.training.LossChart;
import hyperlab.export.EmbeddedMetadata;
import hyperlab.export.Figure;
import hyperlab.export.FigureFile;
import hyperlab.export.FigureFormat;
import hyperlab.export.FigureOptions;
import hyperlab.file.Document;
import hyperlab.file.Documents;
import hyperlab.file.RunsFormat;
import hyperlab.file.disk.AtomicFile;
import hyperlab.file.runs.SavedHistory;
import hyperlab.file.runs.SavedRun;
import hyperlab.file.runs.SavedRuns;
import hyperlab.text.Language;
import hyperlab.text.Texts;
import hyperlab.train.EpochReport;
import hyperlab.train.Experiment;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class InspectCommandTest {
    @TempDir
    Path folder;

    @Test
    void printsExperimentEmbeddedInImage() {
        Document.OfExperiment document =
                new Document.OfExperiment(Experiment.DEFAULT.withName("반달 ☾").withSeed(99));
        Path imageFile = picture();
        LossChart chart = new LossChart(Texts.in(Language.ENGLISH), ChartTheme.LIGHT);
        FigureFile.write(imageFile, new Figure(chart.chart(), 90, 60, null), FigureOptions.png(1), document);

        String json = CommandRun.done("inspect", imageFile).out();

        assertEquals(document, Documents.parse(json, "printed"));
        assertTrue(json.contains("반달 ☾"));
    }

    @Test
    void completeRunFolderIsToldFromMixedOne() throws IOException {
        Path experiment = Files.writeString(
                folder.resolve("a.hyperlab.json"), Documents.write(new Document.OfExperiment(Experiment.DEFAULT)));
        Path run = folder.resolve("run");
        CommandRun.done("train", experiment, "--epochs", 1, "--out", run);
        assertEquals(
                "A complete run: all 5 files are as they were written.\n",
                CommandRun.done("inspect", run, "--language", "en").out());
        Files.writeString(run.resolve("history.csv"), "\n", StandardOpenOption.APPEND);
        CommandRun mixed = CommandRun.of("inspect", run, "--language", "en");
        assertEquals(1, mixed.status());
        assertEquals("", mixed.out());
        assertEquals(run + " is not a complete run: history.csv is not the file that the run wrote\n", mixed.err());
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void pipeIsRejectedInsteadOfWaitedFor() throws IOException, InterruptedException {
        Path pipe = folder.resolve("pipe");
        assertEquals(0, new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor());
        for (String verb : List.of("inspect", "train", "tune")) {
            String line = assertTimeoutPreemptively(
                    Duration.ofSeconds(60), () -> CommandRun.refused(verb, pipe, "--language", "en"));
            assertTrue(line.endsWith("is not a regular file"), verb + ": " + line);
        }
    }

    @Test
    void printsRunsShownInFigure() throws IOException {
        EpochReport row = new EpochReport(0, 0, 1, 0.1 + 0.2, 1, 1, 0.1, 0, 0);
        SavedHistory history = new SavedHistory(1, List.of(row), row, null, 0, List.of());
        String runs = RunsFormat.write(new SavedRuns(
                List.of(new SavedRun("느린", 0, true, true, Experiment.DEFAULT, null, history)), List.of()));
        Path figure = folder.resolve("figure.svg");
        LossChart chart = new LossChart(Texts.in(Language.ENGLISH), ChartTheme.LIGHT);
        EmbeddedMetadata carried =
                new EmbeddedMetadata(Documents.write(new Document.OfExperiment(Experiment.DEFAULT)), runs);
        AtomicFile.write(
                figure,
                FigureFile.draw(
                        new Figure(chart.chart(), 90, 60, null), FigureOptions.defaultFor(FigureFormat.SVG), carried));

        assertEquals(runs + "\n", CommandRun.done("inspect", "--runs", figure).out());

        printsExperimentEmbeddedInImage();
        assertTrue(CommandRun.refused("inspect", "--runs", picture()).contains("has no runs"));
    }

    /** An image with a Korean file name, if the file system of the test machine supports it. */
    private Path picture() {
        boolean korean = Charset.forName(System.getProperty("sun.jnu.encoding"))
                .newEncoder()
                .canEncode("그림");
        return folder.resolve(korean ? "그림.png" : "picture.png");
    }

    @Test
    void rejectsImageWithoutDocument() throws IOException {
        Path bare = folder.resolve("bare.png");
        ImageIO.write(new BufferedImage(2, 2, BufferedImage.TYPE_INT_RGB), "png", bare.toFile());

        assertTrue(CommandRun.refused("inspect", bare).startsWith(bare + " "));
    }

    @Test
    void rejectsFileThatIsNotAnImage() throws IOException {
        Path text = Files.writeString(folder.resolve("text.png"), "no picture");
        Path cut = folder.resolve("cut.png");
        printsExperimentEmbeddedInImage();
        byte[] whole = Files.readAllBytes(picture());
        Files.write(cut, Arrays.copyOf(whole, 60));

        Path drawing = Files.writeString(folder.resolve("cut.svg"), "<svg xmlns='http://www.w3.org/2000/svg'><g>");
        Path page = Files.writeString(folder.resolve("cut.pdf"), "%PDF-1.6 and no more");

        assertEquals(drawing + " is truncated or damaged", CommandRun.refused("inspect", drawing));
        assertEquals(page + " is truncated or damaged", CommandRun.refused("inspect", page));
        assertTrue(CommandRun.refused("inspect", text).startsWith(text + " "));
        assertTrue(CommandRun.refused("inspect", cut).startsWith(cut + " "));
        CommandRun empty = CommandRun.of("inspect", folder, "--language", "en");
        assertEquals(1, empty.status());
        assertEquals(folder + " is not a complete run: outcome.json is missing\n", empty.err());
        assertTrue(CommandRun.refused("inspect", folder.resolve("none.png")).contains("none.png"));
    }
}
