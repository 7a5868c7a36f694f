package hyperlab.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.testfx.util.WaitForAsyncUtils.waitFor;

import hyperlab.export.EmbeddedMetadataReader;
import hyperlab.export.Figure;
import hyperlab.export.FigureFile;
import hyperlab.export.FigureFormat;
import hyperlab.export.FigureOptions;
import hyperlab.export.FrameRenderer;
import hyperlab.export.TrainingGif;
import hyperlab.file.Documents;
import hyperlab.lab.LabName;
import hyperlab.ui.FilePicker;
import hyperlab.ui.StageExtension;
import hyperlab.ui.WindowTest;
import hyperlab.ui.control.chart.GifAvailability;
import hyperlab.ui.control.chart.GifAvailability.GifContent;
import hyperlab.ui.control.chart.GifSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleConsumer;
import javafx.scene.Node;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ProgressBar;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.jfree.chart.ChartFactory;
import org.jfree.chart.JFreeChart;
import org.jfree.data.xy.XYSeriesCollection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

/** Exports a training run as a GIF from the window: the menu item, the progress and cancellation. */
@WindowTest
class GifExportTest {
    private static final int LAST = 3;

    @TempDir
    private Path folder;

    private final Semaphore frames = new Semaphore(0);
    private final AtomicInteger ended = new AtomicInteger();
    private Optional<Path> answer = Optional.empty();
    private FilePicker.FileType asked = FilePicker.FileType.DOCUMENT;
    private GifAvailability played = new GifAvailability.NotSupported();
    private Stage stage;
    private HyperlabWindow.Wiring wiring;
    private FakeLab lab;

    private final class ExportFilePicker implements FilePicker {
        @Override
        public Optional<Path> open(FileType kind) {
            return answer;
        }

        @Override
        public Optional<Path> save(FileType kind, String suggestedName) {
            asked = kind;
            return answer;
        }
    }

    /** Waits for the test before each frame. */
    private final class BlockingGifSource implements GifSource {
        private final JFreeChart chart = ChartFactory.createXYLineChart("", "x", "y", new XYSeriesCollection());

        @Override
        public int lastEpoch() {
            return LAST;
        }

        @Override
        public Optional<byte[]> gif(TrainingGif filming, DoubleConsumer share, BooleanSupplier cancelled) {
            Optional<byte[]> gif = filming.render(
                    FrameRenderer.withFixedAxes(chart, title -> chart.setTitle(title)),
                    new int[] {0, 1, 2, LAST},
                    epoch -> {
                        frames.acquireUninterruptibly();
                        return "at " + epoch;
                    },
                    share,
                    cancelled);
            ended.incrementAndGet();
            return gif;
        }
    }

    @Start
    void open(Stage newStage) {
        stage = newStage;
        List<Labs.LabFactory> labs = List.of(FakeLab.maker(LabName.LEARNING_RATE, context -> {
            lab = new FakeLab(LabName.LEARNING_RATE, context);
            lab.charts().get(0).withGifExport(() -> played);
            return lab;
        }));
        wiring = new TestWindow(stage, folder, labs, new ExportFilePicker(), "--language", "en", "--theme", "light")
                .wiring();
        stage.show();
    }

    @Stop
    void close() {
        frames.release(LAST + 1);
        wiring.close();
    }

    private static void until(Callable<Boolean> condition) throws TimeoutException {
        waitFor(10, TimeUnit.SECONDS, condition);
        StageExtension.waitForPulse();
    }

    private Node node(String id) {
        return stage.getScene().lookup("#" + id);
    }

    private MenuItem entry(FxRobot robot) {
        MenuButton menu = (MenuButton) node("export");
        robot.interact(() -> {
            menu.show();
            menu.hide();
        });
        return menu.getItems().stream()
                .filter(item -> "export-gif".equals(item.getId()))
                .findFirst()
                .orElseThrow();
    }

    private void begin(FxRobot robot) {
        played = new GifAvailability.Available(GifContent.RUN, BlockingGifSource::new);
        MenuItem entry = entry(robot);
        robot.interact(entry::fire);
    }

    private double progress() {
        return ((ProgressBar) node("film-progress")).getProgress();
    }

    private String noticeText() {
        return ShownNotices.newest(stage.getScene());
    }

    @Test
    void offersEntryForTrainingChartsAndExplainsIfDisabled(FxRobot robot) {
        assertFalse(entry(robot).isVisible());
        played = new GifAvailability.Unavailable(GifContent.RUN, "shell.film.untrained");
        MenuItem entry = entry(robot);
        assertTrue(entry.isVisible() && entry.isDisable());
        assertEquals("Export GIF of the training run… (train at least one epoch first)", entry.getText());
        played = new GifAvailability.Available(GifContent.RUN, BlockingGifSource::new);
        assertFalse(entry(robot).isDisable());
        assertEquals("Export GIF of the training run…", entry(robot).getText());
        played = new GifAvailability.Available(GifContent.LOG, BlockingGifSource::new);
        assertEquals("Export GIF of the training log…", entry(robot).getText());
        played = new GifAvailability.Unavailable(GifContent.ZOOM, "map.film.unzoomed");
        assertEquals(
                "Export GIF of the zoom… (zoom into the map first)",
                entry(robot).getText());
    }

    @Test
    void exportsInBackgroundAndEmbedsDocument(FxRobot robot) throws TimeoutException {
        Path file = folder.resolve("film.gif");
        answer = Optional.of(folder.resolve("film"));
        begin(robot);
        assertEquals(FilePicker.FileType.GIF, asked);
        until(() -> node("film").isVisible());
        frames.release();
        until(() -> progress() > 0.1);
        assertFalse(Files.exists(file));
        answer = Optional.of(folder.resolve("meanwhile.png"));
        robot.press(KeyCode.CONTROL, KeyCode.E).release(KeyCode.E, KeyCode.CONTROL);
        until(() -> noticeText().contains("meanwhile.png"));
        frames.release();
        until(() -> progress() > 0.3);
        assertTrue(noticeText().contains("meanwhile.png"), "progress leaves alone what was done on the way");
        frames.release(LAST - 1);
        until(() -> noticeText().equals("“Descent” was written to " + file));
        assertFalse(node("film").isVisible());
        assertEquals(lab.document(), Documents.parse(EmbeddedMetadataReader.readDocument(file), "film"));
        assertFalse(EmbeddedMetadataReader.readAll(file).runs().isEmpty());
    }

    @Test
    void cancelledExportLeavesNoFile(FxRobot robot) throws TimeoutException {
        answer = Optional.of(folder.resolve("film.gif"));
        begin(robot);
        until(() -> node("film").isVisible());
        robot.clickOn("#film-cancel");
        assertFalse(node("film").isVisible());
        frames.release(LAST + 1);
        until(() -> ended.get() == 1);
        answer = Optional.of(folder.resolve("another.gif"));
        frames.drainPermits();
        frames.release(LAST + 1);
        begin(robot);
        until(() -> noticeText().contains("another.gif"));
        assertTrue(Files.exists(folder.resolve("another.gif")));
        assertFalse(Files.exists(folder.resolve("film.gif")));
        begin(robot);
        until(() -> node("film").isVisible());
        assertEquals("", noticeText());
    }

    @Test
    void secondExportWaitsForTheFirst(FxRobot robot) throws TimeoutException {
        answer = Optional.of(folder.resolve("film.gif"));
        begin(robot);
        until(() -> node("film").isVisible());
        begin(robot);
        assertEquals("Only one GIF can be made at a time. The GIF of “Descent” is in progress", noticeText());
    }

    @Test
    void restoresDocumentFromOpenedGif(FxRobot robot) {
        robot.interact(() -> lab.rate.set(0.25));
        Path file = folder.resolve("figure.gif");
        FigureOptions form = FigureOptions.defaultFor(FigureFormat.GIF);
        JFreeChart chart = ChartFactory.createXYLineChart("", "x", "y", new XYSeriesCollection());
        FigureFile.write(file, new Figure(chart, 100, 80, null), form, lab.document());
        answer = Optional.of(file);
        robot.interact(() -> lab.rate.set(5));
        robot.clickOn("#open");
        robot.interact(() -> wiring.documentController().finishOpening());
        assertEquals(0.25, lab.rate.get());
    }
}
