package hyperlab.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.app.ask.AskCardState;
import hyperlab.chart.style.ChartTheme;
import hyperlab.chart.style.ThemeColor;
import hyperlab.file.BundledCases;
import hyperlab.file.Document;
import hyperlab.lab.Lab;
import hyperlab.lab.LabName;
import hyperlab.lesson.Question;
import hyperlab.lesson.ask.Asked.AskedQuestion;
import hyperlab.map.MapPoint;
import hyperlab.optim.Optimizer;
import hyperlab.ui.control.WrappedText;
import hyperlab.ui.control.chart.ChartCard;
import hyperlab.ui.control.chart.PagedStage;
import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleEdge;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

/** Ask first in the window, with the real labs and by keyboard, as a presenter uses it. */
@Tag("window")
class AskFirstInWindowTest {
    private static final List<LabName> LABS = List.of(
            LabName.LEARNING_RATE,
            LabName.BATCH_SIZE,
            LabName.MAP,
            LabName.TRAINING,
            LabName.ACTIVATION,
            LabName.CONVOLUTION,
            LabName.TUNING,
            LabName.CASES);

    private static final Color MARK = ThemeColor.series(2).resolve(ChartTheme.LIGHT);

    @TempDir
    private static Path folder;

    @RegisterExtension
    static final SharedWindow<PresentedWindow> SHARED = SharedWindow.presented();

    private static @Nullable Document firstDocument;

    private Stage stage;
    private PresentedWindow window;
    private HyperlabWindow.Wiring wiring;

    @BeforeEach
    void open() {
        PresentedWindow.onFxThread(this::openOnFxThread);
    }

    private void openOnFxThread() {
        window = SHARED.open(folder);
        stage = window.stage();
        wiring = window.wiring();
        wiring.questions().end();
        wiring.lessons().end();
        wiring.navigation().show(LabName.LEARNING_RATE);
        Document document = firstDocument == null ? lab().document() : firstDocument;
        firstDocument = document;
        lab().parts().undo().applyAndClear(() -> lab().open(document));
        if (!((Parent) node("controls-overlay")).getChildrenUnmodifiable().isEmpty()) {
            window.press(KeyCode.F9);
        }
        stage.setWidth(PresentedWindow.WIDTH);
        stage.setHeight(PresentedWindow.HEIGHT);
        stage.getScene().getRoot().requestFocus();
    }

    private static void waitUntil(BooleanSupplier condition) throws TimeoutException {
        PresentedWindow.waitUntil(condition);
    }

    private Node node(String id) {
        return window.node(id);
    }

    private AskCardState state() {
        return wiring.questions().frameProperty().get().orElseThrow().model().state();
    }

    private boolean isAsking() {
        return wiring.questions().frameProperty().get().isPresent();
    }

    private Lab lab() {
        return wiring.lessons().currentLab();
    }

    private void press(FxRobot robot, KeyCode code) {
        robot.interact(() -> window.press(code));
    }

    private void show(FxRobot robot, LabName name) {
        robot.interact(() -> wiring.documentController()
                .openUnsaved(
                        name == LabName.CASES
                                ? new Document.OfCase(BundledCases.named("breastCancer"))
                                : defaultDocument(name),
                        null,
                        ""));
    }

    private Document defaultDocument(LabName name) {
        wiring.navigation().show(name);
        return lab().document();
    }

    private boolean isInScene(Node node) {
        return node != null && node.getScene() != null;
    }

    /** Whether a node can be seen: it and its parents are visible and not transparent. */
    private static boolean isSeen(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible() || at.getOpacity() == 0) {
                return false;
            }
        }
        return true;
    }

    private static long seenCards(Node node, List<String> visible) {
        if (node.getStyleClass().contains("stage-card") && !visible.contains(String.valueOf(node.getId()))) {
            return isSeen(node) ? 1 : 0;
        }
        return node instanceof Parent parent
                ? parent.getChildrenUnmodifiable().stream()
                        .mapToLong(child -> seenCards(child, visible))
                        .sum()
                : 0;
    }

    @Test
    void everyLabAsksHidesAndExplains(FxRobot robot) throws TimeoutException {
        for (LabName name : LABS) {
            show(robot, name);
            press(robot, KeyCode.Q);
            waitUntil(() -> state().asked() != null);
            assertTrue(state().isOpen(), name + " asks");
            AskedQuestion asked = (AskedQuestion) state().asked();
            assertResultsHidden(name, asked);
            assertFits(name);
            assertLeavesRoom(robot, name);
            answer(robot, asked);
            assertLeavesRoom(robot, name);
            assertTrue(state().committed(), name.toString());
            assertEquals(1, state().answered());
            assertNotNull(node("ask-verdict"), name.toString());
            assertFalse(((WrappedText) node("ask-why")).text().isBlank());
            if (lab().parts().insight() != null) {
                assertTrue(isInScene(lab().parts().insight()), name + " shows its insight again");
            }
            assertEquals(1, lab().parts().stage().getOpacity());
            assertFalse(node("export").isDisabled(), name + " exports again");
            press(robot, KeyCode.N);
            waitUntil(() -> state().asked() != null);
            press(robot, KeyCode.ESCAPE);
            assertFalse(isAsking());
            assertNull(node("ask-card"));
            assertTrue(seenCards(lab().parts().stage(), List.of()) > 0, name + " shows its cards again");
        }
    }

    private void assertResultsHidden(LabName name, AskedQuestion asked) {
        if (lab().parts().insight() != null) {
            assertFalse(isInScene(lab().parts().insight()), name + " hides its insight");
            assertFalse(isSeen(node("playback-position")), name + " hides the position");
        }
        assertFalse(node("lab-subtitle").isVisible());
        assertTrue(node("export").isDisabled(), name + " exports no result");
        if (name != LabName.LEARNING_RATE) {
            assertEquals(0, seenCards(lab().parts().stage(), asked.visible()), name + " hides its cards");
        } else {
            assertFalse(isSeen(node("learning-rate-value")));
        }
        assertNull(node("ask-why"));
    }

    /** The question and its answers can be seen without scrolling. */
    private void assertFits(LabName name) {
        Node commit = node("ask-commit");
        Bounds bounds = commit.localToScene(commit.getLayoutBounds());
        assertTrue(bounds.getMaxX() <= stage.getScene().getWidth(), name + " " + bounds);
        assertTrue(bounds.getMaxY() <= stage.getScene().getHeight(), name + " " + bounds);
    }

    /** The question is a bar across the stage, and takes at most a third of the window. */
    private void assertLeavesRoom(FxRobot robot, LabName name) {
        robot.interact(() -> {
            stage.getScene().getRoot().applyCss();
            stage.getScene().getRoot().layout();
        });
        Node card = node("ask-card");
        Bounds bounds = card.localToScene(card.getLayoutBounds());
        double third = stage.getScene().getHeight() / 3;
        assertTrue(bounds.getHeight() <= third, name + " " + bounds);
        Bounds below = lab().parts().stage().localToScene(lab().parts().stage().getLayoutBounds());
        assertTrue(below.getMinY() >= bounds.getMaxY() - 1, name + ": " + below + " under " + bounds);
        assertTrue(below.getHeight() >= third, name + " " + below);
    }

    private void answer(FxRobot robot, AskedQuestion asked) {
        if (asked.question() instanceof Question.Choice) {
            press(robot, KeyCode.DIGIT2);
            assertEquals(1, state().chosen());
        } else {
            press(robot, KeyCode.DIGIT7);
            assertEquals("7", ((TextField) node("ask-number")).getText());
        }
        press(robot, KeyCode.ENTER);
        if (asked.question() instanceof Question.Numeric) {
            assertEquals(1, node("ask-number").getOpacity(), "the answer stays readable");
        }
    }

    @Test
    void mapMarksThePixelInQuestionAndNothingElse(FxRobot robot) throws TimeoutException {
        show(robot, LabName.MAP);
        press(robot, KeyCode.Q);
        waitUntil(() -> state().isOpen());
        AskedQuestion asked = (AskedQuestion) state().asked();
        assertEquals(List.of("map-chart"), asked.visible());
        ChartCard card = lab().charts().get(0);
        assertTrue(isSeen(card));
        assertFalse(isSeen(node("map-narration")), "the narration would tell the answer");
        Document.OfMap document = (Document.OfMap) asked.step().scene().document();
        MapPoint place = Objects.requireNonNull(document.display().pinned());
        RenderedMap hidden = render(robot, card, place);
        assertEquals(MARK.getRGB(), hidden.markColor(), "the pixel in question is marked");
        assertTrue(hidden.emptyShare() > 0.9, "nothing else tells the answer: " + hidden.emptyShare());
        answer(robot, asked);
        waitUntil(() -> render(robot, card, place).emptyShare() < 0.1);
        assertEquals(MARK.getRGB(), render(robot, card, place).markColor());
        waitUntil(() -> plotHeight(card) > PresentedWindow.HEIGHT / 6);
        press(robot, KeyCode.ESCAPE);
        assertTrue(isSeen(node("map-narration")));
        assertNotEquals(MARK.getRGB(), render(robot, card, place).markColor());
    }

    /** A question is asked on the page that shows its answer, and then the page from before is back. */
    @Test
    void asksOnThePageWithTheAnswer(FxRobot robot) throws TimeoutException {
        show(robot, LabName.ACTIVATION);
        PagedStage pages = PagedStage.visibleIn(lab().parts().stage()).orElseThrow();
        waitUntil(() -> pages.pageCountProperty().get() == 3);
        press(robot, KeyCode.V);
        assertEquals(1, pages.pageProperty().get());
        press(robot, KeyCode.Q);
        waitUntil(() -> state().isOpen());
        assertEquals(List.of("activation-derivative"), ((AskedQuestion) state().asked()).answeredBy());
        waitUntil(() -> pages.pageProperty().get() == 0);
        answer(robot, (AskedQuestion) state().asked());
        waitUntil(() -> isSeen(node("activation-derivative")));
        assertTrue(node("activation-derivative").getLayoutX() > 0, "the card is on the page");
        press(robot, KeyCode.ESCAPE);
        waitUntil(() -> pages.pageProperty().get() == 1);
    }

    /** The question about the output size turns to the page with its calculation, which is not the first one. */
    @Test
    void asksForTheOutputSizeOnThePageThatCalculatesIt(FxRobot robot) throws TimeoutException {
        show(robot, LabName.CONVOLUTION);
        PagedStage pages = PagedStage.visibleIn(lab().parts().stage()).orElseThrow();
        waitUntil(() -> pages.pageCountProperty().get() == 3);
        assertEquals(0, pages.pageProperty().get());
        press(robot, KeyCode.Q);
        waitUntil(() -> state().isOpen());
        assertEquals(List.of("convolution-output"), ((AskedQuestion) state().asked()).answeredBy());
        waitUntil(() -> isSeen(node("convolution-output").getParent())
                && node("convolution-output").isVisible()
                && pages.pageProperty().get() > 0);
        press(robot, KeyCode.ESCAPE);
        waitUntil(() -> pages.pageProperty().get() == 0);
    }

    private static double plotHeight(ChartCard card) {
        return card.chartView().getRenderingInfo().getPlotInfo().getDataArea().getHeight();
    }

    @Test
    void answeredQuestionLeavesRoomForTheSurfacesOfThreeBatchSizes(FxRobot robot) throws TimeoutException {
        robot.interact(() -> {
            stage.setWidth(1440);
            stage.setHeight(900);
        });
        show(robot, LabName.BATCH_SIZE);
        press(robot, KeyCode.Q);
        waitUntil(() -> state().isOpen());
        answer(robot, (AskedQuestion) state().asked());
        waitUntil(() -> plotWidth(lab().charts().get(0)) > 250
                || plotWidth(lab().charts().get(1)) > 250);
        assertLeavesRoom(robot, LabName.BATCH_SIZE);
    }

    private static double plotWidth(ChartCard card) {
        return card.chartView().getRenderingInfo().getPlotInfo().getDataArea().getWidth();
    }

    /**
     * The map as it is drawn now.
     *
     * @param markColor the color at the place of the mark
     * @param emptyShare the share of the plot that has the color of the background
     */
    private record RenderedMap(int markColor, double emptyShare) {}

    private static RenderedMap render(FxRobot robot, ChartCard card, MapPoint place) {
        AtomicReference<RenderedMap> rendered = new AtomicReference<>();
        robot.interact(() -> {
            ChartRenderingInfo info = new ChartRenderingInfo();
            BufferedImage image = card.chart().createBufferedImage(600, 400, info);
            Rectangle2D area = info.getPlotInfo().getDataArea();
            XYPlot plot = card.chart().getXYPlot();
            double x = plot.getDomainAxis().valueToJava2D(place.x(), area, RectangleEdge.BOTTOM);
            double y = plot.getRangeAxis().valueToJava2D(place.y(), area, RectangleEdge.LEFT);
            int background = ChartTheme.LIGHT.background().getRGB();
            int empty = 0;
            int all = 0;
            for (int row = (int) area.getMinY() + 1; row < area.getMaxY() - 1; row += 3) {
                for (int column = (int) area.getMinX() + 1; column < area.getMaxX() - 1; column += 3) {
                    empty += image.getRGB(column, row) == background ? 1 : 0;
                    all++;
                }
            }
            rendered.set(new RenderedMap(image.getRGB((int) Math.round(x), (int) Math.round(y)), (double) empty / all));
        });
        return rendered.get();
    }

    @Test
    void changedSettingAsksAnewAndTextFieldsKeepTheirKeys(FxRobot robot) throws TimeoutException {
        press(robot, KeyCode.Q);
        waitUntil(() -> state().isOpen());
        String before = ((AskedQuestion) state().asked()).title();
        TextField field = (TextField) lab().parts().controls().lookup("#learning-rate-steps");
        press(robot, KeyCode.F9);
        robot.interact(() -> {
            field.requestFocus();
            field.setText("7");
        });
        press(robot, KeyCode.Q);
        press(robot, KeyCode.DIGIT2);
        assertTrue(isAsking(), "the key is for the field");
        assertNull(state().chosen());
        press(robot, KeyCode.ENTER);
        waitUntil(() ->
                state().isOpen() && !((AskedQuestion) state().asked()).title().equals(before));
        assertTrue(field.isFocused());
        String now = ((AskedQuestion) state().asked()).title();
        press(robot, KeyCode.N);
        waitUntil(() ->
                state().isOpen() && !((AskedQuestion) state().asked()).title().equals(now));
        robot.interact(() -> stage.getScene().getRoot().requestFocus());
        press(robot, KeyCode.SPACE);
        assertFalse(lab().parts().playback().playingProperty().get(), "nothing plays while a question is open");
        press(robot, KeyCode.DIGIT1);
        press(robot, KeyCode.ENTER);
        assertTrue(lab().parts().playback().playingProperty().get(), "the run starts after the prediction");
        press(robot, KeyCode.N);
        waitUntil(() -> state().isOpen());
        assertNotEquals(before, ((AskedQuestion) state().asked()).title());
    }

    @Test
    void closesTheSettingsOverTheStageAndGivesThemBack(FxRobot robot) throws TimeoutException {
        robot.interact(() -> lab().open(new Document.OfDescent(
                ((Document.OfDescent) lab().document()).setup().withRacer(0, racer -> racer.withLearningRate(0.13)))));
        Document before = lab().document();
        press(robot, KeyCode.F9);
        assertFalse(
                ((Parent) node("controls-overlay")).getChildrenUnmodifiable().isEmpty());
        robot.interact(() -> stage.getScene().getRoot().requestFocus());
        press(robot, KeyCode.Q);
        assertTrue(((Parent) node("controls-overlay")).getChildrenUnmodifiable().isEmpty(), "the drawer is closed");
        for (int k = 0; k < 2; k++) {
            waitUntil(() -> state().isOpen());
            press(robot, KeyCode.N);
        }
        assertNotEquals(before, lab().document());
        press(robot, KeyCode.ESCAPE);
        assertEquals(before, lab().document());
        assertFalse(lab().parts().undo().canUndoProperty().get());
    }

    @Test
    void stageIsNextToTheQuestionIfThereIsRoom(FxRobot robot) throws TimeoutException {
        robot.interact(() -> stage.setWidth(2 * PresentedWindow.WIDTH));
        press(robot, KeyCode.Q);
        waitUntil(() -> state().isOpen());
        waitUntil(() -> stage.getScene().getWidth() > PresentedWindow.WIDTH);
        robot.interact(() -> {
            stage.getScene().getRoot().applyCss();
            stage.getScene().getRoot().layout();
        });
        Bounds shown = node("stage").localToScene(node("stage").getLayoutBounds());
        Bounds card = node("ask-card").localToScene(node("ask-card").getLayoutBounds());
        assertTrue(shown.getMaxX() <= card.getMinX(), shown + " " + card);
    }

    @Test
    void narratedStepFitsThePresentation(FxRobot robot) {
        for (Optimizer optimizer : Optimizer.all()) {
            robot.interact(() -> {
                Document.OfDescent descent = (Document.OfDescent) lab().document();
                lab().open(new Document.OfDescent(descent.setup()
                        .withRacers(descent.setup().racers().stream()
                                .map(racer -> racer.withOptimizer(optimizer))
                                .toList())));
            });
            robot.interact(() -> {
                stage.getScene().getRoot().applyCss();
                stage.getScene().getRoot().layout();
            });
            Node card = node("learning-rate-step");
            Bounds bounds = card.localToScene(card.getLayoutBounds());
            for (Node part : card.lookupAll(".step-number")) {
                Bounds number = part.localToScene(part.getLayoutBounds());
                assertTrue(number.getMaxX() <= bounds.getMaxX(), optimizer + " " + number);
            }
        }
    }

    @Test
    void pagesAndOtherLabsEndTheQuestions(FxRobot robot) throws TimeoutException {
        press(robot, KeyCode.Q);
        waitUntil(() -> state().isOpen());
        robot.interact(() -> wiring.navigation().show(LabName.LEARN));
        assertFalse(isAsking());
        press(robot, KeyCode.Q);
        assertFalse(isAsking(), "pages have no questions");
        robot.interact(() -> wiring.navigation().show(LabName.LEARNING_RATE));
        assertTrue(isSeen(node("learning-rate-value")));
        press(robot, KeyCode.Q);
        waitUntil(() -> state().isOpen());
        robot.interact(() -> wiring.lessons().startBundled("four-fates", true));
        assertFalse(isAsking(), "a lesson asks questions of its own");
    }
}
