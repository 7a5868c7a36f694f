package hyperlab.lab.tuning;

import hyperlab.lab.LabContext;
import hyperlab.text.KeyNames;
import hyperlab.tune.SearchMethod;
import hyperlab.tune.TuningStudy;
import hyperlab.ui.Messages;
import hyperlab.ui.control.ChoiceComboBox;
import hyperlab.ui.control.EmptyState;
import hyperlab.ui.control.Hints;
import hyperlab.ui.control.chart.ChartCard;
import hyperlab.ui.control.chart.ChartView;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import javafx.beans.property.IntegerProperty;
import javafx.geometry.Pos;
import javafx.scene.Cursor;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/**
 * The two maps of a search space, the prediction and the expected improvement, with their axes. With manual search, a
 * click picks a point.
 */
final class SearchMapCards {
    private final Messages messages;
    private final TuningViewModel lab;
    private final TuningCharts charts;
    private final ChoiceComboBox<MapQuantity> layer;
    private final ChoiceComboBox<String> horizontalAxis;
    private final ChoiceComboBox<String> verticalAxis;
    private final HBox axes;
    private final ChartCard map;
    private final ChartCard improvement;
    private final EmptyState noSurface;
    private final EmptyState noTrial;
    private final EmptyState noImprovement;

    SearchMapCards(LabContext context, TuningViewModel lab, TuningCharts charts) {
        this.messages = context.messages();
        this.lab = lab;
        this.charts = charts;
        layer = new ChoiceComboBox<>(
                "tuning-layer",
                messages,
                List.of(MapQuantity.MEAN, MapQuantity.UNCERTAINTY),
                one -> "tuning.layer." + one.id());
        layer.setValue(MapQuantity.MEAN);
        layer.accessibleTextProperty().bind(messages.bind("tuning.layer"));
        Hints.withHint(layer, messages.bind("tuning.layer.hint"));
        horizontalAxis = axis("tuning-map-x", lab.axisXProperty());
        horizontalAxis.accessibleTextProperty().bind(messages.bind("tuning.map.x.name"));
        verticalAxis = axis("tuning-map-y", lab.axisYProperty());
        verticalAxis.accessibleTextProperty().bind(messages.bind("tuning.map.y.name"));
        axes = new HBox(4, horizontalAxis, verticalAxis);
        axes.setAlignment(Pos.CENTER_LEFT);
        axes.setMinWidth(Region.USE_PREF_SIZE);
        map = context.chartCard(
                        "tuning-map",
                        charts.map(),
                        messages.compute(
                                () -> messages.get(
                                        "tuning.map." + layer.getValue().id()),
                                layer.valueProperty()),
                        messages.compute(
                                () -> words().mapCaption(lab.mapsProperty().get(), layer.getValue()),
                                lab.mapsProperty(),
                                layer.valueProperty()))
                .card();
        map.addToHeader(layer);
        improvement = context.chartCard(
                        "tuning-gain",
                        charts.improvement(),
                        messages.bind("tuning.gain"),
                        messages.compute(
                                () -> words().improvementCaption(
                                                lab.mapsProperty().get()),
                                lab.mapsProperty()))
                .card();
        improvement.addToHeader(axes);
        noSurface = new EmptyState(messages.bind("tuning.map.line"));
        noTrial = new EmptyState(
                messages.bind("tuning.map.empty"), TuningControls.runButton(messages, lab, "tuning-run-here"));
        noImprovement = new EmptyState(messages.bind("tuning.gain.empty"));
        improvement.showInstead(noImprovement);
        for (ChartCard card : List.of(map, improvement)) {
            card.chartView().reservePrimaryButton();
            card.chartView().addEventHandler(MouseEvent.MOUSE_CLICKED, event -> pick(card, event));
            card.chartView()
                    .addEventHandler(
                            MouseEvent.MOUSE_MOVED,
                            event -> card.chartView()
                                    .setCursor(canPick(card, event) ? Cursor.CROSSHAIR : Cursor.DEFAULT));
        }
        layer.valueProperty().addListener((observed, before, now) -> show());
    }

    private ChoiceComboBox<String> axis(String id, IntegerProperty place) {
        List<String> keys = lab.study().space().keys();
        ChoiceComboBox<String> choice = ChoiceComboBox.named(id, messages, keys, KeyNames::of);
        choice.setValue(keys.get(place.get()));
        choice.valueProperty().addListener((observed, before, now) -> {
            int index = lab.study().space().keys().indexOf(now);
            if (index >= 0) {
                place.set(index);
            }
        });
        place.addListener((observed, before, now) ->
                choice.setValue(lab.study().space().keys().get(now.intValue())));
        return Hints.withHint(choice, messages.bind("tuning.map.axis.hint"));
    }

    private TuningText words() {
        return new TuningText(messages.texts());
    }

    /** The card of the prediction map. */
    ChartCard map() {
        return map;
    }

    /** The card of the expected improvement map. */
    ChartCard improvement() {
        return improvement;
    }

    // mouse input

    private boolean canPick(ChartCard card, MouseEvent event) {
        return lab.study().method() instanceof SearchMethod.Manual
                && lab.study().space().dimensions() > 1
                && area(card).contains(event.getX(), event.getY());
    }

    private void pick(ChartCard card, MouseEvent event) {
        if (ChartView.isPlainPrimary(event) && event.isStillSincePress() && canPick(card, event)) {
            Point2D at = charts.map().pointAt(event.getX(), event.getY(), area(card));
            lab.pick(lab.valuesAt(at.getX(), at.getY()));
        }
    }

    private static Rectangle2D area(ChartCard card) {
        return card.chartView().getRenderingInfo().getPlotInfo().getDataArea();
    }

    // display

    /**
     * Updates the choices to the study's axes, and offers the true function if it is known and the user is not looking
     * for its minimum.
     */
    void updateChoices(SearchSnapshot snapshot) {
        TuningStudy study = snapshot.study();
        List<String> keys = study.space().keys();
        if (!horizontalAxis.getItems().equals(keys)) {
            show(horizontalAxis, keys, lab.axisXProperty().get());
            show(verticalAxis, keys, lab.axisYProperty().get());
        }
        boolean hasTruth = layer.getItems().contains(MapQuantity.TRUTH);
        boolean mayShowTruth = study.hasTestFunction() && !isPicking(snapshot);
        if (mayShowTruth && !hasTruth) {
            layer.getItems().add(MapQuantity.TRUTH);
            layer.setValue(MapQuantity.TRUTH);
        } else if (!mayShowTruth && hasTruth) {
            layer.setValue(layer.getValue() == MapQuantity.TRUTH ? MapQuantity.MEAN : layer.getValue());
            layer.getItems().remove(MapQuantity.TRUTH);
        }
    }

    /** Whether the user searches by hand and has trials left, so that the function itself must stay hidden. */
    private static boolean isPicking(SearchSnapshot snapshot) {
        return snapshot.study().method() instanceof SearchMethod.Manual
                && snapshot.search().finishedTrials().size() < snapshot.study().trials();
    }

    private static void show(ChoiceComboBox<String> choice, List<String> keys, int index) {
        choice.getItems().setAll(keys);
        choice.setValue(keys.get(index));
    }

    void show() {
        SearchMaps maps = lab.mapsProperty().get();
        if (maps == null) {
            return;
        }
        boolean hasTwoAxes = maps.order().study().space().dimensions() > 1;
        for (ChartCard card : List.of(map, improvement)) {
            card.setSubject(List.of(
                    maps.order().study().space(), maps.order().x(), maps.order().y()));
        }
        if (hasTwoAxes) {
            charts.show(maps, layer.getValue(), words(), messages.texts());
        }
        boolean hasSurface = hasTwoAxes && charts.surface(maps, layer.getValue()) != null;
        if (!hasTwoAxes) {
            map.showInstead(noSurface);
        } else if (hasSurface
                || !maps.order().rows().isEmpty()
                || maps.order().study().method() instanceof SearchMethod.Manual) {
            // A search by hand begins with a click on the empty map.
            map.showInstead(null);
        } else {
            map.showInstead(noTrial);
        }
        improvement.showInstead(maps.improvement() == null ? noImprovement : null);
    }
}
