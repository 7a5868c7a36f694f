package hyperlab.lab.training.stage;

import hyperlab.chart.training.network.NetworkDiagram;
import hyperlab.chart.training.network.NetworkDiagram.Column;
import hyperlab.chart.training.network.NetworkDiagram.Inset;
import hyperlab.chart.training.network.NetworkDiagram.KernelTile;
import hyperlab.chart.training.network.NetworkDiagram.UnitPosition;
import hyperlab.chart.training.network.NetworkDiagram.UnitState;
import hyperlab.chart.training.network.NetworkDiagram.WeightLinks;
import hyperlab.data.DataSet;
import hyperlab.diagnosis.LayerReport;
import hyperlab.diagnosis.TrainingDoctor;
import hyperlab.diagnosis.TrainingEvidence;
import hyperlab.diagnosis.UnitActivity;
import hyperlab.finding.Finding;
import hyperlab.image.ImageShape;
import hyperlab.lab.training.inspection.LayerInspection.UnitImage;
import hyperlab.lab.training.inspection.NetworkInspection;
import hyperlab.nn.Activation;
import hyperlab.nn.WeightLayer;
import hyperlab.nn.layer.LayerWeights;
import hyperlab.text.ColumnNames;
import hyperlab.text.Texts;
import hyperlab.train.Experiment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Creates the network diagram from an inspection. */
public final class NetworkDiagramBuilder {
    private final NetworkInspection inspection;
    private final DataSet dataSet;
    private final Texts texts;

    private NetworkDiagramBuilder(NetworkInspection inspection, Texts texts) {
        this.inspection = inspection;
        this.dataSet = inspection.point().partition().all();
        this.texts = texts;
    }

    /** Null if the inspection does not include the weights. */
    public static @Nullable NetworkDiagram of(NetworkInspection inspection, Texts texts) {
        return inspection.network().weights().isEmpty() ? null : new NetworkDiagramBuilder(inspection, texts).sketch();
    }

    private NetworkDiagram sketch() {
        List<LayerWeights> weights = inspection.network().weights().stream()
                .filter(each -> !(each instanceof LayerWeights.Prelu))
                .toList();
        List<Column> columns = new ArrayList<>();
        columns.add(inputs(weights.get(0)));
        List<LayerReport> layers = inspection.network().report().layers();
        for (int k = 0; k < layers.size(); k++) {
            columns.add(column(layers.get(k), weights.get(k), maps(k + 1)));
        }
        List<WeightLinks> connections = new ArrayList<>();
        for (int k = 0; k < weights.size(); k++) {
            connections.add(DiagramConnections.between(weights.get(k), columns.get(k), columns.get(k + 1)));
        }
        UnitPosition chosen = inspection.request().unit();
        boolean valid = chosen != null
                && chosen.column() < columns.size()
                && chosen.unit() < columns.get(chosen.column()).states().size();
        return chosen != null && valid
                ? new NetworkDiagram(columns, connections, chosen, inset(chosen))
                : new NetworkDiagram(columns, connections, null, null);
    }

    /** The channels of an image that is convolved; otherwise all features. */
    private Column inputs(LayerWeights first) {
        ImageShape image = dataSet.image();
        if (first instanceof LayerWeights.Convolution && image != null) {
            return new Column(
                    texts.get("stage.input.image"),
                    texts.get("stage.input.sides", Integer.toString(image.height()), Integer.toString(image.width())),
                    image.channels(),
                    fineStates(image.channels()),
                    List.of(),
                    false);
        }
        int features = dataSet.features().numCols;
        boolean named = features <= NetworkDiagram.MAX_UNITS;
        return new Column(
                texts.get("stage.input"),
                unitCountNote(features),
                features,
                fineStates(features),
                named ? ColumnNames.of(dataSet.featureNames(), texts) : List.of(),
                false,
                maps(0));
    }

    private @Nullable Inset inset(UnitPosition chosen) {
        UnitImage map = inspection.network().unit();
        return map == null
                ? null
                : new Inset(
                        new InspectionChartModels(inspection, texts).unitTitle(map, chosen.column(), chosen.unit()),
                        map.columns(),
                        map.rows(),
                        map.values());
    }

    /** The maps of a column's units; empty if there are none. */
    private List<KernelTile> maps(int column) {
        List<List<UnitImage>> maps = inspection.network().maps();
        return column < maps.size()
                ? maps.get(column).stream().map(NetworkDiagramBuilder::tile).toList()
                : List.of();
    }

    private static KernelTile tile(UnitImage image) {
        double[][] values = new double[image.rows()][];
        for (int row = 0; row < values.length; row++) {
            int from = (values.length - 1 - row) * image.columns();
            values[row] = Arrays.copyOfRange(image.values(), from, from + image.columns());
        }
        return new KernelTile(values);
    }

    private Column column(LayerReport layer, LayerWeights weights, List<KernelTile> maps) {
        int units = layer.layer().units();
        String number = Integer.toString(layer.layer().number());
        String name = switch (layer.layer().kind()) {
            case CONVOLUTION -> texts.get("chart.convolution", number);
            case HIDDEN -> texts.get("chart.hiddenLayer", number);
            case OUTPUT -> texts.get("chart.outputLayer");
        };
        boolean output = layer.layer().kind() == WeightLayer.LayerKind.OUTPUT;
        List<String> names =
                output && units > 1 && units <= NetworkDiagram.MAX_UNITS ? dataSet.classNames() : List.of();
        return new Column(
                name,
                aliveNote(layer),
                units,
                states(layer),
                names,
                isHighlighted(layer),
                weights instanceof LayerWeights.Convolution convolution
                        ? DiagramConnections.kernels(convolution, Math.min(units, NetworkDiagram.MAX_UNITS), units)
                        : maps);
    }

    /** How many units of a hidden layer pass a gradient for some sample, and how many units are drawn. */
    private String aliveNote(LayerReport layer) {
        int units = layer.layer().units();
        UnitActivity activity = layer.activity();
        if (layer.layer().kind() != WeightLayer.LayerKind.HIDDEN || activity == null || activity.units() != units) {
            return unitCountNote(units);
        }
        String alive =
                texts.get("stage.alive", Integer.toString(units - activity.deadCount()), Integer.toString(units));
        return units <= NetworkDiagram.MAX_UNITS
                ? alive
                : texts.get("stage.alive.some", alive, Integer.toString(NetworkDiagram.MAX_UNITS));
    }

    private boolean[] droppedUnits(WeightLayer layer) {
        List<boolean[]> all = inspection.network().droppedUnits();
        boolean hidden = layer.kind() == WeightLayer.LayerKind.HIDDEN;
        return hidden && layer.number() <= all.size() ? all.get(layer.number() - 1) : new boolean[0];
    }

    private boolean isHighlighted(LayerReport layer) {
        List<Finding<TrainingEvidence, Experiment>> findings = inspection.findings();
        return findings != null
                && findings.stream()
                        .anyMatch(finding -> finding.evidence().layers().contains(layer.layer()));
    }

    /** "128 units, 12 shown" if not all units are drawn; otherwise empty. */
    private String unitCountNote(int units) {
        return units <= NetworkDiagram.MAX_UNITS
                ? ""
                : texts.get("stage.someUnits", Integer.toString(units), Integer.toString(NetworkDiagram.MAX_UNITS));
    }

    private static List<UnitState> fineStates(int units) {
        return Collections.nCopies(Math.min(units, NetworkDiagram.MAX_UNITS), UnitState.HEALTHY);
    }

    private List<UnitState> states(LayerReport layer) {
        int units = layer.layer().units();
        UnitActivity activity = layer.activity();
        Activation activation = inspection.point().experiment().network().activation();
        if (activity == null || activity.units() != units) {
            return fineStates(units);
        }
        boolean saturates = activation.shape().isBounded();
        boolean[] dropped = droppedUnits(layer.layer());
        List<UnitState> states = new ArrayList<>();
        for (int unit = 0; unit < Math.min(units, NetworkDiagram.MAX_UNITS); unit++) {
            boolean dead = activity.activeShares()[unit] == 0;
            boolean isDropped = unit < dropped.length && dropped[unit];
            boolean saturated = saturates && activity.saturatedShares()[unit] >= TrainingDoctor.SATURATED_SHARE;
            states.add(
                    isDropped
                            ? UnitState.DROPPED
                            : dead ? UnitState.DEAD : saturated ? UnitState.SATURATED : UnitState.HEALTHY);
        }
        return states;
    }
}
