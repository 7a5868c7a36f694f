package hyperlab.ui.control;

import hyperlab.finding.Finding;
import hyperlab.finding.Remedy;
import hyperlab.finding.Severity;
import hyperlab.text.FindingText;
import hyperlab.text.Texts;
import hyperlab.ui.Messages;
import hyperlab.ui.UndoHistory;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
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
     * A finding in the language of the window.
     *
     * @param text its text; the label of its remedy is empty without a remedy
     * @param applyRemedy applies the remedy as one undoable change
     */
    public record FindingModel(FindingText text, Runnable applyRemedy) {
        /**
         * A finding in one language.
         *
         * @param applyRemedy receives the change of the finding's remedy
         */
        public static <S> FindingModel of(Finding<?, S> finding, Texts texts, Consumer<S> applyRemedy) {
            Remedy<S> remedy = finding.remedy();
            return new FindingModel(
                    FindingText.of(finding, texts),
                    remedy == null ? () -> {} : () -> applyRemedy.accept(remedy.change()));
        }

        /**
         * All findings, or the one with the key {@code fine} if there is none.
         *
         * @param applyRemedy receives the change of a finding's remedy
         */
        public static <S> List<FindingModel> ofAll(
                List<? extends Finding<?, S>> findings, String fine, Texts texts, Consumer<S> applyRemedy) {
            return findings.isEmpty()
                    ? List.of(of(Finding.of(Severity.GOOD, fine), texts, applyRemedy))
                    : findings.stream()
                            .map(finding -> of(finding, texts, applyRemedy))
                            .toList();
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
    public void show(List<FindingModel> results) {
        undoRemedy.setVisible(document.get().equals(documentAfterRemedy)
                && remedyChange != null
                && remedyChange == undo.newestChange());
        if (isUnchanged(results)) {
            findings = List.copyOf(results);
            return;
        }
        FindingText focused = focusedFinding();
        findings = List.copyOf(results);
        List<FindingCard> created =
                IntStream.range(0, findings.size()).mapToObj(this::card).toList();
        cards.getChildren().setAll(created);
        if (focused != null) {
            focusAgain(focused);
        }
    }

    /** The finding whose remedy has the focus. */
    private @Nullable FindingText focusedFinding() {
        for (int k = 0; k < findings.size(); k++) {
            if (((FindingCard) cards.getChildren().get(k)).isRemedyFocused()) {
                return findings.get(k).text();
            }
        }
        return null;
    }

    /**
     * Focuses the remedy of the same finding, whose numbers may have changed. If it is gone, no other button gets the
     * focus, so that a key does nothing that the user did not see.
     */
    private void focusAgain(FindingText before) {
        for (int k = 0; k < findings.size(); k++) {
            FindingText now = findings.get(k).text();
            if (now.title().equals(before.title()) || now.remedy().equals(before.remedy())) {
                ((FindingCard) cards.getChildren().get(k)).focusRemedy();
                return;
            }
        }
        getScene().getRoot().requestFocus();
    }

    private boolean isUnchanged(List<FindingModel> results) {
        if (results.size() != findings.size()) {
            return false;
        }
        for (int k = 0; k < results.size(); k++) {
            if (!results.get(k).text().equals(findings.get(k).text())) {
                return false;
            }
        }
        return true;
    }

    private FindingCard card(int place) {
        FindingModel found = findings.get(place);
        FindingCard card = new FindingCard(prefix + "-finding-" + (place + 1), found.text());
        String remedy = found.text().remedy();
        return remedy.isEmpty()
                ? card
                : card.remedy(new ReadOnlyStringWrapper(remedy), () -> applyRemedy(findings.get(place)));
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
