package hyperlab.ui.control;

import hyperlab.ui.NodeListeners;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/**
 * A label for a text of clauses that are separated by commas. It shows as many whole clauses as fit into its width,
 * rather than cutting a word, and nothing if not even the first one fits; the tooltip then has the whole text. Its
 * preferred width is that of the whole text.
 */
public final class ClauseLabel extends Label {
    private static final String SEPARATOR = ", ";

    private final ObservableValue<String> fullText;
    private final Text ruler = new Text();

    /** @param fullText all clauses; the label follows it */
    public ClauseLabel(ObservableValue<String> fullText) {
        this.fullText = fullText;
        setMinWidth(0);
        NodeListeners.listen(this, fullText, () -> {
            update();
            requestLayout();
        });
        widthProperty().addListener((observed, before, now) -> update());
        fontProperty().addListener((observed, before, now) -> update());
        update();
    }

    @Override
    protected double computePrefWidth(double height) {
        return Math.ceil(width(text(), getFont())) + snappedLeftInset() + snappedRightInset();
    }

    private void update() {
        double available = getWidth() - snappedLeftInset() - snappedRightInset();
        String shown = text();
        while (getWidth() > 0 && !shown.isEmpty() && width(shown, getFont()) > available) {
            shown = shown.substring(0, Math.max(0, shown.lastIndexOf(SEPARATOR)));
        }
        setText(shown);
        updateTooltip(shown.equals(text()) ? "" : text());
    }

    private void updateTooltip(String whole) {
        if (whole.isEmpty()) {
            setTooltip(null);
        } else if (getTooltip() == null) {
            setTooltip(new Tooltip(whole));
        } else {
            getTooltip().setText(whole);
        }
    }

    private String text() {
        return fullText.getValue() == null ? "" : fullText.getValue();
    }

    private double width(String text, Font font) {
        ruler.setFont(font);
        ruler.setText(text);
        return ruler.getLayoutBounds().getWidth();
    }
}
