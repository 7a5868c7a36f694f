package hyperlab.ui.control.chart;

import hyperlab.ui.Messages;
import hyperlab.ui.control.CardHeader;
import hyperlab.ui.control.Icons;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ChangeListener;
import javafx.event.EventHandler;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jfree.chart.JFreeChart;
import org.jspecify.annotations.Nullable;

/**
 * A card's chart over the whole stage, with values at the pointer and zoom. It follows the card; everything around the
 * stage stays usable. Escape, F and its button close it. FX thread only.
 */
final class EnlargedChart extends VBox {
    static final String ID = "enlarged-chart";
    private static final String STAGE_ID = "stage";

    private final ChartCard card;
    private final ChartView view;
    private final EventHandler<KeyEvent> keys = this::handleKey;
    private final ChangeListener<JFreeChart> chartReplaced;

    private EnlargedChart(ChartCard card, Messages messages) {
        this.card = card;
        setId(ID);
        getStyleClass().addAll("stage-card", "chart-card", "enlarged-chart");
        view = new ChartView(card.chart());
        chartReplaced = (observed, before, now) -> view.setChart(now);
        view.interaction().pointer().setValues(card.values());
        view.interaction().setFocused(() -> true);
        VBox.setVgrow(view, Priority.ALWAYS);
        CardHeader header = new CardHeader(
                Bindings.createStringBinding(card::title, messages.languageProperty(), card.accessibleTextProperty()),
                card.subtitleValue());
        Button close = Icons.button(ID + "-close", "fth-minimize-2", messages.bind("shell.enlarge.close"), this::close);
        close.getStyleClass().add("card-menu");
        header.add(close);
        getChildren().addAll(header, view);
        sceneProperty().addListener((observed, before, now) -> sceneChanged(before, now));
    }

    /**
     * Enlarges a card on the stage that it is on; closes it if it is enlarged already. While something else lies over
     * the card, such as the cover of a question, nothing is enlarged.
     */
    static void open(ChartCard card, Messages messages) {
        StackPane stage = stage(card);
        if (stage == null) {
            return;
        }
        Node shown = stage.lookup("#" + ID);
        if (shown instanceof EnlargedChart enlarged) {
            enlarged.close();
            if (enlarged.card == card) {
                return;
            }
        }
        Point2D center = center(card);
        boolean covered = stage.getChildren().stream().skip(1).anyMatch(over -> liesOver(over, center));
        if (!covered) {
            stage.getChildren().add(new EnlargedChart(card, messages));
        }
    }

    /** Closes a card if it is enlarged; returns whether it was. */
    static boolean close(ChartCard card) {
        StackPane stage = stage(card);
        if (stage != null && stage.lookup("#" + ID) instanceof EnlargedChart enlarged && enlarged.card == card) {
            enlarged.close();
            return true;
        }
        return false;
    }

    /** In the scene. */
    private static Point2D center(Node node) {
        Bounds bounds = node.localToScene(node.getLayoutBounds());
        return new Point2D(bounds.getCenterX(), bounds.getCenterY());
    }

    /** Whether the pointer would meet a node at a place of the scene. */
    private static boolean liesOver(Node node, Point2D place) {
        if (!node.isVisible() || node.isMouseTransparent()) {
            return false;
        }
        if (node instanceof Parent parent && !node.isPickOnBounds()) {
            return parent.getChildrenUnmodifiable().stream().anyMatch(child -> liesOver(child, place));
        }
        return node.localToScene(node.getLayoutBounds()).contains(place);
    }

    private static @Nullable StackPane stage(Node card) {
        for (Node node = card; node != null; node = node.getParent()) {
            if (node instanceof StackPane pane && STAGE_ID.equals(node.getId())) {
                return pane;
            }
        }
        return null;
    }

    private void sceneChanged(@Nullable Scene before, @Nullable Scene now) {
        if (before != null) {
            before.removeEventFilter(KeyEvent.KEY_PRESSED, keys);
        }
        if (now != null) {
            now.addEventFilter(KeyEvent.KEY_PRESSED, keys);
        }
        if (now == null) {
            card.chartValue().removeListener(chartReplaced);
            view.stopFollowing();
        } else {
            view.setChart(card.chart());
            card.chartValue().addListener(chartReplaced);
        }
        view.setActive(now != null);
        card.chartView().setSuspended(now != null);
    }

    private void handleKey(KeyEvent event) {
        boolean closes = event.getCode() == KeyCode.ESCAPE
                || (event.getCode() == KeyCode.F && card.isFocused() && !event.isShortcutDown());
        if (closes && !event.isConsumed()) {
            close();
            event.consume();
        }
    }

    private void close() {
        if (getParent() instanceof StackPane stage) {
            stage.getChildren().remove(this);
            card.requestFocus();
        }
    }
}
