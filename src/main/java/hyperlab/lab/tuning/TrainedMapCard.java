package hyperlab.lab.tuning;

import hyperlab.chart.map.MapChart;
import hyperlab.chart.map.MapMarker;
import hyperlab.chart.map.MapModel;
import hyperlab.chart.map.TrialMarkers;
import hyperlab.file.Document;
import hyperlab.lab.LabContext;
import hyperlab.map.MapAxis;
import hyperlab.map.MapDisplay;
import hyperlab.map.MapPoint;
import hyperlab.map.MapSnapshot;
import hyperlab.text.ErrorMessages;
import hyperlab.tune.SearchDimension;
import hyperlab.ui.Messages;
import hyperlab.ui.control.EmptyState;
import hyperlab.ui.control.Icons;
import hyperlab.ui.control.WrappedText;
import hyperlab.ui.control.chart.ChartCard;
import hyperlab.ui.control.chart.ChartCardView;
import hyperlab.ui.control.chart.ChartView;
import hyperlab.ui.control.chart.DocumentRequest;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.Cursor;
import javafx.scene.control.Button;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/**
 * The card with a training run for each pixel, and the trials over it. A click opens the map in its own lab, with the
 * pixel pinned.
 */
final class TrainedMapCard {
    private final Messages messages;
    private final TuningViewModel lab;
    private final MapChart chart;
    private final ChartCardView<MapModel> view;
    private final StringProperty caption = new SimpleStringProperty("");
    private final Button open;

    TrainedMapCard(LabContext context, TuningViewModel lab) {
        this.messages = context.messages();
        this.lab = lab;
        chart = new MapChart(messages.texts(), context.appearance().chartTheme());
        view = context.chartCard("tuning-trained", chart, messages.bind("tuning.trained"), caption);
        open = Icons.button("tuning-open-map", "fth-map", messages.bind("tuning.openMap"), () -> open(null));
        card().addToHeader(open);
        ChartView picture = card().chartView();
        picture.reservePrimaryButton();
        picture.addEventHandler(
                MouseEvent.MOUSE_MOVED,
                event -> picture.setCursor(placeAt(event) == null ? Cursor.DEFAULT : Cursor.HAND));
        picture.addEventHandler(MouseEvent.MOUSE_CLICKED, event -> {
            MapPoint place = placeAt(event);
            if (ChartView.isPlainPrimary(event) && event.isStillSincePress() && place != null) {
                open(place);
            }
        });
        lab.trainedMap().stateProperty().addListener((observed, before, now) -> show());
        show();
    }

    ChartCard card() {
        return view.card();
    }

    private @Nullable MapPoint placeAt(MouseEvent event) {
        TrainedMap.MapRequest request = lab.trainedMap().stateProperty().get().request();
        Rectangle2D area = card().chartView().getRenderingInfo().getPlotInfo().getDataArea();
        if (request == null || !area.contains(event.getX(), event.getY())) {
            return null;
        }
        Point2D at = chart.valuesAt(event.getX(), event.getY(), area);
        return new MapPoint(
                number(at.getX(), request.map().x()),
                number(at.getY(), request.map().y()));
    }

    private static double number(double place, MapAxis axis) {
        return axis.dimension() instanceof SearchDimension.CategoricalDimension choice
                ? place * choice.values().size() - 0.5
                : place;
    }

    /** Opens the map in its own lab; with a place, that is compared with the best trial. */
    private void open(@Nullable MapPoint place) {
        lab.searchAsMap().ifPresent(document -> {
            MapDisplay display = document.display();
            MapDisplay shown = place == null ? display : display.withPins(place, display.pinned());
            card().fireEvent(new DocumentRequest(new Document.OfMap(document.map(), shown), lab.folder()));
        });
    }

    void show() {
        TrainedMap.MapState state = lab.trainedMap().stateProperty().get();
        TrainedMap.MapRequest request = state.request();
        open.setDisable(lab.study().experiment() == null || lab.study().space().dimensions() < 2);
        caption.set(caption(state));
        if (state.error() != null) {
            card().showInstead(new WrappedText(
                    new SimpleStringProperty(ErrorMessages.message(state.error(), messages.texts()))));
        } else if (request == null) {
            card().showInstead(new EmptyState(messages.bind(reason(state))));
        } else {
            MapSnapshot snapshot = state.snapshot() == null ? MapSnapshot.empty(request.map()) : state.snapshot();
            view.show(MapModel.of(snapshot).withMarkers(markers(request)));
            card().showInstead(null);
        }
        double share = state.snapshot() == null
                ? 0
                : (double) state.snapshot().progress().known()
                        / state.snapshot().progress().pixels();
        card().showProgress(state.running(), share);
    }

    private String reason(TrainedMap.MapState state) {
        if (state.waiting()) {
            return "tuning.trained.waiting";
        }
        if (lab.study().function() != null) {
            return "tuning.trained.function";
        }
        boolean tooWide = lab.study().space().parameters().stream()
                .anyMatch(parameter -> !MapAxis.canHave(parameter.dimension()));
        return lab.study().space().dimensions() > 1 && tooWide ? "tuning.trained.range" : "tuning.map.line";
    }

    private String caption(TrainedMap.MapState state) {
        TrainedMap.MapRequest request = state.request();
        MapSnapshot snapshot = state.snapshot();
        if (request == null || snapshot == null) {
            return messages.get("tuning.trained.how");
        }
        String others = request.trial()
                .map(trial -> messages.get("tuning.trained.others", Integer.toString(trial)))
                .orElseGet(() -> messages.get("tuning.trained.others.study"));
        MapSnapshot.Progress progress = snapshot.progress();
        String known = Integer.toString(progress.known());
        String all = Integer.toString(progress.pixels());
        if (progress.isComplete()) {
            return messages.get("tuning.trained.complete", all, others);
        }
        return messages.get(state.waiting() ? "tuning.trained.paused" : "tuning.trained.progress", known, all, others);
    }

    private List<MapMarker> markers(TrainedMap.MapRequest request) {
        List<MapMarker> markers = new ArrayList<>();
        TrialMarkers.of(
                        request.document().display().trials(),
                        request.map().x(),
                        request.map().y(),
                        messages.get("tuning.trained.trials"))
                .ifPresent(markers::add);
        MapPoint best = request.document().display().pinned();
        if (best != null && request.trial().isPresent()) {
            markers.add(
                    TrialMarkers.best(best, request.map().x(), request.map().y(), messages.get("tuning.trained.best")));
        }
        return markers;
    }
}
