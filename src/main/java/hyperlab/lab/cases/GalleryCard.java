package hyperlab.lab.cases;

import hyperlab.lab.LabContext;
import hyperlab.ui.Messages;
import hyperlab.ui.control.Hints;
import hyperlab.ui.control.Icons;
import hyperlab.ui.control.chart.ChartCard;
import hyperlab.ui.control.chart.ChartCardView;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * A case in the gallery: a chart with a chip in its header, what the case is about above it, and its results with a
 * button below. The button, a double click and Enter open the case.
 *
 * @param <M> the model of the chart
 */
abstract class GalleryCard<M> {
    private final Messages messages;
    private final ChartCardView<M> view;
    private final Runnable open;

    GalleryCard(LabContext context, ChartCardView<M> view, Runnable open) {
        this.messages = context.messages();
        this.view = view;
        this.open = open;
        ChartCard card = view.card();
        card.getStyleClass().add("case-card");
        card.addEventHandler(MouseEvent.MOUSE_CLICKED, event -> {
            if (event.getClickCount() == 2) {
                open.run();
            }
        });
        card.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER) {
                open.run();
                event.consume();
            }
        });
    }

    /**
     * Adds what surrounds the chart.
     *
     * @param about lines above the chart
     * @param results lines below the chart
     */
    final void fill(
            ObservableValue<String> chip,
            List<? extends Node> about,
            List<? extends Node> results,
            ObservableValue<String> openHint) {
        Label chipLabel = label("case-chip");
        chipLabel.textProperty().bind(chip);
        VBox aboutLines = new VBox(3);
        aboutLines.getChildren().setAll(about);
        aboutLines.getStyleClass().add("case-about");
        VBox resultLines = new VBox(1);
        resultLines.getChildren().setAll(results);
        resultLines.setMinWidth(0);
        HBox.setHgrow(resultLines, Priority.ALWAYS);
        HBox footer = new HBox(8, resultLines, openButton(openHint));
        footer.setAlignment(Pos.CENTER_LEFT);
        card().addToHeader(chipLabel);
        card().insertAbove(aboutLines);
        card().addBelow(footer);
    }

    private Button openButton(ObservableValue<String> hint) {
        Button button = new Button();
        button.setId(card().getId() + "-open");
        button.textProperty().bind(messages.bind("cases.open"));
        button.setGraphic(Icons.icon("fth-arrow-right"));
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(event -> open.run());
        Hints.withHint(button, hint);
        return button;
    }

    /** A label that is never shortened. */
    static Label label(String style) {
        Label label = new Label();
        label.getStyleClass().add(style);
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    final ChartCard card() {
        return view.card();
    }

    final ChartCardView<M> view() {
        return view;
    }

    /** Updates the results. */
    abstract void show();
}
