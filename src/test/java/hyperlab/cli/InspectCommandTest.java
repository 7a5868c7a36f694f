package hyperlab.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.chart.ChartTheme;
import hyperlab.chart.LossChart;
import hyperlab.export.Figure;
import hyperlab.export.FigureFile;
import hyperlab.export.FigureForm;
import hyperlab.file.Document;
import hyperlab.file.Documents;
import hyperlab.text.Language;
import hyperlab.text.Texts;
import hyperlab.train.Experiment;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InspectCommandTest {
    @TempDir
    Path folder;

    @Test
    void printsTheExperimentThatThePictureCarries() {
        Document.OfExperiment document =
                new Document.OfExperiment(Experiment.DEFAULT.withName("반달 ☾").withSeed(99));
        Path picture = picture();
        LossChart chart = new LossChart(Texts.in(Language.ENGLISH), ChartTheme.LIGHT);
        FigureFile.write(picture, new Figure(chart.chart(), 90, 60, null), FigureForm.png(1), document);

        String json = CommandRun.done("inspect", picture).out();

        assertEquals(document, Documents.parse(json, "printed"));
        assertTrue(json.contains("반달 ☾"));
    }

    /** With a Korean name, where the system that the test runs on can name a file so. */
    private Path picture() {
        boolean korean = Charset.forName(System.getProperty("sun.jnu.encoding"))
                .newEncoder()
                .canEncode("그림");
        return folder.resolve(korean ? "그림.png" : "picture.png");
    }

    @Test
    void aPictureThatCarriesNothingIsRefused() throws IOException {
        Path bare = folder.resolve("bare.png");
        ImageIO.write(new BufferedImage(2, 2, BufferedImage.TYPE_INT_RGB), "png", bare.toFile());

        assertTrue(CommandRun.refused("inspect", bare).startsWith(bare + " "));
    }

    @Test
    void whatIsNoPictureIsRefused() throws IOException {
        Path text = Files.writeString(folder.resolve("text.png"), "no picture");
        Path cut = folder.resolve("cut.png");
        printsTheExperimentThatThePictureCarries();
        byte[] whole = Files.readAllBytes(picture());
        Files.write(cut, Arrays.copyOf(whole, 60));

        Path drawing = Files.writeString(folder.resolve("cut.svg"), "<svg xmlns='http://www.w3.org/2000/svg'><g>");
        Path page = Files.writeString(folder.resolve("cut.pdf"), "%PDF-1.6 and no more");

        assertEquals(drawing + " is cut short or damaged", CommandRun.refused("inspect", drawing));
        assertEquals(page + " is cut short or damaged", CommandRun.refused("inspect", page));
        assertTrue(CommandRun.refused("inspect", text).startsWith(text + " "));
        assertTrue(CommandRun.refused("inspect", cut).startsWith(cut + " "));
        assertTrue(CommandRun.refused("inspect", folder).startsWith(folder + " "));
        assertTrue(CommandRun.refused("inspect", folder.resolve("none.png")).contains("none.png"));
    }
}
