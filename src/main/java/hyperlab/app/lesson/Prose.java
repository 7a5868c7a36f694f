package hyperlab.app.lesson;

import hyperlab.ui.control.WrappedText;
import javafx.beans.property.ReadOnlyStringWrapper;

/** Running text that does not change. */
final class Prose {
    private Prose() {}

    static WrappedText of(String id, String text, String... styles) {
        WrappedText prose = new WrappedText(new ReadOnlyStringWrapper(text), styles);
        prose.setId(id);
        return prose;
    }
}
