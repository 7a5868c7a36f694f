package hyperlab.app.descent;

import hyperlab.app.Messages;
import hyperlab.app.control.Prose;
import hyperlab.app.control.Zone;
import java.util.List;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What the colours and textures of the rate's track stand for, and where they end. */
final class RegimeLegend extends VBox {
    private final Messages messages;
    private final GridPane grid = new GridPane();
    private final StringProperty note = new SimpleStringProperty("");

    RegimeLegend(Messages messages) {
        this.messages = messages;
        setId("rate-legend");
        getStyleClass().add("regime-legend");
        grid.getStyleClass().add("regime-grid");
        Prose line = new Prose(note, "small", "muted");
        line.visibleProperty().bind(note.isNotEmpty());
        line.managedProperty().bind(line.visibleProperty());
        getChildren().addAll(grid, line);
    }

    void show(Moment moment) {
        RateWords words = new RateWords(messages.texts());
        List<Zone> zones = moment.zones();
        grid.getChildren().clear();
        grid.setVisible(!zones.isEmpty());
        grid.setManaged(!zones.isEmpty());
        for (int row = 0; row < zones.size(); row++) {
            String regime = RateWords.style(zones.get(row).regime());
            Region swatch = new Region();
            swatch.getStyleClass().addAll("regime-swatch", "track-zone", regime);
            Label word = new Label(messages.get("rate.legend." + regime));
            word.getStyleClass().add("regime-name");
            Label range = new Label(words.range(moment, zones.get(row)));
            range.getStyleClass().add("caption");
            grid.addRow(row, swatch, word, range);
        }
        note.set(words.legendNote(moment));
    }
}
