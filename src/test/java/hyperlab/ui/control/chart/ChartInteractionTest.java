package hyperlab.ui.control.chart;

import static hyperlab.lab.LabTestWindow.waitUntil;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.chart.axis.LinearAxis;
import hyperlab.chart.series.Curve;
import hyperlab.chart.series.CurveDataset;
import hyperlab.chart.series.CurveRenderer;
import hyperlab.chart.style.ChartStyle;
import hyperlab.chart.style.ChartTheme;
import hyperlab.descent.ObjectiveFunction.PlotWindow;
import hyperlab.text.Language;
import hyperlab.ui.Messages;
import hyperlab.ui.WindowTest;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.SimpleStringProperty;
import javafx.event.Event;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.PickResult;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.data.Range;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

@WindowTest
class ChartInteractionTest {
    private static final Range X = new Range(0, 10);
    private static final Range Y = new Range(0, 8);

    private final Messages messages = new Messages(Language.ENGLISH);
    private final LinearAxis x = LinearAxis.ofIntegers();
    private final LinearAxis y = LinearAxis.ofPositions();
    private final CurveDataset curves = new CurveDataset();
    private final JFreeChart chart = ChartStyle.of(ChartTheme.LIGHT).createChart(x, y);
    private final BorderPane root = new BorderPane();
    private ChartCard card;

    @Start
    void start(Stage stage) {
        x.setLabel("Step");
        chart.getXYPlot().setDataset(curves);
        chart.getXYPlot().setRenderer(new CurveRenderer());
        showData(Y.getUpperBound());
        card = new ChartCard(
                "card", messages, new SimpleStringProperty("Title"), new SimpleStringProperty("How"), chart);
        root.setCenter(card);
        Scene scene = new Scene(root, 500, 400);
        stage.setScene(scene);
        stage.show();
    }

    private void showData(double top) {
        x.setRange(X.getLowerBound(), X.getUpperBound());
        y.setRange(0, top);
        curves.show(
                Curve.of(new double[] {0, 2, 4, 10}, new double[] {1, 2.5, 3, 4})
                        .named("First"),
                Curve.of(new double[] {0, 4}, new double[] {6, 7}).named("Second"),
                Curve.of(new double[] {0, 10}, new double[] {5, 5}));
    }

    private Rectangle2D area() {
        return card.chartView().getRenderingInfo().getPlotInfo().getDataArea();
    }

    /** A position on the screen from shares of the plot area, from the bottom left. */
    private Point2D at(double right, double up) throws Exception {
        waitUntil(() -> area().getWidth() > 100);
        return card.chartView()
                .localToScreen(area().getX() + right * area().getWidth(), area().getMaxY() - up * area().getHeight());
    }

    /** Turns the wheel over a position of the screen; one notch upward is 40. */
    private void turnWheel(FxRobot robot, Point2D at, double delta) {
        robot.moveTo(at);
        Node canvas = card.chartView().lookup(".chart-gestures");
        Point2D here = canvas.localToScene(canvas.screenToLocal(at));
        robot.interact(() -> Event.fireEvent(
                canvas,
                new ScrollEvent(
                        ScrollEvent.SCROLL,
                        here.getX(),
                        here.getY(),
                        at.getX(),
                        at.getY(),
                        false,
                        false,
                        false,
                        false,
                        false,
                        false,
                        0,
                        delta,
                        0,
                        delta,
                        ScrollEvent.HorizontalTextScrollUnits.NONE,
                        0,
                        ScrollEvent.VerticalTextScrollUnits.NONE,
                        0,
                        0,
                        new PickResult(canvas, here.getX(), here.getY()))));
    }

    private Label readoutLine(FxRobot robot, int line) {
        return (Label) robot.lookup(".chart-readout")
                .queryAs(PointerReadout.class)
                .getChildren()
                .get(line);
    }

    @Test
    void wheelZoomsAtThePointerAndNewDataPreservesZoom(FxRobot robot) throws Exception {
        Point2D pointer = at(0.3, 0.6);
        Rectangle2D area = (Rectangle2D) area().clone();
        Point2D pixel = card.chartView().screenToLocal(pointer);
        double step = x.java2DToValue(pixel.getX(), area, RectangleEdge.BOTTOM);
        double value = y.java2DToValue(pixel.getY(), area, RectangleEdge.LEFT);
        turnWheel(robot, pointer, 40);
        assertEquals(X.getLength() / 1.2, x.getRange().getLength(), 1e-9);
        assertEquals(step, x.java2DToValue(pixel.getX(), area, RectangleEdge.BOTTOM), 1e-9);
        assertEquals(value, y.java2DToValue(pixel.getY(), area, RectangleEdge.LEFT), 1e-9);
        Range zoomed = y.getRange();
        robot.interact(() -> showData(20));
        assertEquals(zoomed, y.getRange());
        turnWheel(robot, pointer, -40);
        assertEquals(X.getLength(), x.getRange().getLength(), 1e-9);
    }

    @Test
    void doubleClickResets(FxRobot robot) throws Exception {
        robot.interact(() -> x.zoomRange(0.2, 0.4));
        robot.doubleClickOn(at(0.5, 0.5));
        waitUntil(() -> x.getRange().equals(X));
    }

    @Test
    void secondaryDragPansWithoutContextMenu(FxRobot robot) throws Exception {
        robot.moveTo(at(0.5, 0.5)).press(MouseButton.SECONDARY);
        robot.moveTo(at(0.4, 0.5)).moveTo(at(0.25, 0.5)).release(MouseButton.SECONDARY);
        waitUntil(() -> Math.abs(x.getLowerBound() - 2.5) < 0.1);
        assertEquals(X.getLength(), x.getRange().getLength(), 1e-9);
        assertTrue(robot.lookup("#card-reset-zoom").tryQuery().isEmpty());
    }

    @Test
    void controlDragPans(FxRobot robot) throws Exception {
        robot.press(KeyCode.CONTROL).moveTo(at(0.5, 0.5)).press(MouseButton.PRIMARY);
        robot.moveTo(at(0.5, 0.3)).release(MouseButton.PRIMARY).release(KeyCode.CONTROL);
        waitUntil(() -> y.getLowerBound() > 1);
    }

    @Test
    void boxZoomsToItsRanges(FxRobot robot) throws Exception {
        robot.moveTo(at(0.2, 0.75)).press(MouseButton.PRIMARY);
        robot.moveTo(at(0.6, 0.25));
        waitUntil(() -> robot.lookup(".chart-zoom-box").query().isVisible());
        robot.release(MouseButton.PRIMARY);
        waitUntil(() -> Math.abs(x.getLowerBound() - 2) < 0.1 && Math.abs(x.getUpperBound() - 6) < 0.1);
        assertEquals(2, y.getLowerBound(), 0.1);
        assertEquals(6, y.getUpperBound(), 0.1);
        assertFalse(robot.lookup(".chart-zoom-box").query().isVisible());
    }

    @Test
    void flatBoxZoomsAlongItsLongSide(FxRobot robot) throws Exception {
        robot.moveTo(at(0.2, 0.5)).press(MouseButton.PRIMARY);
        robot.moveTo(at(0.6, 0.5)).release(MouseButton.PRIMARY);
        waitUntil(() -> x.isZoomed());
        assertEquals(Y, y.getRange());
    }

    @Test
    void boxNeedsShiftWherePrimaryButtonIsReserved(FxRobot robot) throws Exception {
        robot.interact(() -> card.chartView().reservePrimaryButton());
        robot.moveTo(at(0.2, 0.75)).press(MouseButton.PRIMARY).moveTo(at(0.6, 0.25));
        robot.release(MouseButton.PRIMARY);
        assertEquals(X, x.getRange());
        robot.press(KeyCode.SHIFT).moveTo(at(0.2, 0.75)).press(MouseButton.PRIMARY);
        robot.moveTo(at(0.6, 0.25)).release(MouseButton.PRIMARY).release(KeyCode.SHIFT);
        waitUntil(() -> x.isZoomed());
    }

    @Test
    void keysOnFocusedCardZoomPanAndReset(FxRobot robot) throws Exception {
        at(0, 0);
        robot.interact(card::requestFocus);
        robot.press(KeyCode.CONTROL).type(KeyCode.EQUALS).release(KeyCode.CONTROL);
        waitUntil(() -> x.getRange().getLength() < 9);
        double low = x.getLowerBound();
        robot.press(KeyCode.SHIFT).type(KeyCode.RIGHT).release(KeyCode.SHIFT);
        waitUntil(() -> x.getLowerBound() > low);
        robot.press(KeyCode.CONTROL).type(KeyCode.DIGIT0).release(KeyCode.CONTROL);
        waitUntil(() -> x.getRange().equals(X) && y.getRange().equals(Y));
    }

    @Test
    void menuResetsZoom(FxRobot robot) throws Exception {
        robot.interact(() -> y.zoomRange(0.2, 0.4));
        at(0, 0);
        robot.clickOn("#card-menu").clickOn("#card-reset-zoom");
        waitUntil(() -> y.getRange().equals(Y));
    }

    @Test
    void newSubjectResetsZoomAndSameSubjectPreservesIt(FxRobot robot) {
        robot.interact(() -> card.setSubject("sine"));
        robot.interact(() -> y.zoomRange(0.2, 0.4));
        robot.interact(() -> card.setSubject("sine"));
        assertTrue(y.isZoomed());
        robot.interact(() -> card.setSubject("cosine"));
        assertEquals(Y, y.getRange());
    }

    @Test
    void readoutNamesSeriesAtPointer(FxRobot robot) throws Exception {
        robot.moveTo(at(0.22, 0.5));
        waitUntil(() -> robot.lookup(".chart-readout").query().isVisible());
        assertEquals("Step: 2", readoutLine(robot, 0).getText());
        assertEquals("First: 2.5", readoutLine(robot, 1).getText());
        robot.moveTo(at(0.98, 0.9));
        waitUntil(() -> readoutLine(robot, 0).getText().equals("Step: 10"));
        assertEquals(
                2,
                robot.lookup(".chart-readout")
                        .queryAs(PointerReadout.class)
                        .getChildren()
                        .size());
    }

    @Test
    void wheelScrollsPageUnlessCardHasFocus(FxRobot robot) throws Exception {
        Region tall = new Region();
        tall.setMinHeight(1000);
        robot.interact(() -> {
            root.setCenter(null);
            card.setMinSize(450, 300);
            ScrollPane page = new ScrollPane(new VBox(card, tall));
            root.setCenter(page);
            page.requestFocus();
        });
        turnWheel(robot, at(0.5, 0.5), 40);
        assertEquals(X, x.getRange());
        robot.interact(card::requestFocus);
        turnWheel(robot, at(0.5, 0.5), 40);
        assertTrue(x.isZoomed());
    }

    @Test
    void gesturesChangeSharedWindowInsteadOfAxes(FxRobot robot) throws Exception {
        ZoomState zoom = new ZoomState(new PlotWindow(0, 10, 0, 8));
        robot.interact(() -> card.chartView().interaction().shareZoom(zoom));
        turnWheel(robot, at(0.5, 0.5), 40);
        assertTrue(zoom.zoomedProperty().get());
        assertEquals(X, x.getRange());
        PlotWindow seen = zoom.windowProperty().get();
        assertEquals(5, (seen.xLow() + seen.xHigh()) / 2, 0.5);
    }

    @Test
    void exportedChartHasNeitherCrosshairNorReadout(FxRobot robot) throws Exception {
        at(0, 0);
        int[] before = picture(robot);
        robot.moveTo(at(0.5, 0.5));
        waitUntil(() -> robot.lookup(".chart-readout").query().isVisible());
        assertArrayEquals(before, picture(robot));
    }

    private int[] picture(FxRobot robot) {
        List<int[]> pixels = new ArrayList<>();
        robot.interact(() -> {
            BufferedImage image = chart.createBufferedImage(300, 200);
            pixels.add(image.getRGB(0, 0, 300, 200, null, 0, 300));
        });
        return pixels.get(0);
    }
}
