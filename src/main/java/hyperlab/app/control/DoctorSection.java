package hyperlab.app.control;

import hyperlab.app.Messages;
import hyperlab.app.Undo;
import java.util.List;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * The doctor's findings, one card each. Next to the title is a button that undoes the last applied remedy, until
 * something else changes. Cards have the ids {@code prefix-finding-1} …; the button has the id
 * {@code prefix-take-back}.
 */
public final class DoctorSection extends VBox {
    private final String prefix;
    private final Undo undo;
    private final Supplier<?> document;
    private final VBox cards = new VBox();
    private final Button takeBack = new Button();
    private List<Found> shown = List.of();
    private @Nullable Object mended;
    private @Nullable Object remedied;

    /**
     * The text of one finding.
     *
     * @param remedy label of the remedy's button; empty without a remedy
     * @param mend applies the remedy as one undoable change
     */
    public record Found(Finding.Kind kind, String title, String text, String remedy, Runnable mend) {
        boolean saysAs(Found other) {
            return kind == other.kind
                    && title.equals(other.title)
                    && text.equals(other.text)
                    && remedy.equals(other.remedy);
        }
    }

    /** @param document the lab's current document, used to detect whether a remedy is still the last change */
    public DoctorSection(String prefix, Messages messages, Undo undo, Supplier<?> document) {
        this.prefix = prefix;
        this.undo = undo;
        this.document = document;
        cards.getStyleClass().add("findings");
        cards.setId(prefix + "-findings");
        takeBack.setId(prefix + "-take-back");
        takeBack.getStyleClass().add("link");
        takeBack.textProperty().bind(messages.bind("shell.undo"));
        takeBack.setOnAction(event -> undo.undo());
        takeBack.setVisible(false);
        getChildren().add(new Section(messages.bind("shell.doctor"), cards).aside(takeBack));
    }

    /** Creates new cards only if the findings changed, so that a card under the pointer stays. */
    public void show(List<Found> found) {
        takeBack.setVisible(document.get().equals(mended) && remedied != null && remedied == undo.newest());
        if (isAsShown(found)) {
            shown = List.copyOf(found);
            return;
        }
        shown = List.copyOf(found);
        cards.getChildren().clear();
        for (int k = 0; k < shown.size(); k++) {
            cards.getChildren().add(card(k));
        }
    }

    private boolean isAsShown(List<Found> found) {
        if (found.size() != shown.size()) {
            return false;
        }
        for (int k = 0; k < found.size(); k++) {
            if (!found.get(k).saysAs(shown.get(k))) {
                return false;
            }
        }
        return true;
    }

    private Finding card(int place) {
        Found found = shown.get(place);
        Finding card = new Finding(
                prefix + "-finding-" + (place + 1),
                found.kind(),
                new ReadOnlyStringWrapper(found.title()),
                new ReadOnlyStringWrapper(found.text()));
        return found.remedy().isEmpty()
                ? card
                : card.remedy(new ReadOnlyStringWrapper(found.remedy()), () -> mend(shown.get(place)));
    }

    /** The remedy's button disappears with its finding, so the focus moves to the button that undoes the remedy. */
    private void mend(Found found) {
        found.mend().run();
        mended = document.get();
        remedied = undo.newest();
        takeBack.setVisible(true);
        takeBack.requestFocus();
    }
}
