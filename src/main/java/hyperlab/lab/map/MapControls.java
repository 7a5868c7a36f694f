package hyperlab.lab.map;

import hyperlab.descent.ObjectiveFunctions;
import hyperlab.lab.LabContext;
import hyperlab.map.MapColor;
import hyperlab.map.MapSpecification;
import hyperlab.map.MapSubject;
import hyperlab.map.OverlayCurves;
import hyperlab.map.WalkDirection;
import hyperlab.text.Texts;
import hyperlab.train.TrainingSettings;
import hyperlab.ui.Messages;
import hyperlab.ui.control.ChoiceComboBox;
import hyperlab.ui.control.FocusableToggleSwitch;
import hyperlab.ui.control.Hints;
import hyperlab.ui.control.Section;
import hyperlab.ui.control.SegmentedButton;
import hyperlab.ui.control.chart.ExperimentRequest;
import hyperlab.ui.control.field.FieldRow;
import hyperlab.ui.control.field.NumberRule;
import hyperlab.ui.control.slider.PinnedControl;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The lab's left panel: what is trained, the two axes, the color, and what is drawn over the map. */
final class MapControls extends VBox {
    private static final String OWN = "own";

    private final Messages messages;
    private final MapViewModel lab;
    private final MapSettings settings;
    private final ChoiceComboBox<String> preset;
    private final ChoiceComboBox<String> source;
    private final ChoiceComboBox<String> function;
    private final ChoiceComboBox<MapColor> color;
    private final ChoiceComboBox<Integer> resolution;
    private final FieldRow sourceRow;
    private final FieldRow functionRow;
    private final FieldRow epochsRow;
    private final FieldRow stepsRow;
    private final FieldRow targetRow;
    private final FieldRow seedsRow;
    private final Node curvesRow;
    private final Node contoursRow;
    private final Node ratioRow;
    private final Node bestRow;
    private final AxisControls x;
    private final AxisControls y;

    MapControls(LabContext context, MapViewModel lab) {
        this.messages = context.messages();
        this.lab = lab;
        this.settings = lab.settings();
        getStyleClass().addAll("map-lab", "controls-content");
        preset = new ChoiceComboBox<>("map-preset", messages, presets(), id -> "map.preset." + id);
        preset.setValue(presetOf(lab.setup()));
        preset.onSettled(lab.undo()::settle);
        preset.valueProperty().addListener((observed, before, now) -> presetChosen(now));
        source = new ChoiceComboBox<>(
                "map-source", messages, List.of(MapSettings.DEFAULT_SOURCE), name -> "training.source." + name);
        ChoiceItems.bind(source, settings.sourceProperty(), lab.undo());
        function = ChoiceComboBox.named(
                "map-function", messages, List.of(MapSettings.DEFAULT_FUNCTION), MapControls::functionName);
        ChoiceItems.bind(function, settings.functionProperty(), lab.undo());
        color = new ChoiceComboBox<>(
                "map-color",
                messages,
                List.of(MapColor.TRAIN_LOSS),
                quantity -> "chart.map.color." + quantity.fileName());
        ChoiceItems.bind(color, settings.colorProperty(), lab.undo());
        resolution = ChoiceComboBox.named(
                "map-resolution", messages, MapSettings.RESOLUTIONS, (count, texts) -> Integer.toString(count));
        ChoiceItems.bind(resolution, settings.resolutionProperty(), lab.undo());
        sourceRow = row("map.source", source);
        functionRow = row("map.function", function);
        epochsRow = epochs("map-epochs", "map.epochs");
        stepsRow = epochs("map-steps", "map.steps");
        targetRow = FieldRow.ofNumber(
                messages, lab.undo(), "map-target", "map.target", NumberRule.FINITE, settings.targetProperty());
        seedsRow = FieldRow.ofNumber(
                messages,
                lab.undo(),
                "map-seeds",
                "map.seeds",
                NumberRule.wholeWithin(1, MapSpecification.MAX_SEEDS),
                settings.seedsProperty());
        curvesRow = toggle("map-curves", "map.overlay.curves", settings.curvesProperty());
        contoursRow = toggle("map-contours", "map.overlay.contours", settings.contoursProperty());
        ratioRow = toggle("map-ratio", "map.overlay.ratio", settings.ratioProperty());
        bestRow = toggle("map-best", "map.overlay.best", settings.bestProperty());
        x = new AxisControls("x", messages, lab.undo(), settings.x());
        y = new AxisControls("y", messages, lab.undo(), settings.y());
        for (Node node : List.of(
                sourceRow,
                functionRow,
                epochsRow,
                stepsRow,
                targetRow,
                seedsRow,
                curvesRow,
                ratioRow,
                bestRow,
                contoursRow)) {
            node.managedProperty().bind(node.visibleProperty());
        }
        getChildren()
                .addAll(
                        new Section(
                                messages.bind("map.subject"),
                                row("map.preset", preset),
                                sourceRow,
                                functionRow,
                                epochsRow,
                                stepsRow,
                                experimentButton()),
                        new Section(messages.bind("map.axes"), x, y),
                        new Section(
                                messages.bind("map.color"),
                                PinnedControl.markFirst(row("map.color.quantity", color)),
                                targetRow,
                                row("map.resolution", resolution),
                                seedsRow),
                        new Section(messages.bind("map.overlays"), curvesRow, ratioRow, bestRow, contoursRow),
                        walkSection());
        show(lab.setup(), null);
    }

    private static List<String> presets() {
        List<String> ids = new ArrayList<>();
        for (MapPreset preset : MapPreset.values()) {
            ids.add(preset.id());
        }
        ids.add(OWN);
        return ids;
    }

    private static String presetOf(MapSetup setup) {
        return MapPreset.of(setup.map().subject()).map(MapPreset::id).orElse(OWN);
    }

    private void presetChosen(String id) {
        if (id == null || id.equals(presetOf(lab.setup()))) {
            return;
        }
        for (MapPreset each : MapPreset.values()) {
            if (each.id().equals(id)) {
                lab.choosePreset(each);
                return;
            }
        }
        preset.setValue(presetOf(lab.setup()));
    }

    private static String functionName(String name, Texts texts) {
        String key = "learning-rate.function." + name;
        return texts.has(key) ? texts.get(key) : name;
    }

    private Node experimentButton() {
        Button button = new Button();
        button.setId("map-experiment");
        button.textProperty().bind(messages.bind("map.experiment"));
        button.setMaxWidth(Double.MAX_VALUE);
        button.setOnAction(event -> fireEvent(new ExperimentRequest(lab::chooseExperiment)));
        return Hints.withHint(button, messages.bind("map.experiment.hint"));
    }

    private FieldRow epochs(String id, String key) {
        return FieldRow.ofNumber(
                messages,
                lab.undo(),
                id,
                key,
                NumberRule.wholeWithin(1, TrainingSettings.MAX_EPOCHS),
                settings.epochsProperty());
    }

    private Node walkSection() {
        SegmentedButton<WalkDirection> direction =
                new SegmentedButton<>("map-walk", messages, WalkDirection.all(), each -> "map.walk." + each.id());
        direction.valueProperty().bindBidirectional(settings.walkProperty());
        return new Section(messages.bind("map.walk"), Hints.withHint(direction, messages.bind("map.walk.hint")));
    }

    private FieldRow row(String key, Node control) {
        return Hints.withHint(new FieldRow(messages.bind(key), control), messages.bind(key + ".hint"));
    }

    private Node toggle(String id, String key, ObjectProperty<Boolean> on) {
        FocusableToggleSwitch toggle = new FocusableToggleSwitch(id);
        toggle.setSelected(on.get());
        toggle.selectedProperty().addListener((observed, before, now) -> on.set(now));
        on.addListener((observed, before, now) -> toggle.setSelected(now));
        return row(key, toggle);
    }

    /**
     * Shows the controls that the map has.
     *
     * @param analysis of the pixels so far; null if there are none
     */
    void show(MapSetup setup, @Nullable MapAnalysis analysis) {
        MapSpecification map = setup.map();
        preset.setValue(presetOf(setup));
        boolean isExperiment = map.subject() instanceof MapSubject.OfExperiment;
        boolean isDescent = map.subject() instanceof MapSubject.OfDescent;
        sourceRow.setVisible(isExperiment);
        functionRow.setVisible(isDescent);
        epochsRow.setVisible(isExperiment);
        stepsRow.setVisible(!isExperiment);
        seedsRow.setVisible(!isDescent);
        targetRow.setVisible(map.color() == MapColor.EPOCHS_TO_TARGET);
        if (map.subject() instanceof MapSubject.OfExperiment of) {
            ChoiceItems.show(source, AxisKeys.SOURCES, of.experiment().data().source());
        }
        if (map.subject() instanceof MapSubject.OfDescent of) {
            ChoiceItems.show(function, ObjectiveFunctions.names(), of.setup().function());
        }
        ChoiceItems.show(color, AxisKeys.colors(map, analysis == null ? null : analysis.task()), map.color());
        ChoiceItems.show(resolution, MapSettings.RESOLUTIONS, map.x().count());
        boolean batches =
                map.x().key().equals("training.batchSize") || map.y().key().equals("training.batchSize");
        boolean rates = map.x().key().endsWith("learningRate") || map.y().key().endsWith("learningRate");
        boolean sharpness = batches && OverlayCurves.twoOverSharpness(map, 1).isPresent();
        curvesRow.setVisible(sharpness || !OverlayCurves.ofQuadratic(map).isEmpty());
        contoursRow.setVisible(map.color().hasValue());
        ratioRow.setVisible(batches && rates);
        bestRow.setVisible(map.x().key().endsWith("learningRate") && !MomentumComparison.applies(map));
        x.show(setup);
        y.show(setup);
    }
}
