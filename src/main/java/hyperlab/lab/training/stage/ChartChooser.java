package hyperlab.lab.training.stage;

import hyperlab.lab.training.run.StageChart;
import hyperlab.lab.training.run.StageLayout;
import hyperlab.lab.training.run.TrainingViewState;
import hyperlab.ui.Messages;
import hyperlab.ui.control.Icons;
import javafx.beans.value.ObservableStringValue;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;

/** A menu in a card's header that replaces the chart with another one. */
public final class ChartChooser extends MenuButton {
    public ChartChooser(
            StageChart kind, StageLayout layout, ObservableValue<TrainingViewState> state, Messages messages) {
        setId("training-" + kind.id() + "-choose");
        getStyleClass().addAll("icon-button", "chart-chooser");
        setGraphic(Icons.icon("fth-layout"));
        Icons.addTooltip(this, messages.bind("stage.choose"));
        for (StageChart other : StageChart.values()) {
            MenuItem item = new MenuItem();
            item.setId(getId() + "-" + other.id());
            item.textProperty().bind(title(other, state, messages));
            item.setDisable(other == kind);
            item.setOnAction(
                    event -> layout.replace(kind, other, state.getValue().facts()));
            getItems().add(item);
            addEventHandler(
                    ON_SHOWING,
                    event -> item.setVisible(
                            layout.isSuitable(other, state.getValue().facts())));
        }
    }

    /** The title of a chart; only one of them depends on the data. */
    static ObservableStringValue title(StageChart kind, ObservableValue<TrainingViewState> state, Messages messages) {
        return kind == StageChart.BOUNDARY
                ? messages.compute(
                        () -> messages.get(kind.titleKey(state.getValue().facts())), state)
                : messages.bind(kind.titleKey(null));
    }
}
