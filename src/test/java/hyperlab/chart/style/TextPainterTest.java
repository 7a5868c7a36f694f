package hyperlab.chart.style;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Font;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextPainterTest {
    private static final Font FONT = ChartFonts.regular(12);

    @ParameterizedTest
    @ValueSource(strings = {"mean fractal dimension", "공부 시간(시간)"})
    void truncatesTextThatDoesNotFitWithAnEllipsis(String name) {
        double room = 0.6 * TextPainter.width(name, FONT);
        String fitting = TextPainter.ellipsize(name, FONT, room);
        assertTrue(TextPainter.width(fitting, FONT) <= room, fitting);
        assertTrue(fitting.endsWith("…") && name.startsWith(fitting.substring(0, fitting.length() - 1)), fitting);
        assertTrue(fitting.length() > 3, fitting);
    }

    @Test
    void doesNotChangeFittingText() {
        assertEquals("x", TextPainter.ellipsize("x", FONT, 0));
        assertEquals("alcohol", TextPainter.ellipsize("alcohol", FONT, TextPainter.width("alcohol", FONT)));
    }
}
