package hyperlab.ui.control.chart;

import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.lab.LabTestWindow;
import hyperlab.ui.WindowTest;
import java.lang.ref.Reference;
import java.lang.ref.WeakReference;
import java.nio.IntBuffer;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javafx.animation.AnimationTimer;
import javafx.scene.Scene;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

@WindowTest
class ReleasedImagesTest {
    private static final int SIZE = 40;
    private static final int CARDS = 3;

    private final Pane root = new Pane();

    @Start
    void start(Stage stage) {
        stage.setScene(new Scene(root, 300, 200));
        stage.show();
    }

    /** Shows an image in a card and returns its pixels, which only the image refers to. */
    private static WeakReference<int[]> show(Pane card) {
        int[] pixels = new int[SIZE * SIZE];
        PixelBuffer<IntBuffer> buffer =
                new PixelBuffer<>(SIZE, SIZE, IntBuffer.wrap(pixels), PixelFormat.getIntArgbPreInstance());
        card.getChildren().setAll(new ImageView(new WritableImage(buffer)));
        return new WeakReference<>(pixels);
    }

    /** Waits until the toolkit has painted what is in the scene now. */
    private static void waitForPulses(FxRobot robot) throws Exception {
        CountDownLatch pulses = new CountDownLatch(3);
        AnimationTimer timer = new AnimationTimer() {
            @Override
            public void handle(long now) {
                pulses.countDown();
            }
        };
        robot.interact(timer::start);
        assertTrue(pulses.await(LabTestWindow.TIMEOUT_SECONDS, TimeUnit.SECONDS));
        robot.interact(timer::stop);
    }

    @Test
    void thePixelsOfACardThatLeftTheSceneAreFreed(FxRobot robot) throws Exception {
        List<Pane> cards =
                IntStream.range(0, CARDS).mapToObj(card -> new Pane()).toList();
        List<WeakReference<int[]>> pixels =
                cards.stream().map(ReleasedImagesTest::show).toList();
        robot.interact(() -> root.getChildren().setAll(cards));
        waitForPulses(robot);
        robot.interact(() -> {
            root.getChildren().clear();
            for (Pane card : cards) {
                ImageView view = (ImageView) card.getChildren().remove(0);
                ReleasedImages.of(root.getScene()).add(view);
                assertNull(view.getImage());
            }
        });
        LabTestWindow.waitUntil(() -> {
            System.gc();
            return pixels.stream().allMatch(freed -> freed.refersTo(null));
        });
        LabTestWindow.waitUntil(() -> root.lookupAll("ImageView").isEmpty());
        // The cards and the copies of them that the toolkit paints are still there.
        Reference.reachabilityFence(cards);
    }
}
