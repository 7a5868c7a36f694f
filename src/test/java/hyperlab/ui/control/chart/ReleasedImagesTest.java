package hyperlab.ui.control.chart;

import static org.junit.jupiter.api.Assertions.assertNull;

import hyperlab.lab.LabTestWindow;
import hyperlab.ui.StageExtension;
import hyperlab.ui.WindowTest;
import java.lang.ref.Reference;
import java.lang.ref.WeakReference;
import java.nio.IntBuffer;
import java.util.List;
import java.util.stream.IntStream;
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

    @Test
    void thePixelsOfACardThatLeftTheSceneAreFreed(FxRobot robot) throws Exception {
        List<Pane> cards =
                IntStream.range(0, CARDS).mapToObj(card -> new Pane()).toList();
        List<WeakReference<int[]>> pixels =
                cards.stream().map(ReleasedImagesTest::show).toList();
        robot.interact(() -> root.getChildren().setAll(cards));
        StageExtension.waitForPulse();
        robot.interact(() -> {
            root.getChildren().clear();
            for (Pane card : cards) {
                ImageView view = (ImageView) card.getChildren().remove(0);
                ReleasedImages.of(root.getScene()).add(view);
                assertNull(view.getImage());
            }
        });
        try {
            LabTestWindow.waitUntil(() -> {
                System.gc();
                return pixels.stream().allMatch(freed -> freed.refersTo(null));
            });
            LabTestWindow.waitUntil(() -> root.lookupAll("ImageView").isEmpty());
        } finally {
            // The cards and the copies of them that the toolkit paints are still there.
            Reference.reachabilityFence(cards);
        }
    }
}
