package hyperlab.lab.learn;

import hyperlab.lab.LabContext;
import hyperlab.lab.LabName;
import hyperlab.learn.Inline;
import hyperlab.learn.LinkTarget;
import hyperlab.ui.Messages;
import hyperlab.ui.control.Hints;
import hyperlab.ui.control.Icons;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A list of buttons for things to try, each with the lab that it opens. */
final class LinkListView extends VBox {
    private final Messages messages;
    private final Consumer<LinkTarget> linkHandler;

    LinkListView(List<Inline.Link> links, LabContext context, Consumer<LinkTarget> linkHandler) {
        this.messages = context.messages();
        this.linkHandler = linkHandler;
        getStyleClass().add("page-ways");
        links.forEach(link -> getChildren().add(linkButton(link)));
    }

    private Node linkButton(Inline.Link link) {
        return button(
                LinkResolver.id(link.target()),
                link.text(),
                LinkResolver.lab(link.target()),
                messages,
                () -> linkHandler.accept(link.target()));
    }

    /** A button that names the lab that it opens. */
    static Button button(String id, String text, LabName lab, Messages messages, Runnable action) {
        Label words = new Label(text);
        words.setGraphic(Icons.icon(lab.icon()));
        words.setMinWidth(0);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Label labLabel = new Label();
        labLabel.textProperty().bind(messages.bind(lab.titleKey()));
        labLabel.getStyleClass().add("page-way-lab");
        labLabel.setMinWidth(Region.USE_PREF_SIZE);
        HBox line = new HBox(words, gap, labLabel, Icons.icon("fth-arrow-right"));
        line.getStyleClass().add("page-way-line");
        line.setAlignment(Pos.CENTER_LEFT);
        Button button = new Button();
        button.setId(id);
        button.setGraphic(line);
        button.getStyleClass().add("page-way");
        button.setMaxWidth(Double.MAX_VALUE);
        button.setAccessibleText(text);
        line.prefWidthProperty().bind(button.widthProperty());
        button.setOnAction(event -> action.run());
        return Hints.withHint(
                button, messages.compute(() -> messages.get("learn.way.hint", messages.get(lab.titleKey()))));
    }
}
