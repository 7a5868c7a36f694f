package hyperlab.app.convolution;

import static hyperlab.app.LabStage.hasHint;
import static hyperlab.app.LabStage.type;
import static hyperlab.app.LabStage.until;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.app.LabStage;
import hyperlab.app.Theme;
import hyperlab.app.concurrent.StudyRun;
import hyperlab.app.control.ChartCard;
import hyperlab.app.control.Choice;
import hyperlab.app.control.Prose;
import hyperlab.convolution.ConvolutionSetup;
import hyperlab.convolution.KernelChoice;
import hyperlab.convolution.OwnImage;
import hyperlab.file.Documents;
import hyperlab.image.GreyImage;
import hyperlab.nn.Pooling;
import hyperlab.text.Language;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.image.WritableImage;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

@ExtendWith(ApplicationExtension.class)
class ConvolutionViewTest {
    private LabStage<ConvolutionView> window;
    private ConvolutionView view;
    private ConvolutionViewModel lab;

    @TempDir
    private Path folder;

    @Start
    void start(Stage stage) {
        window = new LabStage<>(stage, ConvolutionView::new);
        view = window.lab;
        lab = view.model();
    }

    @Stop
    void stop() {
        window.close();
    }

    private ConvolutionSetup setup() {
        return lab.setup();
    }

    private ChartCard card(String id) {
        return view.charts().stream()
                .filter(card -> card.getId().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Rectangle2D plotArea(ChartCard card) {
        return card.canvas().getRenderingInfo().getPlotInfo().getDataArea();
    }

    @SuppressWarnings("unchecked")
    private static Choice<Object> choice(FxRobot robot, String id) {
        return robot.lookup(id).queryAs(Choice.class);
    }

    private void turn(FxRobot robot, Page page) {
        robot.interact(() -> lab.page().set(page));
    }

    @Test
    void everyControlHasItsIdAndItsHint(FxRobot robot) {
        for (String id : List.of(
                "#convolution-page",
                "#convolution-source",
                "#convolution-sample",
                "#convolution-draw",
                "#convolution-clear",
                "#convolution-open",
                "#convolution-paste",
                "#convolution-filter",
                "#convolution-cell-1-1",
                "#convolution-cell-3-3",
                "#convolution-side-field",
                "#convolution-side-track",
                "#convolution-stride-field",
                "#convolution-padding-track",
                "#convolution-dilation-field",
                "#convolution-pooling",
                "#convolution-pool",
                "#convolution-filters",
                "#convolution-csv",
                "#convolution-run",
                "#convolution-shift-field",
                "#convolution-slide",
                "#convolution-slide-go",
                "#convolution-data",
                "#convolution-samples",
                "#convolution-firstFilters",
                "#convolution-secondFilters",
                "#convolution-networkKernel",
                "#convolution-networkStride",
                "#convolution-networkPool",
                "#convolution-epochs",
                "#convolution-learning-rate-field",
                "#convolution-batch",
                "#convolution-seed")) {
            Node control = robot.lookup(id).query();
            assertNotNull(control, id);
            assertTrue(hasHint(control), id + " says what it does");
        }
        for (Page page : Page.values()) {
            turn(robot, page);
            assertTrue(view.charts().size() >= 2);
            view.charts().forEach(card -> assertFalse(card.title().isBlank()));
        }
    }

    @Test
    void typedNumbersArePutInForceAndAbsurdOnesAreRefusedInPlace(FxRobot robot) throws Exception {
        type(robot, "#convolution-side-field", "5");
        until(() -> setup().kernel().side() == 5);
        type(robot, "#convolution-padding-field", "1");
        until(() -> card("convolution-map").subtitle().startsWith("13 × 13"));
        assertTrue(robot.lookup("#convolution-output-words")
                .queryAs(Prose.class)
                .text()
                .contains("What comes out is 13 × 13"));
        for (String[] bad : new String[][] {
            {"#convolution-side-field", "12"},
            {"#convolution-stride-field", "0"},
            {"#convolution-padding-field", "-1"},
            {"#convolution-dilation-field", "1.5"},
            {"#convolution-filters", "513"},
            {"#convolution-sample", "501"},
            {"#convolution-cell-1-1", "1e9"}
        }) {
            ConvolutionSetup before = setup();
            type(robot, bad[0], bad[1]);
            assertEquals(before, setup(), bad[0]);
        }
        assertEquals(List.of(), window.notices);
        type(robot, "#convolution-stride-field", "7");
        until(() -> setup().stride() == 7);
    }

    @Test
    void cellsAreEditedByKeysAndUndone(FxRobot robot) throws Exception {
        type(robot, "#convolution-cell-2-2", "-4");
        until(() -> setup().kernel().numbers().get(4) == -4);
        until(() -> KernelChoice.OWN.equals(choice(robot, "#convolution-filter").getValue()));
        robot.interact(() -> lab.undo().undo());
        until(() -> "sobelX".equals(choice(robot, "#convolution-filter").getValue()));
        robot.interact(() -> choice(robot, "#convolution-filter").setValue("gaussian"));
        until(() -> setup().kernel().filter().equals("gaussian"));
        robot.interact(() -> robot.lookup("#convolution-side-track").query().requestFocus());
        robot.type(KeyCode.RIGHT).type(KeyCode.RIGHT);
        until(() -> setup().kernel().side() == 5);
        until(() -> robot.lookup("#convolution-cell-5-5").tryQuery().isPresent());
        robot.interact(() -> choice(robot, "#convolution-filter").setValue("box"));
        until(() -> setup().kernel().filter().equals("box"));
        TextField cell = robot.lookup("#convolution-cell-1-1").queryAs(TextField.class);
        robot.interact(cell::requestFocus);
        robot.type(KeyCode.ENTER);
        assertEquals("0.04", cell.getText());
        assertEquals("box", setup().kernel().filter());
        robot.interact(() -> robot.lookup("#convolution-side-track").query().requestFocus());
        robot.type(KeyCode.END);
        until(() -> robot.lookup("#convolution-cell-11-11").tryQuery().isPresent());
    }

    @Test
    void clicksLayTheKernelAndSeekTheMap(FxRobot robot) throws Exception {
        ChartCard image = card("convolution-image");
        until(() -> image.canvas().getRenderingInfo() != null && plotArea(image).getWidth() > 60);
        Point2D corner = image.canvas()
                .localToScreen(plotArea(image).getCenterX(), plotArea(image).getMinY() + 6);
        robot.clickOn(corner, MouseButton.PRIMARY);
        until(() -> lab.moment().get().map().row(lab.moment().get().place()) == 0);
        ChartCard map = card("convolution-map");
        until(() -> map.canvas().getRenderingInfo() != null && plotArea(map).getWidth() > 60);
        robot.clickOn(
                map.canvas()
                        .localToScreen(plotArea(map).getCenterX(), plotArea(map).getCenterY() - 12),
                MouseButton.PRIMARY);
        until(() -> lab.moment().get().map().row(lab.moment().get().place()) > 2);
    }

    @Test
    void drawingByMouseAndByKeys(FxRobot robot) throws Exception {
        robot.clickOn("#convolution-clear");
        until(() -> lab.drawing().on().get());
        ChartCard image = card("convolution-image");
        until(() -> image.canvas().getRenderingInfo() != null && plotArea(image).getWidth() > 60);
        Point2D middle = image.canvas()
                .localToScreen(plotArea(image).getCenterX(), plotArea(image).getCenterY() - 12);
        robot.drag(middle, MouseButton.PRIMARY).dropTo(middle.add(30, 0));
        until(() -> drawn() > 2);
        double before = drawn();
        robot.interact(image::requestFocus);
        robot.press(KeyCode.SHIFT).type(KeyCode.UP).type(KeyCode.UP).release(KeyCode.SHIFT);
        robot.interact(() -> lab.drawing().move(-9, -9));
        robot.type(KeyCode.ENTER);
        until(() -> drawn() > before + 2);
        robot.type(KeyCode.DELETE);
        until(() -> Math.abs(drawn() - before) < 1e-9);
        robot.interact(() -> lab.undo().undo());
        robot.interact(() -> lab.undo().undo());
        robot.interact(() -> lab.undo().undo());
        assertEquals(OwnImage.paper(), setup().image().own());
    }

    private double drawn() {
        double sum = 0;
        for (double pixel : lab.image().pixels()) {
            sum += pixel;
        }
        return sum;
    }

    private Path picture(String name, int height, int width) throws IOException {
        Path file = folder.resolve(name);
        try (OutputStream out = Files.newOutputStream(file)) {
            new GreyImage(height, width, new double[height * width]).writePng(out);
        }
        return file;
    }

    @Test
    void picturesAreOpenedDroppedScaledAndRefused(FxRobot robot) throws Exception {
        window.picked = Optional.of(picture("large.png", 64, 512));
        robot.clickOn("#convolution-open");
        until(() -> window.notices.contains("large.png: 64 × 512 scaled down to 32 × 256"));
        until(() -> view.parts().subtitle().getValue().startsWith("large.png"));
        Path broken = Files.writeString(folder.resolve("broken.png"), "no picture");
        robot.interact(() -> assertTrue(view.takesDropped(broken)));
        until(() -> window.notices.size() == 2);
        assertTrue(window.notices.get(1).startsWith("Not opened: "), window.notices::toString);
        assertEquals(1, window.notices.get(1).lines().count());
        assertEquals("large.png", Objects.requireNonNull(setup().image().own()).name());
        Path small = picture("small.png", 20, 30);
        robot.interact(() -> assertTrue(view.takesDropped(small)));
        until(() -> lab.image().height() == 20);
        robot.interact(() -> assertFalse(view.takesDropped(folder.resolve("x.hyperlab.json"))));
        robot.interact(() -> choice(robot, "#convolution-source").setValue("temple"));
        until(() -> lab.image().height() == 256);
        window.picked = Optional.empty();
        robot.interact(() -> choice(robot, "#convolution-source").setValue("own"));
        until(() -> "temple".equals(choice(robot, "#convolution-source").getValue()));
    }

    @Test
    void pictureOnTheClipboardIsPasted(FxRobot robot) throws Exception {
        robot.interact(() -> Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, "no picture")));
        robot.interact(() -> assertFalse(view.takesPasted()));
        robot.clickOn("#convolution-paste");
        until(() -> window.notices.equals(List.of("There is no image on the clipboard.")));
        WritableImage picture = new WritableImage(30, 20);
        picture.getPixelWriter().setColor(3, 2, Color.WHITE);
        robot.interact(() -> Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.IMAGE, picture)));
        robot.interact(() -> assertTrue(view.takesPasted()));
        until(() -> lab.image().height() == 20 && lab.image().width() == 30);
        until(() -> view.parts().subtitle().getValue().startsWith("Pasted image"));
    }

    @Test
    void everyChartOffersItsNumbers(FxRobot robot) {
        robot.interact(() -> lab.settings().pooling().set(Pooling.MAX));
        for (Page page : Page.values()) {
            turn(robot, page);
            robot.interact(() -> view.charts()
                    .forEach(card -> assertTrue(card.data().contains(","), card.getId() + ": " + card.data())));
        }
        turn(robot, Page.SLIDE);
        assertEquals(13, card("convolution-map").data().lines().count());
        assertEquals(6, card("convolution-pooled").data().lines().count());
        String step = card("convolution-step").data();
        double sum = lab.moment().get().step().sum();
        assertTrue(step.endsWith(",,,sum," + sum + "\n"), step);
        assertEquals(1 + 9 + 1, step.lines().count());
    }

    @Test
    void mapIsSavedAsATable(FxRobot robot) throws Exception {
        Path file = folder.resolve("map.csv");
        window.picked = Optional.of(file);
        robot.interact(() -> robot.lookup("#convolution-csv").queryButton().fire());
        until(() -> Files.exists(file));
        List<String> lines = Files.readAllLines(file);
        assertEquals(13, lines.size());
        assertEquals(
                lab.moment().get().map().values()[5 * 13 + 6],
                Double.parseDouble(lines.get(5).split(",", -1)[6]));
        window.picked = Optional.of(folder);
        robot.interact(() -> robot.lookup("#convolution-csv").queryButton().fire());
        until(() -> window.notices.size() == 2);
        assertTrue(window.notices.get(1).startsWith("Not written: "), window.notices::toString);
    }

    @Test
    void poolingShowsItsMapInBothLanguagesAndThemes(FxRobot robot) throws Exception {
        assertFalse(card("convolution-pooled").isVisible());
        robot.interact(() -> choice(robot, "#convolution-pooling").setValue(Pooling.AVERAGE));
        until(() -> card("convolution-pooled").isVisible());
        until(() -> card("convolution-pooled").subtitle().equals("6 × 6, average 2 × 2"));
        for (Page page : Page.values()) {
            turn(robot, page);
            robot.interact(() -> window.messages.language().set(Language.KOREAN));
            robot.interact(() -> window.appearance.theme().set(Theme.DARK));
            until(() -> view.charts().stream().noneMatch(card -> card.title().isBlank()));
            robot.interact(() -> window.messages.language().set(Language.ENGLISH));
            robot.interact(() -> window.appearance.theme().set(Theme.LIGHT));
        }
        turn(robot, Page.SLIDE);
        until(() -> card("convolution-map").title().equals("Feature map"));
    }

    @Test
    void networkLearnsLiveIsStoppedAndItsKernelSlides(FxRobot robot) throws Exception {
        turn(robot, Page.LEARN);
        robot.interact(() -> choice(robot, "#convolution-data").setValue("digits"));
        type(robot, "#convolution-samples", "300");
        type(robot, "#convolution-networkKernel", "3");
        type(robot, "#convolution-epochs", "3");
        until(() -> setup().network().epochs() == 3);
        robot.clickOn("#convolution-run");
        until(() -> lab.network().training().found().get().state() == StudyRun.State.DONE);
        until(() -> robot.lookup("#convolution-accuracy-words")
                .queryAs(Prose.class)
                .text()
                .contains("after 3 epochs"));
        until(() -> card("convolution-learning").subtitle().equals("trained 3 epochs"));
        type(robot, "#convolution-shift-field", "2");
        until(() -> setup().shift() == 2);
        type(robot, "#convolution-slide", "3");
        robot.clickOn("#convolution-slide-go");
        until(() -> lab.page().get() == Page.SLIDE && setup().kernel().filter().equals("own"));
        turn(robot, Page.LEARN);
        type(robot, "#convolution-epochs", "50");
        robot.clickOn("#convolution-run");
        until(() -> lab.network().training().found().get().isRunning());
        robot.clickOn("#convolution-run");
        until(() -> !lab.network().training().found().get().isRunning());
        until(() -> card("convolution-learning").subtitle().startsWith("stopped at")
                || card("convolution-learning").subtitle().startsWith("trained"));
    }

    @Test
    void studyIsRunFromItsEmptyCardAndParkedWhenTheLabIsLeft(FxRobot robot) throws Exception {
        turn(robot, Page.MEASURE);
        robot.interact(() -> choice(robot, "#convolution-data").setValue("digits"));
        type(robot, "#convolution-samples", "100");
        type(robot, "#convolution-epochs", "1");
        robot.clickOn("#convolution-measure-here");
        until(() -> lab.network().study().found().get().results().size() >= 2);
        until(() -> robot.lookup("#convolution-measured")
                .queryAs(Prose.class)
                .text()
                .startsWith("Best so far"));
        robot.interact(() -> view.shown(false));
        until(() -> !lab.network().study().found().get().isRunning());
        robot.interact(() -> view.shown(true));
        robot.interact(() -> lab.playback().seek(0));
        until(() -> robot.lookup("#convolution-results .readout-row-chosen")
                        .queryAll()
                        .size()
                == 1);
        assertTrue(robot.lookup("#convolution-network-costs .readout-name").queryAllAs(Label.class).stream()
                .anyMatch(label -> label.getText().equals("the same, dense")));
    }

    @Test
    void playingFillsTheMapAndTheDoctorsRemedyIsTakenBack(FxRobot robot) throws Exception {
        robot.interact(() -> lab.playback().home());
        robot.interact(() -> lab.playback().playing().set(true));
        robot.interact(() -> lab.playback().advance(1));
        until(() -> lab.moment().get().place() >= 4);
        robot.interact(() -> lab.playback().playing().set(false));
        robot.interact(() ->
                robot.lookup("#convolution-finding-1-remedy").queryButton().fire());
        until(() -> setup().padding() == 1);
        robot.interact(
                () -> robot.lookup("#convolution-take-back").queryButton().fire());
        until(() -> setup().padding() == 0);
        String written = Documents.write(view.document());
        robot.interact(() -> lab.settings().stride().set(1));
        robot.interact(() -> view.open(Documents.parse(written, "x")));
        until(() -> setup().stride() == 2);
    }
}
