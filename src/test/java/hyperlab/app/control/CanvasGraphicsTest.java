package hyperlab.app.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.awt.image.BufferedImage;
import java.util.HashMap;
import java.util.Map;
import javafx.scene.canvas.Canvas;
import javafx.scene.image.Image;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.framework.junit5.ApplicationExtension;

@ExtendWith(ApplicationExtension.class)
class CanvasGraphicsTest {
    private static final int[] COLOURS = {0xff123456, 0xffffffff, 0xff000000, 0xff0a61de, 0xffb35900, 0xff7f7f7f};

    private final Map<BufferedImage, Image> pictures = new HashMap<>();
    private final CanvasGraphics graphics = new CanvasGraphics(new Canvas(10, 10).getGraphicsContext2D(), pictures);

    private static BufferedImage picture(int type) {
        BufferedImage picture = new BufferedImage(3, 2, type);
        picture.setRGB(0, 0, 3, 2, COLOURS, 0, 3);
        return picture;
    }

    private static void assertColours(Image image) {
        for (int k = 0; k < COLOURS.length; k++) {
            assertEquals(COLOURS[k], image.getPixelReader().getArgb(k % 3, k / 3), "pixel " + k);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {BufferedImage.TYPE_INT_RGB, BufferedImage.TYPE_INT_ARGB, BufferedImage.TYPE_3BYTE_BGR})
    void aPictureKeepsItsColours(int type) {
        assertColours(graphics.translated(picture(type)));
    }

    @Test
    void aPartOfAPictureIsThatPart() {
        BufferedImage whole = new BufferedImage(7, 5, BufferedImage.TYPE_INT_RGB);
        whole.setRGB(2, 1, 3, 2, COLOURS, 0, 3);
        assertColours(graphics.translated(whole.getSubimage(2, 1, 3, 2)));
    }

    @Test
    void theSamePictureIsTranslatedOnce() {
        BufferedImage picture = picture(BufferedImage.TYPE_INT_RGB);
        Image first = graphics.translated(picture);
        assertSame(first, graphics.translated(picture));
        assertNotSame(first, graphics.translated(picture(BufferedImage.TYPE_INT_RGB)));
    }
}
