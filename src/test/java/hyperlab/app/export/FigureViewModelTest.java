package hyperlab.app.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.export.FigureFormat;
import hyperlab.file.figure.FigureSettings;
import hyperlab.file.figure.FigureState;
import hyperlab.file.figure.FigureWidth;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FigureViewModelTest {
    private static final FigureSettings SETTINGS = new FigureSettings(
            new FigureWidth(8, FigureWidth.Unit.CENTIMETERS), 0.5, 254, 7, true, true, true, true, "Two runs", false);

    private final FigureViewModel model = new FigureViewModel();

    @Test
    void showsLoadedChoices() {
        model.load(new FigureState("loss", "png", 3, SETTINGS));
        assertEquals(SETTINGS, model.settingsProperty().get());
        assertEquals(FigureFormat.PNG, model.formatProperty().get());
        assertEquals(50, model.heightProperty().get());
    }

    @Test
    void gifFallsBackToPdf() {
        model.load(new FigureState("loss", "gif", 3, SETTINGS));
        assertEquals(FigureFormat.PDF, model.formatProperty().get());
    }

    /** At 254 dots per inch, a centimeter has 100 pixels. */
    @Test
    void otherUnitKeepsLength() {
        model.load(new FigureState("loss", "png", 3, SETTINGS));
        model.unitProperty().set(FigureWidth.Unit.PIXELS);
        assertEquals(800, model.widthProperty().get());
        model.widthProperty().set(1230);
        model.unitProperty().set(FigureWidth.Unit.CENTIMETERS);
        assertEquals(12.3, model.widthProperty().get());
        assertNull(model.errorProperty().get());
    }

    @Test
    void rejectedChoicesKeepLastValidOnes() {
        model.load(new FigureState("loss", "png", 3, SETTINGS));
        model.dpiProperty().set(1_200);
        model.widthProperty().set(90);
        assertNotNull(model.errorProperty().get());
        assertEquals(8, model.settingsProperty().get().width().value());
        model.widthProperty().set(10);
        assertNull(model.errorProperty().get());
        assertEquals(10, model.settingsProperty().get().width().value());
    }

    /** A sheet of 1000 logical pixels on 8 cm = 226.77 points: its 12-pixel text has 2.72 points. */
    @Test
    void computesTextSizeInPrint() {
        model.load(new FigureState("", "pdf", 3, SETTINGS));
        assertEquals(2.72, model.points(12, 1000), 0.005);
        assertEquals(7, model.points(12, SETTINGS.logicalWidth()), 0.02);
    }

    @Test
    void choicesAreOfferedForNextFigureAndCaptionOnlyForItsChart(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("figure.json");
        FigureMemory memory = new FigureMemory(file);
        assertEquals(FigureSettings.DEFAULT, memory.offer("loss").settings());
        memory.keep(new FigureState("loss", "png", 3, SETTINGS));
        assertEquals(SETTINGS, memory.offer("loss").settings());
        assertEquals(SETTINGS.withCaption(""), memory.offer("accuracy").settings());
        FigureState next = new FigureMemory(file).offer("loss");
        assertEquals(SETTINGS.withCaption(""), next.settings());
        assertEquals("png", next.fileFormat());
        Files.writeString(file, "{\"format\": \"hyperlab-figure/1\", \"dpi\": \"many\"}");
        assertEquals(
                FigureSettings.DEFAULT, new FigureMemory(file).offer("loss").settings());
        assertTrue(Files.exists(file));
    }
}
