package hyperlab.app.learn;

import hyperlab.app.LabContext;
import hyperlab.app.LabName;
import hyperlab.app.Messages;
import hyperlab.app.control.Hints;
import hyperlab.app.control.Icons;
import hyperlab.learn.Inline;
import hyperlab.learn.Target;
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
final class WaysView extends VBox {
    private final Messages messages;
    private final Consumer<Target> follow;

    WaysView(List<Inline.Link> links, LabContext context, Consumer<Target> follow) {
        this.messages = context.messages();
        this.follow = follow;
        getStyleClass().add("page-ways");
        links.forEach(link -> getChildren().add(way(link)));
    }

    private Node way(Inline.Link link) {
        LabName lab = Links.lab(link.target());
        Label words = new Label(link.text());
        words.setGraphic(Icons.icon(lab.icon()));
        words.setMinWidth(0);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Label where = new Label();
        where.textProperty().bind(messages.bind(lab.titleKey()));
        where.getStyleClass().add("page-way-lab");
        where.setMinWidth(Region.USE_PREF_SIZE);
        HBox line = new HBox(words, gap, where, Icons.icon("fth-arrow-right"));
        line.getStyleClass().add("page-way-line");
        line.setAlignment(Pos.CENTER_LEFT);
        Button way = new Button();
        way.setId(Links.id(link.target()));
        way.setGraphic(line);
        way.getStyleClass().add("page-way");
        way.setMaxWidth(Double.MAX_VALUE);
        way.setAccessibleText(link.text());
        line.prefWidthProperty().bind(way.widthProperty());
        way.setOnAction(event -> follow.accept(link.target()));
        return Hints.withHint(way, messages.compute(() -> messages.get("learn.way.hint", messages.get(lab.titleKey()))));
    }
}
