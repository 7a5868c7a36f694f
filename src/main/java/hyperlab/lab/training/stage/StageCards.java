package hyperlab.lab.training.stage;

import hyperlab.lab.LabContext;
import hyperlab.lab.training.inspection.NetworkInspection;
import hyperlab.lab.training.run.StageChart;
import hyperlab.lab.training.settings.PointEditor;
import hyperlab.ui.control.chart.ChartCard;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;

/** The cards of all charts that the stage can show. They follow the language and the theme. */
public final class StageCards {
    private final CurveCards curves;
    private final InspectionCards inspections;
    private final NetworkDiagramCard network;
    private final MeasurementCards measurements;
    private final Map<StageChart, ChartCard> cards = new EnumMap<>(StageChart.class);

    public StageCards(
            CurveCards curves,
            InspectionCards inspections,
            NetworkDiagramCard network,
            MeasurementCards measurements,
            CapacityCard capacity,
            RegularizationPathCard paths,
            SlowMotionCard step,
            PlaygroundCard playground,
            LabContext context) {
        this.curves = curves;
        this.inspections = inspections;
        this.network = network;
        this.measurements = measurements;
        cards.put(StageChart.LOSS, curves.loss());
        cards.put(StageChart.ACCURACY, curves.accuracy());
        cards.putAll(inspections.cards());
        cards.put(StageChart.NETWORK, network.card());
        cards.putAll(measurements.cards());
        cards.put(StageChart.CAPACITY, capacity.card());
        cards.put(StageChart.PATHS, paths.card());
        cards.put(StageChart.STEP, step.card());
        cards.put(StageChart.PLAYGROUND, playground.card());
        context.messages().languageProperty().addListener((observed, before, now) -> measurements.updateAll());
    }

    public ChartCard card(StageChart kind) {
        return Objects.requireNonNull(cards.get(kind));
    }

    public Collection<ChartCard> all() {
        return Collections.unmodifiableCollection(cards.values());
    }

    public void forEach(BiConsumer<StageChart, ChartCard> action) {
        cards.forEach(action);
    }

    /** Shows the curves of the current view state in those of these charts that show curves. */
    public void showCurves(List<StageChart> visible) {
        curves.show(visible);
    }

    /** Shows the points that are being edited where the decision boundary would be. */
    public void showPoints(PointEditor editor) {
        inspections.showPoints(editor);
    }

    /** Shows an inspection of the network in those of these charts that show one. */
    public void showInspection(List<StageChart> visible, NetworkInspection inspection) {
        for (StageChart kind : visible) {
            if (kind == StageChart.NETWORK) {
                network.show(inspection);
            } else {
                inspections.show(kind, inspection);
                measurements.show(kind, inspection);
            }
        }
    }
}
