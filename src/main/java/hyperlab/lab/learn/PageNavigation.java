package hyperlab.lab.learn;

import hyperlab.ui.Messages;
import hyperlab.ui.control.Hints;
import hyperlab.ui.control.Icons;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** The buttons below a page that lead to the previous and the next one. */
final class PageNavigation extends HBox {
    private final Messages messages;

    /** @param name the entry that the buttons belong to */
    PageNavigation(Messages messages, LearnViewModel lab, String name) {
        this.messages = messages;
        getStyleClass().add(PagedScroll.FOOT_STYLE);
        int index = LearnViewModel.ENTRIES.indexOf(name);
        if (index > 0) {
            Button previous = navigationButton("learn-previous", "fth-arrow-left", index - 1, lab.playback()::stepBack);
            getChildren().add(Hints.withHint(previous, messages.bind("learn.previous.hint")));
        }
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        getChildren().add(gap);
        if (index < LearnViewModel.ENTRIES.size() - 1) {
            Button next = navigationButton("learn-next", "fth-arrow-right", index + 1, lab.playback()::stepForward);
            next.setContentDisplay(ContentDisplay.RIGHT);
            getChildren().add(Hints.withHint(next, messages.bind("learn.next.hint")));
        }
    }

    private Button navigationButton(String id, String icon, int to, Runnable action) {
        Button button = new Button();
        button.setId(id);
        button.setGraphic(Icons.icon(icon));
        button.textProperty().bind(messages.bind("learn.name." + LearnViewModel.ENTRIES.get(to)));
        button.setOnAction(event -> action.run());
        return button;
    }
}
