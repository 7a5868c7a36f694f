package hyperlab.lab.training.stage;

import hyperlab.lab.training.inspection.NetworkInspectionViewModel;
import hyperlab.ui.Messages;
import hyperlab.ui.control.ChoiceComboBox;
import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.layout.HBox;

/** Selects the feature on the x-axis of the fitted curve. */
final class FeatureChooser extends HBox {
    private final NetworkInspectionViewModel inspections;
    private final ChoiceComboBox<Integer> choice;
    private List<String> names = List.of();

    FeatureChooser(NetworkInspectionViewModel inspections, Messages messages) {
        this.inspections = inspections;
        choice = ChoiceComboBox.named("training-fit-feature", messages, List.of(), (index, texts) -> names.get(index));
        getChildren().add(choice);
        choice.valueProperty().addListener((observed, before, now) -> {
            if (now != null) {
                inspections.featureProperty().set(now);
            }
        });
        setVisible(false);
        setManaged(false);
    }

    void setNames(List<String> newNames) {
        if (newNames.equals(names)) {
            return;
        }
        names = newNames;
        int feature = Math.min(inspections.featureProperty().get(), names.size() - 1);
        choice.getItems().setAll(IntStream.range(0, names.size()).boxed().toList());
        choice.setValue(feature);
        setVisible(names.size() > 1);
        setManaged(names.size() > 1);
    }
}
