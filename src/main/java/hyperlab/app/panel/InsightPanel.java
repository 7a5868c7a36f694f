package hyperlab.app.panel;

import hyperlab.ui.Appearance;
import hyperlab.ui.Messages;
import hyperlab.ui.Shortcut;
import hyperlab.ui.control.FindingCard;
import hyperlab.ui.control.Icons;
import hyperlab.ui.control.ScrollPanes;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * The right panel: a column in a wide window. When folded, it is a strip with one dot per finding; in a narrow window
 * the strip opens it over the stage. In presentation mode there is no strip; a key or the menu opens the panel.
 */
public final class InsightPanel extends SidePanel {
    /** The width of the docked column in normal size. */
    public static final double WIDTH = 292;
    /** The width of the strip that remains of it in a narrow window. */
    public static final double STRIP_WIDTH = 40;
    /** The share of the window that a question next to a presented stage takes at most. */
    private static final double MAX_QUESTION_SHARE = 0.4;

    private static final String CONTENT = "insight-content";
    /** The property of a content whose findings are counted. */
    private static final String OBSERVED = "hyperlab.findings.observed";

    private final Appearance appearance;
    private final VBox dots = new VBox(6);
    private final VBox strip = new VBox(12);
    private final Button toggle;
    private boolean narrow;
    private boolean absent;
    private List<String> dotStyles = List.of();
    private final VBox questionColumn = new VBox();
    private @Nullable Region insight;
    private @Nullable Region card;
    private boolean hiding;

    public InsightPanel(Messages messages, Appearance appearance) {
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
        appearance.presentationProperty().addListener((observed, before, now) -> updatePlacement());
        updatePlacement();
    }

    /** The strip that remains when the panel is folded. */
    public Node strip() {
        return strip;
    }

    public void setNarrow(boolean nowNarrow) {
        if (nowNarrow != narrow) {
            narrow = nowNarrow;
            close();
        } else if (card != null) {
            updatePlacement();
        }
    }

    /** Focuses the doctor's first remedy, or the next one after the remedy that has the focus. */
    public void focusNextRemedy() {
        List<Node> remedies = new ArrayList<>();
        if (pane().getContent() != null) {
            collectRemedies(pane().getContent(), remedies);
        }
        if (remedies.isEmpty()) {
            return;
        }
        if (!visibility().isVisible()) {
            toggle();
        }
        Scene scene = pane().getScene();
        if (scene == null) {
            return; // something else stands in place of the insight, as during a lesson
        }
        Node next = remedies.get((remedies.indexOf(scene.getFocusOwner()) + 1) % remedies.size());
        next.requestFocus();
        ScrollPanes.scrollTo(pane(), next);
    }

    private static void collectRemedies(Node node, List<Node> remedies) {
        if (!node.isVisible()) {
            return;
        }
        if (node.getStyleClass().contains(FindingCard.REMEDY_STYLE) && !node.isDisabled()) {
            remedies.add(node);
        } else if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collectRemedies(child, remedies));
        }
    }

    /**
     * Shows the card of a question above the insight.
     *
     * @param newCard null for no question, or one that is elsewhere
     * @param nowHiding whether the insight is hidden, because it reveals the answer
     */
    public void ask(@Nullable Region newCard, boolean nowHiding) {
        boolean begins = newCard != null && card == null;
        boolean ends = newCard == null && card != null;
        card = newCard;
        hiding = nowHiding;
        showContent();
        if (begins && !visibility().isVisible()) {
            toggle();
        } else if (ends) {
            close();
        }
        scrollToCard();
    }

    /** Shows the end of the card, with the answer and its reason; the beginning while they are hidden. */
    private void scrollToCard() {
        pane().setVvalue(0);
        Region shown = card;
        if (shown != null && !hiding && pane().getScene() != null && questionColumn.getScene() != null) {
            Node end = shown.getChildrenUnmodifiable()
                    .get(shown.getChildrenUnmodifiable().size() - 1);
            ScrollPanes.scrollTo(pane(), end);
        }
    }

    /**
     * Shows the insight of a lab.
     *
     * @param content null to hide the panel entirely
     */
    public void show(@Nullable Region content) {
        insight = content;
        showContent();
        close();
    }

    /** Styles and lays out the insight of a lab that is not shown yet. */
    public void styleAhead(Region content) {
        styleAhead(withStyle(content, CONTENT), UnaryOperator.identity());
    }

    private void showContent() {
        Region shown = insight;
        if (card != null) {
            questionColumn.getChildren().setAll(card);
            if (insight != null && !hiding && !appearance.presentationProperty().get()) {
                pane().setContent(null);
                questionColumn.getChildren().add(withStyle(insight, CONTENT));
            }
            shown = questionColumn;
        } else {
            questionColumn.getChildren().clear();
            shown = hiding && insight != null ? questionColumn : insight;
        }
        showContent(shown);
        updatePlacement();
    }

    private void showContent(@Nullable Region content) {
        absent = content == null;
        if (content == null) {
            pane().setContent(null);
            dots.getChildren().clear();
            dotStyles = List.of();
            return;
        }
        if (content.getProperties().put(OBSERVED, true) == null) {
            content.needsLayoutProperty().addListener((observed, before, now) -> updateDots());
        }
        pane().setContent(content.equals(questionColumn) ? content : withStyle(content, CONTENT));
        updateDots();
    }

    @Override
    void updatePlacement() {
        boolean presented = appearance.presentationProperty().get();
        // With enough room, the audience sees the stage next to a question, not behind it.
        visibility().setFloating(presented ? card == null : narrow);
        boolean overlaid = visibility().isOverlay() && !absent;
        boolean docked = visibility().isDocked() && !absent;
        double edge = presented ? 0 : STRIP_WIDTH;
        double width = appearance.scaledLength(WIDTH);
        Scene scene = strip.getScene();
        boolean besideStage = presented && card != null && scene != null;
        fixWidth(pane(), besideStage ? Math.min(width, MAX_QUESTION_SHARE * scene.getWidth()) : width);
        fixWidth(strip, edge);
        clear();
        if (overlaid) {
            overlay().getChildren().add(pane());
            StackPane.setMargin(pane(), new Insets(0, edge, 0, 0));
        } else {
            // The pane stays in the scene even when folded: only nodes in a scene are laid out, and findings are
            // counted on layout.
            column().getChildren().add(pane());
            StackPane.setMargin(pane(), Insets.EMPTY);
        }
        setColumnVisible(docked);
        strip.setManaged(!docked && !absent && !presented);
        strip.setVisible(strip.isManaged());
        toggle.setGraphic(Icons.icon(overlaid ? "fth-chevrons-right" : "fth-chevrons-left"));
    }

    /**
     * Called on every layout of the content, possibly at each frame, so the dots are only rebuilt if the findings
     * changed.
     */
    private void updateDots() {
        List<String> styles = new ArrayList<>();
        if (pane().getContent() != null) {
            collectFindings(pane().getContent(), styles);
        }
        if (!styles.equals(dotStyles)) {
            dotStyles = styles;
            dots.getChildren().setAll(styles.stream().map(InsightPanel::dot).toList());
        }
    }

    private static void collectFindings(Node node, List<String> styles) {
        if (node instanceof FindingCard finding) {
            styles.add(finding.style());
        } else if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collectFindings(child, styles));
        }
    }

    private static Region dot(String style) {
        Region dot = new Region();
        dot.getStyleClass().addAll("finding-dot", style);
        return dot;
    }
}
