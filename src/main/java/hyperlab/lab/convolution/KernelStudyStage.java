package hyperlab.lab.convolution;

import hyperlab.chart.convolution.IntegerAxisChart;
import hyperlab.convolution.DigitNetworkSettings;
import hyperlab.convolution.KernelSizeStudy;
import hyperlab.convolution.LayerCost;
import hyperlab.image.ImageShape;
import hyperlab.lab.LabContext;
import hyperlab.nn.ConvolutionSpec;
import hyperlab.text.NumberFormats;
import hyperlab.text.Texts;
import hyperlab.ui.Messages;
import hyperlab.ui.concurrent.StudyRunner;
import hyperlab.ui.control.ContentCard;
import hyperlab.ui.control.Readout;
import hyperlab.ui.control.WrappedText;
import hyperlab.ui.control.chart.ChartCard;
import hyperlab.ui.control.chart.ChartCardView;
import hyperlab.ui.control.chart.StageGrid;
import hyperlab.ui.control.chart.StagePage;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;

/** The measured accuracy and training time by kernel size and stride, and the computed cost of the network. */
final class KernelStudyStage extends StackPane {
    private final LabContext context;
    private final ConvolutionViewModel lab;
    private final ChartCardView<IntegerAxisChart.Model> accuracy;
    private final ChartCardView<IntegerAxisChart.Model> seconds;
    private final Readout costs;
    private final Node emptyNotice;
    private final WrappedText secondsEmptyNotice;

    KernelStudyStage(LabContext context, ConvolutionViewModel lab) {
        this.context = context;
        this.lab = lab;
        Messages messages = context.messages();
        accuracy = card(
                "accuracy",
                () -> new KernelStudyChartContent(messages.texts())
                        .accuracy(lab.network().study().statusProperty().get().results(), null));
        seconds = card(
                "seconds",
                () -> new KernelStudyChartContent(messages.texts())
                        .seconds(lab.network().study().statusProperty().get().results(), null));
        costs = new Readout(
                "convolution-network-costs",
                List.of(
                        messages.bind("convolution.network.formula"),
                        messages.bind("convolution.network.parameters"),
                        messages.bind("convolution.network.multiplyAdds")));
        emptyNotice = ConvNetStage.emptyNotice(messages, lab, "convolution.measure.empty", "convolution-measure-here");
        secondsEmptyNotice = new WrappedText(messages.bind("convolution.measure.empty.seconds"));
        secondsEmptyNotice.setAlignment(Pos.CENTER);
        ContentCard cost = new ContentCard(
                "convolution-network-cost",
                messages.bind("convolution.network.cost"),
                messages.bind("convolution.network.cost.how"),
                costs);
        getChildren()
                .add(new StageGrid(new double[] {1, 1}, new double[] {1, 0})
                        .addCard(accuracy.card(), 0, 0, 1)
                        .addCard(seconds.card(), 1, 0, 1)
                        .addCard(cost, 0, 1, 2)
                        .present(StagePage.sideBySide(accuracy.card(), seconds.card()), StagePage.sideBySide(cost)));
    }

    private ChartCardView<IntegerAxisChart.Model> card(String name, Supplier<IntegerAxisChart.Model> exported) {
        Messages messages = context.messages();
        return context.chartCard(
                        "convolution-" + name,
                        new IntegerAxisChart(
                                messages.texts(), context.appearance().chartTheme()),
                        messages.bind("convolution.measure." + name),
                        messages.bind("convolution.measure.how"))
                .withDataExport(() -> ConvolutionCsvExport.lines(exported.get()));
    }

    List<ChartCard> cards() {
        return List.of(accuracy.card(), seconds.card());
    }

    void show() {
        Texts texts = context.messages().texts();
        StudyRunner.StudyStatus<KernelSizeStudy.KernelSizeResult> status =
                lab.network().study().statusProperty().get();
        KernelStudyChartContent chartContent = new KernelStudyChartContent(texts);
        accuracy.show(chartContent.accuracy(status.results(), lab.currentStudyResult()));
        seconds.show(chartContent.seconds(status.results(), lab.currentStudyResult()));
        boolean none = status.state() == StudyRunner.StudyState.NONE;
        accuracy.card().showInstead(none ? emptyNotice : null);
        seconds.card().showInstead(none ? secondsEmptyNotice : null);
        for (ChartCard card : cards()) {
            card.showProgress(status.isRunning(), status.share());
        }
        costs.rows(rows(lab.setup().network(), texts));
    }

    private static List<Readout.ReadoutRow> rows(DigitNetworkSettings network, Texts texts) {
        List<Readout.ReadoutRow> rows = new ArrayList<>();
        List<LayerCost> layers = LayerCost.of(network.shape());
        ImageShape image = network.image();
        int layer = 0;
        for (ConvolutionSpec convolution : network.convolutions()) {
            ImageShape maps = convolution.mapShape("convolutions", image, 1);
            String formula = maps.channels() + " · (" + image.channels() + " · " + convolution.kernel() + "² + 1), "
                    + maps.height() + " · " + maps.width() + " · " + maps.channels() + " · " + image.channels() + " · "
                    + convolution.kernel() + "²";
            rows.add(row(
                    texts.get("convolution.network.convolution", Integer.toString(layer + 1)),
                    formula,
                    layers.get(layer)));
            image = convolution.pooledShape("convolutions", image, 1);
            layer++;
        }
        String inputs = Long.toString(image.size());
        int outputs = network.shape().outputs();
        rows.add(row(
                texts.get("convolution.network.output"),
                outputs + " · (" + inputs + " + 1), " + inputs + " · " + outputs,
                layers.get(layer)));
        rows.add(row(texts.get("convolution.network.sum"), "", LayerCost.sum(layers)));
        rows.add(row(texts.get("convolution.network.dense"), "", LayerCost.ofDenseEquivalent(network.shape())));
        return rows;
    }

    private static Readout.ReadoutRow row(String name, String formula, LayerCost cost) {
        Label label = new Label(name);
        label.getStyleClass().add("readout-name");
        return new Readout.ReadoutRow(
                label,
                List.of(formula, NumberFormats.count(cost.parameters()), NumberFormats.count(cost.multiplyAdds())),
                false);
    }
}
