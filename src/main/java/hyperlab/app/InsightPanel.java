package hyperlab.app;

import hyperlab.app.control.Finding;
import hyperlab.app.control.Icons;
import hyperlab.app.control.Viewport;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * The panel at the right: a column in a wide window; folded, a strip with a dot for each finding, which in a narrow
 * window, and presented, opens over the stage.
 */
final class InsightPanel extends SidePanel {
    private static final double WIDTH = 292;
    private static final double STRIP = 40;
    private static final String CONTENT = "insight-content";

    private final Appearance appearance;
    private final VBox dots = new VBox(6);
    private final VBox strip = new VBox(12);
    private final Button toggle;
    private boolean narrow;
    private boolean absent;
    private List<String> dotted = List.of();

    InsightPanel(Messages messages, Appearance appearance) {
        super("insight", Pos.TOP_RIGHT);
        this.appearance = appearance;
        pane().getStyleClass().add("insight");
        toggle = Icons.button("insight-toggle", "fth-chevrons-left", Shortcut.INSIGHT.tooltip(messages), this::toggle);
        strip.setId("insight-strip");
        strip.getStyleClass().add("insight-strip");
        strip.setAlignment(Pos.TOP_CENTER);
        strip.getChildren().addAll(toggle, dots);
        strip.setOnMouseClicked(event -> toggle());
        dots.setAlignment(Pos.TOP_CENTER);
        appearance.presented().addListener((observed, before, now) -> place());
        place();
    }

    /** What is left of it when it is folded. */
    Node strip() {
        return strip;
    }

    void narrow(boolean nowNarrow) {
        if (nowNarrow != narrow) {
            narrow = nowNarrow;
            close();
        }
    }

    /** Gives the keys to the first remedy that the doctor offers, or to the next after the one that has them. */
    void toRemedy() {
        List<Node> remedies = new ArrayList<>();
        if (pane().getContent() != null) {
            addRemedies(pane().getContent(), remedies);
        }
        if (remedies.isEmpty()) {
            return;
        }
        if (!fold().isSeen()) {
            toggle();
        }
        Node focused = pane().getScene().getFocusOwner();
        Node next = remedies.get((remedies.indexOf(focused) + 1) % remedies.size());
        next.requestFocus();
        Viewport.reveal(pane(), next);
    }

    private static void addRemedies(Node node, List<Node> remedies) {
        if (!node.isVisible()) {
            return;
        }
        if (node.getStyleClass().contains(Finding.REMEDY) && !node.isDisabled()) {
            remedies.add(node);
        } else if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> addRemedies(child, remedies));
        }
    }

    /** @param content null for no panel at all */
    void show(@Nullable Region content) {
        absent = content == null;
        if (content == null) {
            pane().setContent(null);
            dots.getChildren().clear();
            place();
            return;
        }
        if (!content.getStyleClass().contains(CONTENT)) {
            content.needsLayoutProperty().addListener((observed, before, now) -> countFindings());
        }
        pane().setContent(styled(content, CONTENT));
        countFindings();
        close();
    }

    @Override
    void place() {
        fold().floats(narrow || appearance.presented().get());
        boolean over = fold().isOver() && !absent;
        boolean beside = fold().isBeside() && !absent;
        double edge = appearance.length(STRIP);
        fix(pane(), appearance.length(WIDTH));
        fix(strip, edge);
        clear();
        if (over) {
            overlay().getChildren().add(pane());
            StackPane.setMargin(pane(), new Insets(0, edge, 0, 0));
        } else {
            // Also while it is folded away: only what is in a scene is laid out, which is when findings are counted.
            column().getChildren().add(pane());
            StackPane.setMargin(pane(), Insets.EMPTY);
        }
        columnStands(beside);
        strip.setManaged(!beside && !absent);
        strip.setVisible(!beside && !absent);
        toggle.setGraphic(Icons.icon(over ? "fth-chevrons-right" : "fth-chevrons-left"));
    }

    /** Asked whenever the content is laid out, which may be at each frame: new dots only for other findings. */
    private void countFindings() {
        List<String> styles = new ArrayList<>();
        if (pane().getContent() != null) {
            addFindings(pane().getContent(), styles);
        }
        if (!styles.equals(dotted)) {
            dotted = styles;
            dots.getChildren().setAll(styles.stream().map(InsightPanel::dot).toList());
        }
    }

    private static void addFindings(Node node, List<String> styles) {
        if (node instanceof Finding finding) {
            styles.add(finding.style());
        } else if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> addFindings(child, styles));
        }
    }

    private static Region dot(String style) {
        Region dot = new Region();
        dot.getStyleClass().addAll("finding-dot", style);
        return dot;
    }
}
