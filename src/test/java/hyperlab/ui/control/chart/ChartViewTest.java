package hyperlab.ui.control.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.lab.LabTestWindow;
import hyperlab.ui.WindowTest;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javafx.animation.AnimationTimer;
import javafx.scene.Scene;
import javafx.scene.canvas.Canvas;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.XYPlot;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

@WindowTest
class ChartViewTest {

    private final List<CountingChart> charts =
            Stream.generate(CountingChart::new).limit(7).toList();
    private List<ChartView> canvases = List.of();
    private final Pane pane = new Pane();
    /** The duration of drawing one chart on the queue's clock, in nanoseconds. */
    private long nanosEach;

    private long nanos;

    @Start
    void start(Stage stage) {
        canvases = charts.stream().map(ChartView::new).toList();
        canvases.forEach(canvas -> resize(canvas, 60, 40));
        Scene scene = new Scene(pane, 300, 200);
        ChartRenderQueue.of(scene, () -> nanos += nanosEach);
        pane.getChildren().setAll(canvases);
        stage.setScene(scene);
        stage.show();
    }

    private static void resize(ChartView canvas, double width, double height) {
        canvas.setManaged(false);
        canvas.resize(width, height);
    }

    /** Counts how often it is drawn. */
    private static final class CountingChart extends JFreeChart {
        private int drawn;
        private int seen;
        private double width;
        private Color color = Color.WHITE;

        CountingChart() {
            super(new XYPlot());
        }

        void show(Color newColor) {
            color = newColor;
            fireChartChanged();
        }

        @Override
        public void draw(Graphics2D g2, Rectangle2D area, Point2D anchor, ChartRenderingInfo info) {
            drawn++;
            width = area.getWidth();
            g2.setColor(color);
            g2.fill(area);
        }
    }

    /** Runs a change at the start of a pulse and waits until its nodes are laid out and its charts are drawn. */
    private void atOnePulse(FxRobot robot, Runnable change) throws Exception {
        CompletableFuture<Void> over = new CompletableFuture<>();
        robot.interact(() -> new AnimationTimer() {
            private boolean changed;

            @Override
            public void handle(long now) {
                if (changed) {
                    stop();
                    charts.forEach(chart -> chart.seen = chart.drawn);
                    over.complete(null);
                    return;
                }
                changed = true;
                charts.forEach(chart -> chart.drawn = 0);
                change.run();
            }
        }.start());
        over.get(LabTestWindow.TIMEOUT_SECONDS, TimeUnit.SECONDS);
    }

    @Test
    void changesWithinAPulseAreDrawnOnceAtThatPulse(FxRobot robot) throws Exception {
        atOnePulse(robot, () -> {
            for (int k = 0; k < 5; k++) {
                charts.forEach(JFreeChart::fireChartChanged);
            }
        });
        charts.forEach(chart -> assertEquals(1, chart.seen));
    }

    @Test
    void chartsOverTheTimeBudgetAreDrawnAtLaterPulses(FxRobot robot) throws Exception {
        nanosEach = ChartRenderQueue.BUDGET_NANOS;
        atOnePulse(robot, () -> charts.forEach(JFreeChart::fireChartChanged));
        long first = charts.stream().filter(chart -> chart.seen == 1).count();
        assertEquals(Math.min(charts.size(), ChartRenderQueue.PARALLELISM), first);
        LabTestWindow.waitUntil(() -> charts.stream().allMatch(chart -> chart.drawn == 1));
    }

    @Test
    void newSizeIsDrawnAtItsPulse(FxRobot robot) throws Exception {
        atOnePulse(robot, () -> resize(canvases.get(0), 80, 50));
        assertEquals(1, charts.get(0).seen);
        assertEquals(80, charts.get(0).width);
    }

    @Test
    void hiddenChartIsNotDrawnAndCatchesUpOnceVisible(FxRobot robot) throws Exception {
        CountingChart chart = charts.get(0);
        ChartView canvas = canvases.get(0);
        robot.interact(() -> canvas.setActive(false));
        atOnePulse(robot, chart::fireChartChanged);
        assertEquals(0, chart.seen);
        atOnePulse(robot, () -> canvas.setActive(true));
        assertEquals(1, chart.seen);
        atOnePulse(robot, () -> {
            canvas.setActive(false);
            canvas.setActive(true);
        });
        assertEquals(0, chart.seen, "nothing changed meanwhile");
        atOnePulse(robot, () -> {
            chart.fireChartChanged();
            canvas.setActive(false);
            canvas.setActive(true);
        });
        assertEquals(1, chart.seen);
    }

    @Test
    void chartChangedOutsideTheWindowIsDrawnOnReturn(FxRobot robot) throws Exception {
        robot.interact(() -> pane.getChildren().remove(canvases.get(0)));
        atOnePulse(robot, charts.get(0)::fireChartChanged);
        assertEquals(0, charts.get(0).seen);
        atOnePulse(robot, () -> pane.getChildren().add(canvases.get(0)));
        assertEquals(1, charts.get(0).seen);
    }

    @Test
    void anInactiveChartShowsNoImageAndTheSameOneWhenItIsActiveAgain(FxRobot robot) throws Exception {
        ChartView canvas = canvases.get(0);
        Image shown = image(canvas);
        assertNotNull(shown);
        robot.interact(() -> canvas.setActive(false));
        assertNull(image(canvas));
        atOnePulse(robot, () -> canvas.setActive(true));
        assertEquals(0, charts.get(0).seen, "its pixels were kept");
        assertNotNull(image(canvas));
        assertNotSame(shown, image(canvas), "the toolkit keeps nothing of the first image");
    }

    @Test
    void aSuspendedChartGoesOnToShowItsImage(FxRobot robot) {
        robot.interact(() -> canvases.get(0).setSuspended(true));
        assertNotNull(image(canvases.get(0)));
    }

    @Test
    void aChartOutsideTheWindowShowsNoImage(FxRobot robot) throws Exception {
        ChartView canvas = canvases.get(0);
        robot.interact(() -> pane.getChildren().remove(canvas));
        assertNull(image(canvas));
        atOnePulse(robot, () -> pane.getChildren().add(canvas));
        assertNotNull(image(canvas));
    }

    @Test
    void noCanvasIsInTheWindowUntilACrosshairIsShown() {
        for (ChartView canvas : canvases) {
            assertNotNull(canvas.lookup(".chart-gestures"));
            assertTrue(canvas.getChildrenUnmodifiable().stream().noneMatch(Canvas.class::isInstance));
        }
    }

    private static @Nullable Image image(ChartView canvas) {
        return ((ImageView) canvas.getChildrenUnmodifiable().get(0)).getImage();
    }

    @Test
    void newChartReplacesTheOldOne(FxRobot robot) throws Exception {
        CountingChart other = new CountingChart();
        atOnePulse(robot, () -> canvases.get(0).setChart(other));
        assertEquals(1, other.drawn);
        atOnePulse(robot, charts.get(0)::fireChartChanged);
        assertEquals(0, charts.get(0).seen);
    }

    @Test
    void displayedImageMatchesAwtRendering(FxRobot robot) throws Exception {
        ChartView canvas = canvases.get(0);
        for (Color color : List.of(new Color(0x123456), new Color(0xfedcba), new Color(0x0969da))) {
            atOnePulse(robot, () -> charts.get(0).show(color));
            int[] seen = new int[2];
            robot.interact(() -> {
                Image image = canvas.snapshot(null, null);
                seen[0] = image.getPixelReader().getArgb(0, 0);
                seen[1] = image.getPixelReader().getArgb(59, 39);
            });
            assertEquals(color.getRGB(), seen[0], "top left");
            assertEquals(color.getRGB(), seen[1], "bottom right");
        }
    }

    @Test
    void rendersAtTheResolutionOfTheScreen(FxRobot robot) throws Exception {
        ImageView view = (ImageView) canvases.get(0).getChildrenUnmodifiable().get(0);
        Window window = pane.getScene().getWindow();
        try {
            atOnePulse(robot, () -> window.setRenderScaleX(2));
            assertEquals(1, charts.get(0).seen);
            assertEquals(60, charts.get(0).width, "in logical pixels");
            assertEquals(120, view.getImage().getWidth());
            assertEquals(60, view.getFitWidth());
        } finally {
            robot.interact(() -> window.setRenderScaleX(1));
        }
    }

    @Test
    void displayedImageIsNotDrawnOn(FxRobot robot) throws Exception {
        ImageView view = (ImageView) canvases.get(0).getChildrenUnmodifiable().get(0);
        Set<Image> shown = Collections.newSetFromMap(new IdentityHashMap<>());
        Image before = view.getImage();
        for (int k = 0; k < 4; k++) {
            atOnePulse(robot, charts.get(0)::fireChartChanged);
            Image now = view.getImage();
            assertNotSame(before, now);
            shown.add(now);
            before = now;
        }
        assertEquals(2, shown.size(), "two images in turn");
    }
}
