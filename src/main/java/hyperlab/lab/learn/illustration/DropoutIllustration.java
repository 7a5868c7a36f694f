package hyperlab.lab.learn.illustration;

import hyperlab.chart.training.network.NetworkChart;
import hyperlab.chart.training.network.NetworkDiagram;
import hyperlab.data.DataSet;
import hyperlab.file.Document;
import hyperlab.lab.LabContext;
import hyperlab.nn.Network;
import hyperlab.nn.layer.LayerWeights;
import hyperlab.text.Texts;
import hyperlab.train.Experiment;
import hyperlab.train.TrainingRun;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A small network in one training step, with the units that dropout has dropped. */
final class DropoutIllustration implements Illustration<DropoutIllustration.DropoutStep, NetworkDiagram> {
    private final Experiment experiment = LinkedSettings.experiment("dropout-small");
    private final NetworkChart chart;

    DropoutIllustration(LabContext context) {
        chart = new NetworkChart(
                context.messages().texts(), context.appearance().chartTheme());
    }

    /** The dropped units of each hidden layer, and the weights of all layers. */
    record DropoutStep(List<boolean[]> dropped, List<LayerWeights> weights, DataSet data) {}

    @Override
    public Document settingsDocument() {
        return new Document.OfExperiment(experiment);
    }

    @Override
    public DropoutStep compute() {
        TrainingRun run = IllustrationTrainings.createRun(experiment);
        run.step();
        Network network = run.network();
        return new DropoutStep(
                network.droppedUnits(), network.weights(), run.partition().all());
    }

    @Override
    public NetworkChart chart() {
        return chart;
    }

    @Override
    public NetworkDiagram model(DropoutStep found, Texts texts) {
        List<NetworkDiagram.Column> columns = new ArrayList<>();
        int inputs = found.data().features().numCols;
        columns.add(column(
                texts.get("stage.input"), activeUnits(inputs), found.data().featureNames()));
        for (int layer = 0; layer < found.dropped().size(); layer++) {
            columns.add(column(
                    texts.get("chart.hiddenLayer", Integer.toString(layer + 1)),
                    states(found.dropped().get(layer)),
                    List.of()));
        }
        List<String> classes = found.data().classNames();
        columns.add(column(texts.get("chart.outputLayer"), activeUnits(classes.size()), classes));
        List<NetworkDiagram.WeightLinks> links = found.weights().stream()
                .map(layer -> new NetworkDiagram.WeightLinks(((LayerWeights.Dense) layer).weights()))
                .toList();
        return new NetworkDiagram(columns, links, null, null);
    }

    private static NetworkDiagram.Column column(
            String name, List<NetworkDiagram.UnitState> states, List<String> names) {
        return new NetworkDiagram.Column(name, "", states.size(), states, names, false);
    }

    private static List<NetworkDiagram.UnitState> activeUnits(int units) {
        return Collections.nCopies(units, NetworkDiagram.UnitState.HEALTHY);
    }

    private static List<NetworkDiagram.UnitState> states(boolean[] dropped) {
        List<NetworkDiagram.UnitState> states = new ArrayList<>();
        for (boolean isDropped : dropped) {
            states.add(isDropped ? NetworkDiagram.UnitState.DROPPED : NetworkDiagram.UnitState.HEALTHY);
        }
        return states;
    }

    @Override
    public String toCsv(DropoutStep found) {
        StringBuilder text = new StringBuilder("layer,unit,dropped\n");
        for (int layer = 0; layer < found.dropped().size(); layer++) {
            boolean[] dropped = found.dropped().get(layer);
            for (int unit = 0; unit < dropped.length; unit++) {
                text.append(layer + 1)
                        .append(',')
                        .append(unit + 1)
                        .append(',')
                        .append(dropped[unit])
                        .append('\n');
            }
        }
        return text.toString();
    }
}
