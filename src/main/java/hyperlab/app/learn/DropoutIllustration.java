package hyperlab.app.learn;

import hyperlab.app.LabContext;
import hyperlab.chart.ChartStyle;
import hyperlab.chart.NetworkChart;
import hyperlab.chart.NetworkSketch;
import hyperlab.data.DataSet;
import hyperlab.file.Document;
import hyperlab.nn.LayerWeights;
import hyperlab.nn.Network;
import hyperlab.text.Texts;
import hyperlab.train.Experiment;
import hyperlab.train.TrainingRun;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jfree.chart.JFreeChart;

/** A small network in one training step, with the units that dropout has dropped. */
final class DropoutIllustration implements Illustration<DropoutIllustration.Step> {
    private final Experiment experiment = Made.experiment("dropout-small");
    private final NetworkChart chart;

    DropoutIllustration(LabContext context) {
        chart = new NetworkChart(
                context.messages().texts(), context.appearance().chartTheme());
    }

    /** The dropped units of each hidden layer, and the weights of all layers. */
    record Step(List<boolean[]> dropped, List<LayerWeights> weights, DataSet data) {}

    @Override
    public Document made() {
        return new Document.OfExperiment(experiment);
    }

    @Override
    public Step workOut() {
        TrainingRun run = Runs.open(experiment);
        run.step();
        Network network = run.network();
        return new Step(network.dropped(), network.weights(), run.partition().whole());
    }

    @Override
    public JFreeChart chart() {
        return chart.chart();
    }

    @Override
    public void show(Step found, Texts texts) {
        List<NetworkSketch.Column> columns = new ArrayList<>();
        int inputs = found.data().features().numCols;
        columns.add(column(texts.get("stage.input"), fine(inputs), found.data().featureNames()));
        for (int layer = 0; layer < found.dropped().size(); layer++) {
            columns.add(column(
                    texts.get("chart.hiddenLayer", Integer.toString(layer + 1)),
                    states(found.dropped().get(layer)),
                    List.of()));
        }
        List<String> classes = found.data().classNames();
        columns.add(column(texts.get("chart.outputLayer"), fine(classes.size()), classes));
        List<NetworkSketch.Links> links = found.weights().stream()
                .map(layer -> new NetworkSketch.Links(((LayerWeights.Dense) layer).weights()))
                .toList();
        chart.texts(texts);
        chart.show(new NetworkSketch(columns, links, null, null));
    }

    private static NetworkSketch.Column column(String name, List<NetworkSketch.State> states, List<String> names) {
        return new NetworkSketch.Column(name, "", states.size(), states, names, false);
    }

    private static List<NetworkSketch.State> fine(int units) {
        return Collections.nCopies(units, NetworkSketch.State.FINE);
    }

    private static List<NetworkSketch.State> states(boolean[] dropped) {
        List<NetworkSketch.State> states = new ArrayList<>();
        for (boolean out : dropped) {
            states.add(out ? NetworkSketch.State.DROPPED : NetworkSketch.State.FINE);
        }
        return states;
    }

    @Override
    public void style(ChartStyle style) {
        chart.style(style);
    }

    @Override
    public String table(Step found) {
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
