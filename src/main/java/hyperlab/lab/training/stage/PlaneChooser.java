package hyperlab.lab.training.stage;

import hyperlab.lab.training.inspection.NetworkInspectionViewModel;
import hyperlab.lab.training.inspection.PlaneChoice;
import hyperlab.ui.Messages;
import hyperlab.ui.control.ChoiceComboBox;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.layout.HBox;

/** Selects two features, or the two principal components, as the plane of the decision boundary. */
final class PlaneChooser extends HBox {
    /** With more features than this, features are pixels or similar and cannot sensibly be chosen by name. */
    private static final int MOST_FEATURES = 64;

    /** Shows the word "components" in full. */
    private static final double COMPONENTS_WIDTH = 128;

    private final NetworkInspectionViewModel inspections;
    private final ChoiceComboBox<Integer> first;
    private final ChoiceComboBox<Integer> second;
    private List<String> names = List.of();
    private boolean updating;

    PlaneChooser(NetworkInspectionViewModel inspections, Messages messages) {
        this.inspections = inspections;
        setSpacing(4);
        first = ChoiceComboBox.named(
                "training-plane-first",
                messages,
                List.of(),
                (index, texts) -> index == PlaneChoice.PRINCIPAL ? texts.get("stage.components") : names.get(index));
        second = ChoiceComboBox.named("training-plane-second", messages, List.of(), (index, texts) -> names.get(index));
        getChildren().addAll(first, second);
        first.valueProperty().addListener((observed, before, now) -> selectionChanged());
        second.valueProperty().addListener((observed, before, now) -> selectionChanged());
        updateVisibility();
    }

    void setNames(List<String> newNames) {
        if (newNames.equals(names)) {
            return;
        }
        names = newNames;
        updating = true;
        List<Integer> indices = IntStream.range(0, names.size()).boxed().toList();
        List<Integer> firstItems = new ArrayList<>(List.of(PlaneChoice.PRINCIPAL));
        firstItems.addAll(indices);
        first.getItems().setAll(firstItems);
        second.getItems().setAll(indices);
        PlaneChoice plane = inspections.planeProperty().get();
        int features = names.size();
        first.setValue(plane.isPrincipal(features) ? PlaneChoice.PRINCIPAL : plane.firstOf(features));
        second.setValue(plane.isPrincipal(features) ? Math.min(1, features - 1) : plane.secondOf(features));
        updating = false;
        updateVisibility();
    }

    private void selectionChanged() {
        if (!updating && first.getValue() != null && second.getValue() != null) {
            inspections.planeProperty().set(new PlaneChoice(first.getValue(), second.getValue()));
            updateVisibility();
        }
    }

    private void updateVisibility() {
        boolean selectable = names.size() > 2 && names.size() <= MOST_FEATURES;
        setVisible(selectable);
        setManaged(selectable);
        boolean pair = first.getValue() != null && first.getValue() != PlaneChoice.PRINCIPAL;
        second.setVisible(pair);
        second.setManaged(pair);
        first.setMinWidth(pair ? USE_COMPUTED_SIZE : COMPONENTS_WIDTH);
    }
}
