package hyperlab.app.training;

import hyperlab.app.Messages;
import hyperlab.app.control.ChoiceComboBox;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.layout.HBox;

/** Selects two features, or the two principal components, as the plane of the decision boundary. */
final class PlaneChooser extends HBox {
    /** With more features than this, features are pixels or similar and cannot sensibly be chosen by name. */
    private static final int MOST_FEATURES = 64;

    private final TrainingViewModel lab;
    private final ChoiceComboBox<Integer> first;
    private final ChoiceComboBox<Integer> second;
    private List<String> names = List.of();
    private boolean filling;

    PlaneChooser(TrainingViewModel lab, Messages messages) {
        this.lab = lab;
        setSpacing(4);
        first = ChoiceComboBox.named(
                "training-plane-first",
                messages,
                List.of(),
                (place, texts) -> place == PlaneChoice.PRINCIPAL ? texts.get("stage.components") : names.get(place));
        second = ChoiceComboBox.named("training-plane-second", messages, List.of(), (place, texts) -> names.get(place));
        getChildren().addAll(first, second);
        first.valueProperty().addListener((observed, before, now) -> chosen());
        second.valueProperty().addListener((observed, before, now) -> chosen());
        hide();
    }

    void names(List<String> newNames) {
        if (newNames.equals(names)) {
            return;
        }
        names = newNames;
        filling = true;
        List<Integer> places = IntStream.range(0, names.size()).boxed().toList();
        List<Integer> firsts = new ArrayList<>(List.of(PlaneChoice.PRINCIPAL));
        firsts.addAll(places);
        first.getItems().setAll(firsts);
        second.getItems().setAll(places);
        PlaneChoice plane = lab.looks().plane().get();
        int features = names.size();
        first.setValue(plane.isPrincipal(features) ? PlaneChoice.PRINCIPAL : plane.firstOf(features));
        second.setValue(plane.isPrincipal(features) ? Math.min(1, features - 1) : plane.secondOf(features));
        filling = false;
        hide();
    }

    private void chosen() {
        if (!filling && first.getValue() != null && second.getValue() != null) {
            lab.looks().plane().set(new PlaneChoice(first.getValue(), second.getValue()));
            hide();
        }
    }

    private void hide() {
        boolean there = names.size() > 2 && names.size() <= MOST_FEATURES;
        setVisible(there);
        setManaged(there);
        boolean pair = first.getValue() != null && first.getValue() != PlaneChoice.PRINCIPAL;
        second.setVisible(pair);
        second.setManaged(pair);
    }
}
