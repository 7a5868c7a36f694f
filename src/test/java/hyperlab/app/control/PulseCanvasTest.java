package hyperlab.app.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Graphics2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javafx.animation.AnimationTimer;
import javafx.scene.Scene;
import javafx.scene.canvas.Canvas;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.XYPlot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class PulseCanvasTest {
    private static final long PATIENCE_SECONDS = 20;

    private final List<Counted> charts = Stream.generate(Counted::new).limit(7).toList();
    private List<PulseCanvas> canvases = List.of();
    private final Pane pane = new Pane();

    @Start
    void start(Stage stage) {
        canvases = charts.stream().map(PulseCanvas::new).toList();
        canvases.forEach(canvas -> resize(canvas, 60, 40));
        pane.getChildren().setAll(canvases);
        stage.setScene(new Scene(pane, 300, 200));
        stage.show();
    }

    private static void resize(PulseCanvas canvas, double width, double height) {
        canvas.setWidth(width);
        canvas.setHeight(height);
    }

    /** Counts how often it is drawn. */
    private static final class Counted extends JFreeChart {
        private int drawn;
        private int seen;
        private double width;

        Counted() {
            super(new XYPlot());
        }

        @Override
        public void draw(Graphics2D g2, Rectangle2D area, Point2D anchor, ChartRenderingInfo info) {
            drawn++;
            width = area.getWidth();
        }
    }

    /** Runs something when a pulse begins and waits until its nodes have found their places and its charts are drawn. */
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
        over.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    @Test
    void whateverChangesAtAPulseIsDrawnOnceAtThatPulse(FxRobot robot) throws Exception {
        atOnePulse(robot, () -> {
            for (int k = 0; k < 5; k++) {
                charts.forEach(JFreeChart::fireChartChanged);
            }
        });
        charts.forEach(chart -> assertEquals(1, chart.seen));
    }

    @Test
    void aNewSizeIsDrawnAtThePulseThatBringsIt(FxRobot robot) throws Exception {
        atOnePulse(robot, () -> resize(canvases.get(0), 80, 50));
        assertEquals(1, charts.get(0).seen);
        assertEquals(80, charts.get(0).width);
    }

    @Test
    void nothingIsDrawnUnseenAndWhatChangedMeanwhileOnceSeen(FxRobot robot) throws Exception {
        Counted chart = charts.get(0);
        PulseCanvas canvas = canvases.get(0);
        robot.interact(() -> canvas.active(false));
        atOnePulse(robot, chart::fireChartChanged);
        assertEquals(0, chart.seen);
        atOnePulse(robot, () -> canvas.active(true));
        assertEquals(1, chart.seen);
        atOnePulse(robot, () -> {
            canvas.active(false);
            canvas.active(true);
        });
        assertEquals(0, chart.seen, "nothing changed meanwhile");
        atOnePulse(robot, () -> {
            chart.fireChartChanged();
            canvas.active(false);
            canvas.active(true);
        });
        assertEquals(1, chart.seen);
    }

    @Test
    void whatChangesOutsideTheWindowIsDrawnWhenItIsBack(FxRobot robot) throws Exception {
        robot.interact(() -> pane.getChildren().remove(canvases.get(0)));
        atOnePulse(robot, charts.get(0)::fireChartChanged);
        assertEquals(0, charts.get(0).seen);
        atOnePulse(robot, () -> pane.getChildren().add(canvases.get(0)));
        assertEquals(1, charts.get(0).seen);
    }

    @Test
    void anotherChartTakesTheOldOnesPlace(FxRobot robot) throws Exception {
        Counted other = new Counted();
        atOnePulse(robot, () -> canvases.get(0).setChart(other));
        assertEquals(1, other.drawn);
        atOnePulse(robot, charts.get(0)::fireChartChanged);
        assertEquals(0, charts.get(0).seen);
    }

    @Test
    void aPictureIsTranslatedOnce(FxRobot robot) {
        BufferedImage image = new BufferedImage(3, 2, BufferedImage.TYPE_INT_RGB);
        image.setRGB(2, 1, 0x123456);
        BufferedImage other = new BufferedImage(3, 2, BufferedImage.TYPE_INT_RGB);
        robot.interact(() -> {
            CanvasGraphics graphics = new CanvasGraphics(new Canvas(10, 10).getGraphicsContext2D(), new HashMap<>());
            assertSame(graphics.translated(image), graphics.translated(image));
            assertNotSame(graphics.translated(image), graphics.translated(other));
            assertEquals(0xff123456, graphics.translated(image).getPixelReader().getArgb(2, 1));
            assertTrue(graphics.drawImage(image, 0, 0, 3, 2, null));
        });
        WaitForAsyncUtils.waitForFxEvents();
    }
}
