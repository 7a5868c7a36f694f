package hyperlab.lab.training.stage;

import hyperlab.file.Document;
import hyperlab.map.MapSurroundings;
import hyperlab.text.KeyNames;
import hyperlab.train.Experiment;
import hyperlab.ui.Messages;
import hyperlab.ui.control.Icons;
import hyperlab.ui.control.chart.DocumentRequest;
import java.nio.file.Path;
import java.util.function.Supplier;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import org.jspecify.annotations.Nullable;

/** A menu that opens a map around the current run: its learning rate and one other hyperparameter vary. */
public final class MapsAroundRun extends MenuButton {
    private final Messages messages;
    private final Supplier<Experiment> experiment;
    private final Supplier<@Nullable Path> folder;

    /** @param folder the base folder of the experiment's relative paths; null for the working directory */
    public MapsAroundRun(Supplier<Experiment> experiment, Supplier<@Nullable Path> folder, Messages messages) {
        this.experiment = experiment;
        this.folder = folder;
        this.messages = messages;
        setId("training-map");
        setGraphic(Icons.icon("fth-map"));
        getStyleClass().addAll("icon-button", "no-arrow");
        Icons.addTooltip(this, messages.bind("training.map"));
        setOnShowing(event -> offer());
        offer();
    }

    private void offer() {
        Experiment current = experiment.get();
        getItems().setAll(MapSurroundings.keys(current).stream().map(this::item).toList());
    }

    private MenuItem item(String key) {
        MenuItem item = new MenuItem();
        item.setId("training-map-" + key.substring(key.lastIndexOf('.') + 1));
        item.setText(messages.get(
                "training.map.item",
                KeyNames.of("training.learningRate", messages.texts()),
                KeyNames.of(key, messages.texts())));
        item.setOnAction(event -> fireEvent(
                new DocumentRequest(new Document.OfMap(MapSurroundings.of(experiment.get(), key)), folder.get())));
        return item;
    }
}
