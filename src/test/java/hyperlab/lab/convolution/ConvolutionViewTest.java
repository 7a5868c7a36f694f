package hyperlab.lab.convolution;

import static hyperlab.lab.LabTestWindow.hasHint;
import static hyperlab.lab.LabTestWindow.typeAndEnter;
import static hyperlab.lab.LabTestWindow.waitUntil;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.convolution.ConvolutionLabSettings;
import hyperlab.convolution.KernelSelection;
import hyperlab.convolution.UserImage;
import hyperlab.file.Documents;
import hyperlab.image.GrayImage;
import hyperlab.image.KnownFilter;
import hyperlab.lab.LabTestWindow;
import hyperlab.nn.Pooling;
import hyperlab.text.Language;
import hyperlab.ui.StageExtension;
import hyperlab.ui.Theme;
import hyperlab.ui.WindowTest;
import hyperlab.ui.concurrent.StudyRunner;
import hyperlab.ui.control.ChoiceComboBox;
import hyperlab.ui.control.WrappedText;
import hyperlab.ui.control.chart.ChartCard;
import hyperlab.ui.control.slider.LinearSlider;
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
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

@WindowTest
class ConvolutionViewTest {
    private LabTestWindow<ConvolutionView> window;
    private ConvolutionView view;
    private ConvolutionViewModel lab;

    @TempDir
    private Path folder;

    @Start
    void start(Stage stage) {
        window = new LabTestWindow<>(stage, ConvolutionView::new);
        view = window.lab;
        lab = view.model();
    }

    @Stop
    void stop() {
        window.close();
    }

    private ConvolutionLabSettings setup() {
        return lab.setup();
    }

    private ChartCard card(String id) {
        return view.charts().stream()
                .filter(card -> card.getId().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Rectangle2D plotArea(ChartCard card) {
        return card.chartView().getRenderingInfo().getPlotInfo().getDataArea();
    }

    @SuppressWarnings("unchecked")
    private static ChoiceComboBox<Object> choice(FxRobot robot, String id) {
        return robot.lookup(id).queryAs(ChoiceComboBox.class);
    }

    private void turn(FxRobot robot, ConvolutionPage page) {
        robot.interact(() -> lab.pageProperty().set(page));
    }

    @Test
    void aRefusedKernelSizeIsNotShown(FxRobot robot) {
        typeAndEnter(robot, "#convolution-dilation-field", "4");
        typeAndEnter(robot, "#convolution-side-field", "11");
        StageExtension.waitForPulse();
        assertEquals(3, setup().kernel().side(), "11 pixels at a distance of 4 are more than the image has");
        assertEquals(
                "3",
                robot.lookup("#convolution-side-field").queryAs(TextField.class).getText());
        assertEquals(
                3,
                robot.lookup("#convolution-side")
                        .queryAs(LinearSlider.class)
                        .valueProperty()
                        .get());
        typeAndEnter(robot, "#convolution-side-field", "5");
        assertEquals(5, setup().kernel().side());
    }

    @Test
    void sessionRestoresTheChosenCell(FxRobot robot) {
        robot.interact(() -> {
            int start = lab.playback().positionProperty().get();
            lab.open(lab.document(), null);
            assertEquals(start, lab.playback().positionProperty().get(), "opening moves no kernel off the stroke");
            assertEquals("", view.saveExtras().get());
            lab.seek(8, 3);
            int chosen = lab.playback().positionProperty().get();
            String kept = view.saveExtras().get();
            lab.pageProperty().set(ConvolutionPage.LEARN);
            assertEquals(kept, view.saveExtras().get(), "another page keeps the cell");
            lab.open(lab.document(), null);
            view.restoreExtras(kept);
            assertEquals(chosen, lab.playback().positionProperty().get());
            view.restoreExtras("stage");
            assertEquals(chosen, lab.playback().positionProperty().get(), "a text that is no cell changes nothing");
            view.restoreExtras("999999999");
            assertEquals(
                    lab.playback().lengthProperty().get(),
                    lab.playback().positionProperty().get());
        });
    }

    @Test
    void costSaysHowManyFiltersItCounts(FxRobot robot) {
        ChartCard cost = view.charts().stream()
                .filter(card -> "convolution-cost".equals(card.getId()))
                .findFirst()
                .orElseThrow();
        robot.interact(() -> view.model().settings().filtersProperty().set(3));
        assertEquals("multiply-adds of 3 filters for one image, log scale", cost.subtitle());
        robot.interact(() -> view.model().settings().filtersProperty().set(1));
        assertEquals("multiply-adds of 1 filter for one image, log scale", cost.subtitle());
    }

    @Test
    void everyControlHasIdAndHint(FxRobot robot) {
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
        for (ConvolutionPage page : ConvolutionPage.values()) {
            turn(robot, page);
            assertTrue(view.charts().size() >= 2);
            view.charts().forEach(card -> assertFalse(card.title().isBlank()));
        }
    }

    @Test
    void appliesTypedNumbersAndRejectsInvalidOnesInline(FxRobot robot) throws Exception {
        typeAndEnter(robot, "#convolution-side-field", "5");
        waitUntil(() -> setup().kernel().side() == 5);
        typeAndEnter(robot, "#convolution-padding-field", "1");
        waitUntil(() -> card("convolution-map").subtitle().startsWith("13 × 13"));
        String output = card("convolution-output").data();
        assertTrue(output.contains("The output is 13 × 13"), output);
        assertTrue(output.contains("\\frac{28 + 2 \\cdot 1"), output);
        for (String[] bad : new String[][] {
            {"#convolution-side-field", "12"},
            {"#convolution-stride-field", "0"},
            {"#convolution-padding-field", "-1"},
            {"#convolution-dilation-field", "1.5"},
            {"#convolution-filters", "513"},
            {"#convolution-sample", "501"},
            {"#convolution-cell-1-1", "1e9"}
        }) {
            ConvolutionLabSettings before = setup();
            typeAndEnter(robot, bad[0], bad[1]);
            assertEquals(before, setup(), bad[0]);
        }
        assertEquals(List.of(), window.notices);
        typeAndEnter(robot, "#convolution-stride-field", "7");
        waitUntil(() -> setup().stride() == 7);
    }

    @Test
    void textBegunInACellThatGoesChangesNoOtherWeight(FxRobot robot) {
        robot.interact(() -> lab.settings().kernelProperty().set(KernelSelection.of(KnownFilter.BOX, 5)));
        robot.clickOn("#convolution-cell-2-2").push(KeyCode.CONTROL, KeyCode.A).write("7");
        KernelSelection smaller = KernelSelection.of(KnownFilter.BOX, 3);
        robot.interact(() -> lab.settings().kernelProperty().set(smaller));
        StageExtension.waitForPulse();
        assertEquals(smaller, setup().kernel());
    }

    @Test
    void editsAndUndoesCellsByKeyboard(FxRobot robot) throws Exception {
        typeAndEnter(robot, "#convolution-cell-2-2", "-4");
        waitUntil(() -> setup().kernel().values().get(4) == -4);
        waitUntil(() -> KernelSelection.USER_DEFINED.equals(
                choice(robot, "#convolution-filter").getValue()));
        robot.interact(() -> lab.undo().undo());
        waitUntil(() -> "sobelX".equals(choice(robot, "#convolution-filter").getValue()));
        robot.interact(() -> choice(robot, "#convolution-filter").setValue("gaussian"));
        waitUntil(() -> setup().kernel().filter().equals("gaussian"));
        robot.interact(() -> robot.lookup("#convolution-side-track").query().requestFocus());
        robot.type(KeyCode.RIGHT).type(KeyCode.RIGHT);
        waitUntil(() -> setup().kernel().side() == 5);
        waitUntil(() -> robot.lookup("#convolution-cell-5-5").tryQuery().isPresent());
        robot.interact(() -> choice(robot, "#convolution-filter").setValue("box"));
        waitUntil(() -> setup().kernel().filter().equals("box"));
        TextField cell = robot.lookup("#convolution-cell-1-1").queryAs(TextField.class);
        robot.interact(cell::requestFocus);
        robot.type(KeyCode.ENTER);
        assertEquals("0.04", cell.getText());
        assertEquals("box", setup().kernel().filter());
        robot.interact(() -> robot.lookup("#convolution-side-track").query().requestFocus());
        robot.type(KeyCode.END);
        waitUntil(() -> robot.lookup("#convolution-cell-11-11").tryQuery().isPresent());
    }

    @Test
    void clicksPlaceTheKernelAndSeekTheMap(FxRobot robot) throws Exception {
        ChartCard image = card("convolution-image");
        waitUntil(() ->
                image.chartView().getRenderingInfo() != null && plotArea(image).getWidth() > 60);
        Point2D corner = image.chartView()
                .localToScreen(plotArea(image).getCenterX(), plotArea(image).getMinY() + 6);
        robot.clickOn(corner, MouseButton.PRIMARY);
        waitUntil(() -> lab.viewStateProperty()
                        .get()
                        .map()
                        .row(lab.viewStateProperty().get().position())
                == 0);
        ChartCard map = card("convolution-map");
        waitUntil(() ->
                map.chartView().getRenderingInfo() != null && plotArea(map).getWidth() > 60);
        robot.clickOn(
                map.chartView()
                        .localToScreen(plotArea(map).getCenterX(), plotArea(map).getCenterY() - 12),
                MouseButton.PRIMARY);
        waitUntil(() -> lab.viewStateProperty()
                        .get()
                        .map()
                        .row(lab.viewStateProperty().get().position())
                > 2);
    }

    @Test
    void drawsByMouseAndKeyboard(FxRobot robot) throws Exception {
        robot.clickOn("#convolution-clear");
        waitUntil(() -> lab.drawing().enabledProperty().get());
        ChartCard image = card("convolution-image");
        waitUntil(() ->
                image.chartView().getRenderingInfo() != null && plotArea(image).getWidth() > 60);
        Point2D middle = image.chartView()
                .localToScreen(plotArea(image).getCenterX(), plotArea(image).getCenterY() - 12);
        robot.drag(middle, MouseButton.PRIMARY).dropTo(middle.add(30, 0));
        waitUntil(() -> drawn() > 2);
        double before = drawn();
        robot.interact(image::requestFocus);
        robot.press(KeyCode.SHIFT).type(KeyCode.UP).type(KeyCode.UP).release(KeyCode.SHIFT);
        robot.interact(() -> lab.drawing().movePen(-9, -9));
        robot.type(KeyCode.ENTER);
        waitUntil(() -> drawn() > before + 2);
        robot.type(KeyCode.DELETE);
        waitUntil(() -> Math.abs(drawn() - before) < 1e-9);
        robot.interact(() -> lab.undo().undo());
        robot.interact(() -> lab.undo().undo());
        robot.interact(() -> lab.undo().undo());
        assertEquals(UserImage.blankDrawing(), setup().image().userImage());
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
            new GrayImage(height, width, new double[height * width]).writePng(out);
        }
        return file;
    }

    @Test
    void opensDropsScalesAndRejectsImages(FxRobot robot) throws Exception {
        window.pickedFile = Optional.of(picture("large.png", 64, 512));
        robot.clickOn("#convolution-open");
        waitUntil(() -> window.notices.contains("large.png: 64 × 512 scaled down to 32 × 256"));
        waitUntil(() -> view.parts().subtitle().getValue().startsWith("large.png"));
        Path broken = Files.writeString(folder.resolve("broken.png"), "no picture");
        robot.interact(() -> assertTrue(view.openImage(broken)));
        waitUntil(() -> window.notices.size() == 2);
        assertTrue(window.notices.get(1).startsWith("Cannot be opened: "), window.notices::toString);
        assertEquals(1, window.notices.get(1).lines().count());
        assertEquals(
                "large.png", Objects.requireNonNull(setup().image().userImage()).name());
        Path small = picture("small.png", 20, 30);
        robot.interact(() -> assertTrue(view.openImage(small)));
        waitUntil(() -> lab.image().height() == 20);
        robot.interact(() -> assertFalse(view.openTable(folder.resolve("x.csv"))));
        robot.interact(() -> choice(robot, "#convolution-source").setValue("temple"));
        waitUntil(() -> lab.image().height() == 256);
        window.pickedFile = Optional.empty();
        robot.interact(() -> choice(robot, "#convolution-source").setValue("own"));
        waitUntil(() -> "temple".equals(choice(robot, "#convolution-source").getValue()));
    }

    @Test
    void pastesImageFromClipboard(FxRobot robot) throws Exception {
        robot.interact(() -> Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, "no picture")));
        robot.interact(() -> assertFalse(view.handlePaste()));
        robot.clickOn("#convolution-paste");
        waitUntil(() -> window.notices.equals(List.of("There is no image on the clipboard.")));
        WritableImage picture = new WritableImage(30, 20);
        picture.getPixelWriter().setColor(3, 2, Color.WHITE);
        robot.interact(() -> Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.IMAGE, picture)));
        robot.interact(() -> assertTrue(view.handlePaste()));
        waitUntil(() -> lab.image().height() == 20 && lab.image().width() == 30);
        waitUntil(() -> view.parts().subtitle().getValue().startsWith("Pasted image"));
    }

    @Test
    void everyChartExportsItsData(FxRobot robot) {
        robot.interact(() -> lab.settings().poolingProperty().set(Pooling.MAX));
        for (ConvolutionPage page : ConvolutionPage.values()) {
            turn(robot, page);
            robot.interact(() -> view.charts()
                    .forEach(card -> assertTrue(card.data().contains(","), card.getId() + ": " + card.data())));
        }
        turn(robot, ConvolutionPage.SLIDE);
        assertEquals(13, card("convolution-map").data().lines().count());
        assertEquals(6, card("convolution-pooled").data().lines().count());
        String step = card("convolution-step").data();
        double sum = lab.viewStateProperty().get().step().sum();
        assertTrue(step.endsWith(",,,sum," + sum + "\n"), step);
        assertEquals(1 + 9 + 1, step.lines().count());
    }

    @Test
    void savesMapAsTable(FxRobot robot) throws Exception {
        Path file = folder.resolve("map.csv");
        window.pickedFile = Optional.of(file);
        robot.interact(() -> robot.lookup("#convolution-csv").queryButton().fire());
        waitUntil(() -> Files.exists(file));
        List<String> lines = Files.readAllLines(file);
        assertEquals(13, lines.size());
        assertEquals(
                lab.viewStateProperty().get().map().values()[5 * 13 + 6],
                Double.parseDouble(lines.get(5).split(",", -1)[6]));
        window.pickedFile = Optional.of(folder);
        robot.interact(() -> robot.lookup("#convolution-csv").queryButton().fire());
        waitUntil(() -> window.notices.size() == 2);
        assertTrue(window.notices.get(1).startsWith("Cannot be saved: "), window.notices::toString);
    }

    @Test
    void poolingShowsItsMapInBothLanguagesAndThemes(FxRobot robot) throws Exception {
        assertFalse(card("convolution-pooled").isVisible());
        robot.interact(() -> choice(robot, "#convolution-pooling").setValue(Pooling.AVERAGE));
        waitUntil(() -> card("convolution-pooled").isVisible());
        waitUntil(() -> card("convolution-pooled").subtitle().equals("6 × 6, average 2 × 2"));
        for (ConvolutionPage page : ConvolutionPage.values()) {
            turn(robot, page);
            robot.interact(() -> window.messages.languageProperty().set(Language.KOREAN));
            robot.interact(() -> window.appearance.themeProperty().set(Theme.DARK));
            waitUntil(
                    () -> view.charts().stream().noneMatch(card -> card.title().isBlank()));
            robot.interact(() -> window.messages.languageProperty().set(Language.ENGLISH));
            robot.interact(() -> window.appearance.themeProperty().set(Theme.LIGHT));
        }
        turn(robot, ConvolutionPage.SLIDE);
        waitUntil(() -> card("convolution-map").title().equals("Feature map"));
    }

    @Test
    void networkTrainsLiveStopsAndItsKernelSlides(FxRobot robot) throws Exception {
        turn(robot, ConvolutionPage.LEARN);
        robot.interact(() -> choice(robot, "#convolution-data").setValue("digits"));
        typeAndEnter(robot, "#convolution-samples", "300");
        typeAndEnter(robot, "#convolution-networkKernel", "3");
        typeAndEnter(robot, "#convolution-epochs", "3");
        waitUntil(() -> setup().network().epochs() == 3);
        robot.clickOn("#convolution-run");
        waitUntil(() -> lab.network().training().statusProperty().get().state() == StudyRunner.StudyState.DONE);
        waitUntil(() -> robot.lookup("#convolution-accuracy-words")
                .queryAs(WrappedText.class)
                .text()
                .contains("after 3 epochs"));
        waitUntil(() -> card("convolution-learning").subtitle().equals("trained for 3 epochs"));
        typeAndEnter(robot, "#convolution-shift-field", "2");
        waitUntil(() -> setup().shift() == 2);
        typeAndEnter(robot, "#convolution-slide", "3");
        robot.clickOn("#convolution-slide-go");
        waitUntil(() -> lab.pageProperty().get() == ConvolutionPage.SLIDE
                && setup().kernel().filter().equals("own"));
        turn(robot, ConvolutionPage.LEARN);
        typeAndEnter(robot, "#convolution-epochs", "50");
        robot.clickOn("#convolution-run");
        waitUntil(() -> lab.network().training().statusProperty().get().isRunning());
        robot.clickOn("#convolution-run");
        waitUntil(() -> !lab.network().training().statusProperty().get().isRunning());
        waitUntil(() -> card("convolution-learning").subtitle().startsWith("stopped at")
                || card("convolution-learning").subtitle().startsWith("trained"));
    }

    @Test
    void runsStudyFromEmptyCardAndPausesWhenTheLabCloses(FxRobot robot) throws Exception {
        turn(robot, ConvolutionPage.MEASURE);
        robot.interact(() -> choice(robot, "#convolution-data").setValue("digits"));
        typeAndEnter(robot, "#convolution-samples", "100");
        typeAndEnter(robot, "#convolution-epochs", "1");
        robot.clickOn("#convolution-measure-here");
        waitUntil(() -> lab.network().study().statusProperty().get().results().size() >= 2);
        waitUntil(() -> robot.lookup("#convolution-measured")
                .queryAs(WrappedText.class)
                .text()
                .startsWith("Highest median so far"));
        robot.interact(() -> view.setOnStage(false));
        waitUntil(() -> !lab.network().study().statusProperty().get().isRunning());
        robot.interact(() -> view.setOnStage(true));
        robot.interact(() -> lab.playback().seek(0));
        waitUntil(() -> robot.lookup("#convolution-results .readout-row-chosen")
                        .queryAll()
                        .size()
                == 1);
        assertTrue(robot.lookup("#convolution-network-costs .readout-name").queryAllAs(Label.class).stream()
                .anyMatch(label -> label.getText().equals("same size, dense")));
    }

    @Test
    void playbackFillsTheMapAndRemedyCanBeUndone(FxRobot robot) throws Exception {
        robot.interact(() -> lab.playback().toStart());
        robot.interact(() -> lab.playback().playingProperty().set(true));
        robot.interact(() -> lab.playback().advance(1));
        waitUntil(() -> lab.viewStateProperty().get().position() >= 4);
        robot.interact(() -> lab.playback().playingProperty().set(false));
        robot.interact(() ->
                robot.lookup("#convolution-finding-1-remedy").queryButton().fire());
        waitUntil(() -> setup().padding() == 1);
        robot.interact(
                () -> robot.lookup("#convolution-take-back").queryButton().fire());
        waitUntil(() -> setup().padding() == 0);
        String written = Documents.write(view.document());
        robot.interact(() -> lab.settings().strideProperty().set(1));
        robot.interact(() -> view.open(Documents.parse(written, "x")));
        waitUntil(() -> setup().stride() == 2);
    }
}
