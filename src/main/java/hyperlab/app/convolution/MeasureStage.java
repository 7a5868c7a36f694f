package hyperlab.app.convolution;

import hyperlab.app.LabContext;
import hyperlab.app.Messages;
import hyperlab.app.concurrent.StudyRunner;
import hyperlab.app.control.ContentCard;
import hyperlab.app.control.ChartCard;
import hyperlab.app.control.WrappedText;
import hyperlab.app.control.Readout;
import hyperlab.app.control.StageGrid;
import hyperlab.chart.ChartTheme;
import hyperlab.chart.WholeNumberChart;
import hyperlab.convolution.KernelStudy;
import hyperlab.convolution.LayerCost;
import hyperlab.convolution.NetworkChoice;
import hyperlab.image.ImageShape;
import hyperlab.nn.Convolution;
import hyperlab.text.Texts;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;

/** The measured accuracy and training time by kernel size and stride, and the computed cost of the network. */
final class MeasureStage extends StackPane {
    private final LabContext context;
    private final ConvolutionViewModel lab;
    private final WholeNumberChart accuracy;
    private final WholeNumberChart seconds;
    private final ChartCard accuracyCard;
    private final ChartCard secondsCard;
    private final Readout costs;
    private final Node empty;
    private final WrappedText emptySeconds;

    MeasureStage(LabContext context, ConvolutionViewModel lab) {
        this.context = context;
        this.lab = lab;
        Messages messages = context.messages();
        ChartTheme theme = context.appearance().chartTheme();
        accuracy = new WholeNumberChart(messages.texts(), theme);
        seconds = new WholeNumberChart(messages.texts(), theme);
        accuracyCard = new ChartCard(
                "convolution-accuracy",
                messages,
                messages.bind("convolution.measure.accuracy"),
                messages.bind("convolution.measure.how"),
                accuracy.chart());
        secondsCard = new ChartCard(
                "convolution-seconds",
                messages,
                messages.bind("convolution.measure.seconds"),
                messages.bind("convolution.measure.how"),
                seconds.chart());
        costs = new Readout(
                "convolution-network-costs",
                List.of(
                        messages.bind("convolution.network.formula"),
                        messages.bind("convolution.network.parameters"),
                        messages.bind("convolution.network.multiplyAdds")));
        accuracyCard.withDataExport(
                messages,
                () -> ConvolutionTables.lines(new StudyPictures(messages.texts())
                        .accuracy(lab.network().study().found().get().results(), null)));
        secondsCard.withDataExport(
                messages,
                () -> ConvolutionTables.lines(new StudyPictures(messages.texts())
                        .seconds(lab.network().study().found().get().results(), null)));
        empty = NetworkStage.empty(messages, lab, "convolution.measure.empty", "convolution-measure-here");
        emptySeconds = new WrappedText(messages.bind("convolution.measure.empty.seconds"));
        emptySeconds.setAlignment(Pos.CENTER);
        getChildren()
                .add(new StageGrid(new double[] {1, 1}, new double[] {1, 0})
                        .addCard(accuracyCard, 0, 0, 1)
                        .addCard(secondsCard, 1, 0, 1)
                        .addCard(
                                new ContentCard(
                                        "convolution-network-cost",
                                        messages.bind("convolution.network.cost"),
                                        messages.bind("convolution.network.cost.how"),
                                        costs),
                                0,
                                1,
                                2));
    }

    List<ChartCard> cards() {
        return List.of(accuracyCard, secondsCard);
    }

    void show() {
        Texts texts = context.messages().texts();
        StudyRunner.StudyStatus<KernelStudy.Measured> found =
                lab.network().study().found().get();
        StudyPictures pictures = new StudyPictures(texts);
        accuracy.show(pictures.accuracy(found.results(), lab.measuredNow()));
        seconds.show(pictures.seconds(found.results(), lab.measuredNow()));
        boolean none = found.state() == StudyRunner.StudyState.NONE;
        accuracyCard.showInstead(none ? empty : null);
        secondsCard.showInstead(none ? emptySeconds : null);
        for (ChartCard card : cards()) {
            if (found.isRunning()) {
                card.showProgress(found.share());
            } else {
                card.showProgress(false);
            }
        }
        costs.rows(rows(lab.setup().network(), texts));
    }

    private static List<Readout.ReadoutRow> rows(NetworkChoice network, Texts texts) {
        List<Readout.ReadoutRow> rows = new ArrayList<>();
        List<LayerCost> layers = LayerCost.of(network.shape());
        ImageShape image = network.image();
        int layer = 0;
        for (Convolution convolution : network.convolutions()) {
            ImageShape maps = convolution.maps("convolutions", image, 1);
            String formula = maps.channels() + " · (" + image.channels() + " · " + convolution.kernel() + "² + 1), "
                    + maps.height() + " · " + maps.width() + " · " + maps.channels() + " · " + image.channels() + " · "
                    + convolution.kernel() + "²";
            rows.add(row(
                    texts.get("convolution.network.convolution", Integer.toString(layer + 1)),
                    formula,
                    layers.get(layer)));
            image = convolution.pooled("convolutions", image, 1);
            layer++;
        }
        String inputs = Long.toString(image.numbers());
        int outputs = network.shape().outputs();
        rows.add(row(
                texts.get("convolution.network.output"),
                outputs + " · (" + inputs + " + 1), " + inputs + " · " + outputs,
                layers.get(layer)));
        rows.add(row(texts.get("convolution.network.sum"), "", LayerCost.sum(layers)));
        rows.add(row(texts.get("convolution.network.dense"), "", LayerCost.ofDense(network.shape())));
        return rows;
    }

    private static Readout.ReadoutRow row(String name, String formula, LayerCost cost) {
        Label label = new Label(name);
        label.getStyleClass().add("readout-name");
        return new Readout.ReadoutRow(
                label,
                List.of(
                        formula,
                        ConvolutionWords.grouped(cost.parameters()),
                        ConvolutionWords.grouped(cost.multiplyAdds())),
                false);
    }

    void restyle() {
        accuracy.style(context.appearance().chartStyle());
        seconds.style(context.appearance().chartStyle());
    }

    void relabel() {
        accuracy.texts(context.messages().texts());
        seconds.texts(context.messages().texts());
    }
}
