package hyperlab.app.ask;

import hyperlab.lab.Lab;
import hyperlab.ui.Messages;
import hyperlab.ui.control.Icons;
import hyperlab.ui.control.WrappedText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.geometry.Bounds;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;

/**
 * Hides cards of a stage and lies over them. A hidden card is transparent, so that it shows nothing while it is moved
 * or scrolled and its cover follows.
 */
final class AskCovers extends Pane {
    private static final String CARD = "stage-card";
    /** The style class of a text outside of all cards that states results. It is hidden, too, but needs no cover. */
    private static final String RESULT_TEXT = "result-text";

    private final Messages messages;
    private final Lab lab;
    private final Region card;
    private final Set<Node> hidden = new HashSet<>();
    private List<Node> covered = List.of();

    /** @param card the question, which may lie over the stage */
    AskCovers(Messages messages, Lab lab, Region card) {
        this.messages = messages;
        this.card = card;
        this.lab = lab;
        setId("ask-covers");
        setPickOnBounds(false);
        Rectangle clip = new Rectangle();
        clip.widthProperty().bind(widthProperty());
        clip.heightProperty().bind(heightProperty());
        setClip(clip);
    }

    /**
     * Hides all cards but some, and places the covers.
     *
     * @param visible the ids of the cards that stay visible
     */
    void hideAllBut(List<String> visible) {
        List<Node> cards = new ArrayList<>();
        if (lab.parts().insight() == null) {
            cards.add(lab.parts().stage());
        } else {
            collectCards(lab.parts().stage(), visible, cards);
        }
        for (Node node : new ArrayList<>(hidden)) {
            if (!cards.contains(node)) {
                reveal(node);
            }
        }
        for (Node node : cards) {
            if (hidden.add(node)) {
                node.setOpacity(0);
            }
        }
        List<Node> covers = cards.stream()
                .filter(card -> !card.getStyleClass().contains(RESULT_TEXT))
                .toList();
        if (!covers.equals(covered)) {
            covered = covers;
            getChildren().setAll(covers.stream().map(card -> cover()).toList());
        }
        for (int k = 0; k < covered.size(); k++) {
            Node node = covered.get(k);
            Bounds bounds = sceneToLocal(node.localToScene(node.getLayoutBounds()));
            StackPane cover = (StackPane) getChildren().get(k);
            StackPane.setMargin(
                    cover.getChildren().get(0), new Insets(0, Math.max(0, bounds.getMaxX() - visibleRight()), 0, 0));
            cover.resizeRelocate(bounds.getMinX(), bounds.getMinY(), bounds.getWidth(), bounds.getHeight());
        }
    }

    /** The left edge of the question if it lies over the stage; otherwise the stage's right edge. */
    private double visibleRight() {
        if (card.getScene() == null) {
            return getWidth();
        }
        Bounds question = sceneToLocal(card.localToScene(card.getLayoutBounds()));
        return question.getMaxY() <= 0 ? getWidth() : Math.min(getWidth(), question.getMinX());
    }

    /** Shows all cards. */
    void revealAll() {
        new ArrayList<>(hidden).forEach(this::reveal);
        covered = List.of();
        getChildren().clear();
    }

    private void reveal(Node node) {
        hidden.remove(node);
        node.setOpacity(1);
    }

    private static void collectCards(Node node, List<String> visible, List<Node> cards) {
        if (!node.isVisible()) {
            return;
        }
        if (node.getStyleClass().contains(CARD)) {
            if (node.getId() == null || !visible.contains(node.getId())) {
                cards.add(node);
            }
        } else if (node.getStyleClass().contains(RESULT_TEXT)) {
            cards.add(node);
        } else if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collectCards(child, visible, cards));
        }
    }

    private Region cover() {
        WrappedText text = new WrappedText(messages.bind("ask.card.hidden"), "muted");
        text.setMaxWidth(Region.USE_PREF_SIZE);
        VBox box = new VBox(8, Icons.icon("fth-eye-off"), text);
        box.setAlignment(Pos.CENTER);
        StackPane cover = new StackPane(box);
        cover.getStyleClass().addAll(CARD, "lesson-cover");
        cover.setManaged(false);
        return cover;
    }
}
