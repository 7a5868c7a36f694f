package hyperlab.app.notice;

import hyperlab.ui.Messages;
import hyperlab.ui.concurrent.PulseClock;
import hyperlab.ui.control.Icons;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.beans.value.ObservableBooleanValue;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/**
 * The notices over the window's bottom right corner, the newest at the bottom: over the insight next to the stage if it
 * is there, and over the stage otherwise. Time stops while the pointer or the keyboard focus is on one of them. FX
 * thread only.
 */
public final class NoticeStack extends VBox {
    /** Whether there is a panel next to the stage that they cover instead of it. */
    private static final PseudoClass BESIDE = PseudoClass.getPseudoClass("beside");

    /** As wide as a notice in a panel allows. */
    private static final double ACTIONS_WIDTH = 190;

    private final NoticeList notices;
    private final Messages messages;
    private final PulseClock clock;
    private final List<Node> pinned = new ArrayList<>();

    public NoticeStack(NoticeList notices, Messages messages) {
        this.notices = notices;
        this.messages = messages;
        setId("notices");
        getStyleClass().add("notices");
        setAlignment(Pos.BOTTOM_RIGHT);
        setFillWidth(false);
        setPickOnBounds(false);
        clock = new PulseClock(notices::advance);
        notices.timedProperty().addListener((observed, before, now) -> clock.run(now));
        InvalidationListener pause = observed -> notices.setPaused(isHover() || isFocusWithin());
        hoverProperty().addListener(pause);
        focusWithinProperty().addListener(pause);
        notices.all().addListener((InvalidationListener) observed -> update());
        update();
    }

    /**
     * Keeps the notices within a panel of the standard width while it is next to the stage, so that they cover no
     * chart.
     */
    public void stayWithin(ObservableBooleanValue panelBesideStage) {
        panelBesideStage.addListener((observed, before, now) -> pseudoClassStateChanged(BESIDE, now));
        pseudoClassStateChanged(BESIDE, panelBesideStage.get());
    }

    /** Keeps a node below the notices, such as the progress of an export. */
    public void pin(Node node) {
        pinned.add(node);
        update();
    }

    private void update() {
        boolean hadFocus = isFocusWithin();
        List<Node> cards = new ArrayList<>();
        for (Notice notice : notices.visible()) {
            cards.add(getChildren().stream()
                    .filter(card -> card.getUserData() == notice)
                    .findFirst()
                    .orElseGet(() -> card(notice)));
        }
        cards.addAll(pinned);
        getChildren().setAll(cards);
        if (hadFocus && !isFocusWithin() && getScene() != null) {
            getScene().getRoot().requestFocus();
        }
    }

    private Node card(Notice notice) {
        Label text = new Label();
        text.setId("notice-text");
        text.getStyleClass().add("notice-text");
        text.setWrapText(true);
        text.setMinHeight(USE_PREF_SIZE);
        text.textProperty().bind(messages.compute(() -> notice.line().apply(messages.texts())));
        HBox.setHgrow(text, Priority.ALWAYS);
        HBox card = new HBox(Icons.icon(notice.kind().icon()), text);
        card.setId("notice");
        card.setUserData(notice);
        card.getStyleClass().addAll("notice", notice.kind().style());
        card.setAlignment(Pos.CENTER_LEFT);
        card.setAccessibleRole(AccessibleRole.TEXT);
        card.accessibleTextProperty().bind(text.textProperty());
        if (!notice.actions().isEmpty()) {
            // Many buttons, or long ones, take several lines.
            FlowPane buttons = new FlowPane();
            buttons.setPrefWrapLength(ACTIONS_WIDTH);
            buttons.setMinWidth(0);
            buttons.getStyleClass().add("notice-actions");
            for (Notice.NoticeAction action : notice.actions()) {
                buttons.getChildren().add(button(notice, action));
            }
            // Below the text, because there is no room next to it in a panel.
            VBox both = new VBox(text, buttons);
            HBox.setHgrow(both, Priority.ALWAYS);
            card.getChildren().add(both);
        }
        Button dismiss =
                Icons.button("notice-dismiss", "fth-x", messages.bind("shell.dismiss"), () -> notices.dismiss(notice));
        card.getChildren().add(dismiss);
        card.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                notices.dismiss(notice);
                event.consume();
            }
        });
        return card;
    }

    private Button button(Notice notice, Notice.NoticeAction action) {
        int number = notice.actions().indexOf(action);
        Button button = new Button();
        button.setId(number == 0 ? "notice-action" : "notice-action-" + (number + 1));
        button.getStyleClass().add("link");
        // Names of studies often differ at their end.
        button.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        button.textProperty().bind(messages.compute(() -> action.name().apply(messages.texts())));
        button.setOnAction(event -> notices.accept(notice, action));
        return button;
    }
}
