package hyperlab.lab.learningrate;

import hyperlab.lab.learningrate.race.RaceSnapshot;
import hyperlab.ui.Messages;
import hyperlab.ui.control.WrappedText;
import java.util.List;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The legend of the slider track's colors and textures, with the range of each. */
final class RegimeLegend extends VBox {
    private final Messages messages;
    private final GridPane grid = new GridPane();
    private final StringProperty note = new SimpleStringProperty("");
    private List<LegendRow> shownRows = List.of();

    RegimeLegend(Messages messages) {
        this.messages = messages;
        setId("learning-rate-legend");
        getStyleClass().add("regime-legend");
        grid.getStyleClass().add("regime-grid");
        WrappedText line = new WrappedText(note, "small", "muted");
        line.visibleProperty().bind(note.isNotEmpty());
        line.managedProperty().bind(line.visibleProperty());
        getChildren().addAll(grid, line);
    }

    void show(RaceSnapshot snapshot) {
        RegimeText text = new RegimeText(messages.texts());
        List<LegendRow> rows = snapshot.zones().stream()
                .map(zone -> new LegendRow(
                        LearningRateText.style(zone.regime()),
                        messages.get(RegimeText.nameKey(snapshot, zone.regime())),
                        text.range(snapshot, zone)))
                .toList();
        if (!rows.equals(shownRows)) {
            shownRows = rows;
            show(rows);
        }
        note.set(text.note(snapshot));
    }

    private void show(List<LegendRow> rows) {
        grid.getChildren().clear();
        grid.setVisible(!rows.isEmpty());
        grid.setManaged(!rows.isEmpty());
        for (LegendRow line : rows) {
            Region swatch = new Region();
            swatch.getStyleClass().addAll("regime-swatch", "track-zone", line.regime());
            Label word = new Label(line.word());
            word.getStyleClass().add("regime-name");
            word.setMinWidth(USE_PREF_SIZE);
            Label range = new Label(line.range());
            range.getStyleClass().add("caption");
            range.setWrapText(true);
            range.setMinHeight(USE_PREF_SIZE);
            grid.addRow(grid.getRowCount(), swatch, word, range);
        }
    }

    private record LegendRow(String regime, String word, String range) {}
}
