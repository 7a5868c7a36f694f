package hyperlab.lab.training.stage;

import hyperlab.chart.training.network.NetworkChart;
import hyperlab.chart.training.network.NetworkDiagram;
import hyperlab.lab.LabContext;
import hyperlab.lab.training.inspection.NetworkInspection;
import hyperlab.lab.training.inspection.NetworkInspectionViewModel;
import hyperlab.lab.training.run.StageChart;
import hyperlab.lab.training.settings.HiddenLayerEditor;
import hyperlab.lab.training.settings.LayerSettings;
import hyperlab.nn.layer.LayerWeights;
import hyperlab.ui.Messages;
import hyperlab.ui.control.Icons;
import hyperlab.ui.control.chart.ChartCard;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/**
 * The card of the network diagram. The unit under the pointer, or the one selected with Alt and the arrow keys, shows
 * what it computes. Handles below the layers add and remove units and layers.
 */
public final class NetworkDiagramCard {
    private final LayerSettings layers;
    private final HiddenLayerEditor layerEditor;
    private final NetworkInspectionViewModel inspections;
    private final Messages messages;
    private final NetworkChart chart;
    private final ChartCard card;
    private final StringProperty subtitle = new SimpleStringProperty("");
    private final Handles handles = new Handles();
    private @Nullable NetworkDiagram sketch;
    private List<Integer> builtFor = List.of(-1);

    public NetworkDiagramCard(
            LayerSettings layers,
            HiddenLayerEditor layerEditor,
            NetworkInspectionViewModel inspections,
            LabContext context) {
        this.layers = layers;
        this.layerEditor = layerEditor;
        this.inspections = inspections;
        this.messages = context.messages();
        chart = new NetworkChart(messages.texts(), context.appearance().chartTheme());
        card = context.chartCard("training-network", chart, messages.bind("stage.network"), subtitle)
                .card();
        card.addBelow(handles);
        card.chartView().addEventHandler(MouseEvent.MOUSE_MOVED, this::handleHover);
        card.chartView()
                .addEventHandler(
                        MouseEvent.MOUSE_EXITED,
                        event -> inspections.unitProperty().set(null));
        card.addEventHandler(KeyEvent.KEY_PRESSED, this::handleKey);
        layers.hidden().addListener((observed, before, now) -> updateHandles());
        updateHandles();
    }

    public ChartCard card() {
        return card;
    }

    public void show(NetworkInspection inspection) {
        NetworkDiagram newest = NetworkDiagramBuilder.of(inspection, messages.texts());
        if (newest != null) {
            sketch = newest;
            chart.show(newest);
            String at = new InspectionChartModels(inspection, messages.texts()).subtitle(StageChart.NETWORK);
            boolean bundles =
                    inspection.network().weights().stream().anyMatch(LayerWeights.Convolution.class::isInstance);
            subtitle.set(bundles ? messages.get("stage.network.bundles", at) : at);
            handles.requestLayout();
        }
    }

    private void handleHover(MouseEvent event) {
        java.awt.geom.Rectangle2D area =
                card.chartView().getRenderingInfo().getPlotInfo().getDataArea();
        inspections
                .unitProperty()
                .set(chart.unitAt(
                        (event.getX() - area.getX()) / area.getWidth(),
                        (event.getY() - area.getY()) / area.getHeight()));
    }

    private void handleKey(KeyEvent event) {
        NetworkDiagram shown = sketch;
        if (shown == null || !event.isAltDown() || !event.getCode().isArrowKey()) {
            if (event.getCode() == KeyCode.ESCAPE && inspections.unitProperty().get() != null) {
                inspections.unitProperty().set(null);
                event.consume();
            }
            return;
        }
        inspections
                .unitProperty()
                .set(UnitNavigation.next(shown, inspections.unitProperty().get(), direction(event.getCode())));
        event.consume();
    }

    private static UnitNavigation.Direction direction(KeyCode code) {
        return switch (code) {
            case LEFT, KP_LEFT -> UnitNavigation.Direction.LEFT;
            case RIGHT, KP_RIGHT -> UnitNavigation.Direction.RIGHT;
            case UP, KP_UP -> UnitNavigation.Direction.UP;
            default -> UnitNavigation.Direction.DOWN;
        };
    }

    private void updateHandles() {
        List<Integer> hidden = layers.hidden().get();
        if (hidden.size() != builtFor.size() || builtFor.equals(List.of(-1))) {
            handles.build(hidden.size());
        }
        builtFor = hidden;
    }

    /** The − and + buttons below each hidden layer, and the buttons for layers on the right. */
    private final class Handles extends Pane {
        private static final double GAP = 4;

        private final List<HBox> groups = new ArrayList<>();

        Handles() {
            setId("training-network-handles");
            getStyleClass().add("network-handles");
            setMinHeight(USE_PREF_SIZE);
        }

        void build(int layers) {
            groups.clear();
            for (int layer = 0; layer < layers; layer++) {
                groups.add(unitButtons(layer));
            }
            getChildren().setAll(groups);
            getChildren().add(layerButtons());
        }

        private HBox unitButtons(int layer) {
            String number = Integer.toString(layer + 1);
            HBox group = new HBox(
                    GAP,
                    button(
                            "training-network-fewer-" + number,
                            "fth-minus",
                            messages.bind("stage.fewer", number),
                            () -> layerEditor.resize(layer, false)),
                    button(
                            "training-network-more-" + number,
                            "fth-plus",
                            messages.bind("stage.more", number),
                            () -> layerEditor.resize(layer, true)));
            group.setAlignment(Pos.CENTER);
            return group;
        }

        private HBox layerButtons() {
            Button add = button(
                    "training-network-add", "fth-plus-square", messages.bind("stage.addLayer"), layerEditor::add);
            Button remove = button(
                    "training-network-remove",
                    "fth-minus-square",
                    messages.bind("stage.removeLayer"),
                    layerEditor::remove);
            return new HBox(GAP, remove, add);
        }

        private Button button(String id, String icon, ObservableValue<String> name, Runnable action) {
            Button button = Icons.button(id, icon, name, action);
            button.getStyleClass().add("handle");
            return button;
        }

        @Override
        protected double computePrefHeight(double width) {
            return getChildren().stream()
                    .mapToDouble(node -> node.prefHeight(-1))
                    .max()
                    .orElse(0);
        }

        @Override
        protected void layoutChildren() {
            int convolutions = layers.convolutions().get().size();
            int columns = groups.size() + convolutions + 2;
            for (int k = 0; k < groups.size(); k++) {
                HBox group = groups.get(k);
                double width = group.prefWidth(-1);
                double middle = getWidth() * NetworkChart.columnAt(k + convolutions + 1, columns);
                group.resizeRelocate(snapPositionX(middle - width / 2), 0, width, group.prefHeight(-1));
            }
            Node ends = getChildren().get(getChildren().size() - 1);
            double width = ends.prefWidth(-1);
            ((Region) ends).resizeRelocate(snapPositionX(getWidth() - width), 0, width, ends.prefHeight(-1));
        }
    }
}
