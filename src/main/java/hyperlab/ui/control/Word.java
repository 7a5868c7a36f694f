package hyperlab.ui.control;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javafx.geometry.Bounds;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/**
 * A word of a paragraph, whose height and baseline depend on its font alone. The toolkit shares the layout of equal
 * texts, also with labels, whose height it rounds: a number that is in a label, too, would be higher than its
 * neighbors.
 */
final class Word extends Text {
    /** Has letters above and below, and is in no label. */
    private static final String SAMPLE = "|Hxg|";

    private static final Map<Font, Bounds> BOUNDS = new ConcurrentHashMap<>();

    Word(String text) {
        super(text);
    }

    /** The bounds of a line in this font, relative to its baseline. */
    private Bounds line() {
        return BOUNDS.computeIfAbsent(getFont(), font -> {
            Text sample = new Text(SAMPLE);
            sample.setFont(font);
            return sample.getLayoutBounds();
        });
    }

    @Override
    public double prefHeight(double width) {
        return line().getHeight();
    }

    @Override
    public void relocate(double x, double y) {
        setLayoutX(x - getLayoutBounds().getMinX());
        setLayoutY(y - line().getMinY());
    }
}
