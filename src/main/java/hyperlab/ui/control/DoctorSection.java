package hyperlab.ui.control;

import hyperlab.ui.Messages;
import hyperlab.ui.UndoHistory;
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
    private final UndoHistory undo;
    private final Supplier<?> document;
    private final VBox cards = new VBox();
    private final Button undoRemedy = new Button();
    private List<FindingModel> findings = List.of();
    private @Nullable Object documentAfterRemedy;
    private @Nullable Object remedyChange;

    /**
     * The text of one finding.
     *
     * @param remedy label of the remedy's button; empty without a remedy
     * @param applyRemedy applies the remedy as one undoable change
     */
    public record FindingModel(
            FindingCard.Severity severity, String title, String text, String remedy, Runnable applyRemedy) {
        boolean hasSameText(FindingModel other) {
            return severity == other.severity
                    && title.equals(other.title)
                    && text.equals(other.text)
                    && remedy.equals(other.remedy);
        }
    }

    /** @param document the lab's current document, used to detect whether a remedy is still the last change */
    public DoctorSection(String prefix, Messages messages, UndoHistory undo, Supplier<?> document) {
        this.prefix = prefix;
        this.undo = undo;
        this.document = document;
        cards.getStyleClass().add("findings");
        cards.setId(prefix + "-findings");
        undoRemedy.setId(prefix + "-take-back");
        undoRemedy.getStyleClass().add("link");
        undoRemedy.textProperty().bind(messages.bind("shell.undo"));
        undoRemedy.setOnAction(event -> undo.undo());
        undoRemedy.setVisible(false);
        getChildren().add(new Section(messages.bind("shell.doctor"), cards).addToHeader(undoRemedy));
    }

    /** Creates new cards only if the findings changed, so that a card under the pointer stays. */
    public void show(List<FindingModel> found) {
        undoRemedy.setVisible(document.get().equals(documentAfterRemedy)
                && remedyChange != null
                && remedyChange == undo.newestChange());
        if (isUnchanged(found)) {
            findings = List.copyOf(found);
            return;
        }
        findings = List.copyOf(found);
        cards.getChildren().clear();
        for (int k = 0; k < findings.size(); k++) {
            cards.getChildren().add(card(k));
        }
    }

    private boolean isUnchanged(List<FindingModel> found) {
        if (found.size() != findings.size()) {
            return false;
        }
        for (int k = 0; k < found.size(); k++) {
            if (!found.get(k).hasSameText(findings.get(k))) {
                return false;
            }
        }
        return true;
    }

    private FindingCard card(int place) {
        FindingModel found = findings.get(place);
        FindingCard card = new FindingCard(
                prefix + "-finding-" + (place + 1),
                found.severity(),
                new ReadOnlyStringWrapper(found.title()),
                new ReadOnlyStringWrapper(found.text()));
        return found.remedy().isEmpty()
                ? card
                : card.remedy(new ReadOnlyStringWrapper(found.remedy()), () -> applyRemedy(findings.get(place)));
    }

    /** The remedy's button disappears with its finding, so the focus moves to the button that undoes the remedy. */
    private void applyRemedy(FindingModel found) {
        found.applyRemedy().run();
        documentAfterRemedy = document.get();
        remedyChange = undo.newestChange();
        undoRemedy.setVisible(true);
        undoRemedy.requestFocus();
    }
}
