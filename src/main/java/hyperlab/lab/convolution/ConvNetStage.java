package hyperlab.lab.convolution;

import hyperlab.chart.PlotChart;
import hyperlab.chart.convolution.ClassBarsChart;
import hyperlab.chart.convolution.IntegerAxisChart;
import hyperlab.chart.convolution.MapTilesChart;
import hyperlab.chart.convolution.PixelMapChart;
import hyperlab.chart.style.ChartTheme;
import hyperlab.convolution.NetworkSnapshot;
import hyperlab.image.ImageShape;
import hyperlab.lab.LabContext;
import hyperlab.text.Texts;
import hyperlab.ui.Messages;
import hyperlab.ui.concurrent.StudyRunner;
import hyperlab.ui.control.WrappedText;
import hyperlab.ui.control.chart.ChartCard;
import hyperlab.ui.control.chart.ChartCardView;
import hyperlab.ui.control.chart.StageGrid;
import hyperlab.ui.control.chart.StagePage;
import java.util.List;
import java.util.stream.Stream;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/**
 * The charts of the network: input image, kernels, activations, prediction, translation invariance, and training
 * progress.
 */
final class ConvNetStage extends StackPane {
    private final LabContext context;
    private final ConvolutionViewModel lab;
    private final PixelMapChart inputChart;
    private final MapTilesChart activationChart;
    private final MapTilesChart kernelChart;
    private final ChartCardView<PixelMapChart.Model> input;
    private final ChartCardView<MapTilesChart.Model> kernels;
    private final ChartCardView<MapTilesChart.Model> activations;
    private final ChartCardView<ClassBarsChart.Model> classes;
    private final ChartCardView<IntegerAxisChart.Model> invariance;
    private final ChartCardView<IntegerAxisChart.Model> training;
    private final Node emptyNotice;
    private final StringProperty predictionText = new SimpleStringProperty("");
    private final StringProperty progress = new SimpleStringProperty("");

    ConvNetStage(LabContext context, ConvolutionViewModel lab) {
        this.context = context;
        this.lab = lab;
        Messages messages = context.messages();
        ChartTheme theme = context.appearance().chartTheme();
        Texts texts = messages.texts();
        inputChart = new PixelMapChart(theme);
        kernelChart = new MapTilesChart(theme);
        input = card(
                        "digit",
                        inputChart,
                        messages.compute(
                                this::inputSubtitle, lab.playback().positionProperty(), lab.viewStateProperty()))
                .withDataExport(() -> ConvolutionCsvExport.map(
                        response().image().width(), response().image().pixels()));
        kernels = card("kernels", kernelChart, messages.bind("convolution.kernels.how"))
                .withDataExport(() -> ConvolutionCsvExport.tiles(chartContent().kernels(response())));
        activationChart = new MapTilesChart(theme);
        activations = card("activations", activationChart, messages.bind("convolution.activations.how"))
                .withDataExport(() -> ConvolutionCsvExport.tiles(chartContent().activations(response())));
        classes = card("classes", new ClassBarsChart(theme), predictionText)
                .withDataExport(() -> ConvolutionCsvExport.classes(
                        chartContent().classes(response(), lab.setup().image().label())));
        invariance = card(
                        "forgiveness",
                        new IntegerAxisChart(texts, theme),
                        messages.compute(
                                () -> text().shiftsText(response().invariance()),
                                lab.network().responseProperty()))
                .withDataExport(() -> ConvolutionCsvExport.lines(
                        chartContent().invariance(response(), lab.setup().shift())));
        training = card("learning", new IntegerAxisChart(texts, theme), progress)
                .withDataExport(() -> ConvolutionCsvExport.lines(chartContent().trainingProgress(response())));
        emptyNotice = emptyNotice(messages, lab, "convolution.learn.empty", "convolution-run-here");
        getChildren()
                .add(new StageGrid(new double[] {3, 1, 2, 4}, new double[] {1, 1.35, 0.95})
                        .addCard(input.card(), 0, 0, 1)
                        .addCard(kernels.card(), 1, 0, 2)
                        .addCard(classes.card(), 3, 0, 1)
                        .addCard(activations.card(), 0, 1, 4)
                        .addCard(invariance.card(), 0, 2, 2)
                        .addCard(training.card(), 2, 2, 2)
                        .present(
                                StagePage.sideBySide(activations.card(), kernels.card()),
                                StagePage.sideBySide(input.card(), classes.card()),
                                StagePage.sideBySide(training.card(), invariance.card())));
        ChartMouse.install(kernels.card(), this::kernelPressed, () -> {});
        ChartMouse.install(activations.card(), this::activationPressed, () -> {});
        ChartMouse.install(input.card(), this::inputPressed, () -> {
            lab.drawing().endStroke();
            lab.undo().settle();
        });
    }

    private <M> ChartCardView<M> card(String name, PlotChart<M> chart, ObservableValue<String> how) {
        return context.chartCard(
                "convolution-" + name, chart, context.messages().bind("convolution." + name), how);
    }

    /** A notice in place of an empty chart, with a button that starts the training or measurement. */
    static Node emptyNotice(Messages messages, ConvolutionViewModel lab, String key, String buttonId) {
        WrappedText what = new WrappedText(messages.bind(key));
        what.setAlignment(Pos.CENTER);
        Button run = ConvNetControls.runButton(messages, lab, buttonId);
        run.setMaxWidth(USE_PREF_SIZE);
        VBox box = new VBox(what, run);
        box.getStyleClass().add("empty-state");
        return box;
    }

    private ConvNetResponse response() {
        return lab.network().responseProperty().get();
    }

    private ConvNetChartContent chartContent() {
        return new ConvNetChartContent(context.messages().texts());
    }

    private ConvolutionText text() {
        return new ConvolutionText(context.messages().texts());
    }

    private String inputSubtitle() {
        ImageShape image = lab.setup().network().image();
        int width = lab.lastMapShape().width();
        int position = lab.playback().positionProperty().get();
        return context.messages()
                .get(
                        "convolution.digit.how",
                        Integer.toString(image.height()),
                        Integer.toString(image.width()),
                        Integer.toString(position / width + 1),
                        Integer.toString(position % width + 1));
    }

    List<ChartCard> cards() {
        return Stream.of(input, kernels, activations, classes, invariance, training)
                .map(ChartCardView::card)
                .toList();
    }

    void show() {
        ConvNetChartContent chartContent = chartContent();
        ConvNetResponse response = response();
        StudyRunner.StudyStatus<?> status =
                lab.network().training().statusProperty().get();
        progress.set(text().progress(status, response.network().reports().size() - 1));
        int width = lab.lastMapShape().width();
        int position = lab.playback().positionProperty().get();
        input.show(chartContent.receptiveField(
                response.image(), response.network().settings().convolutions(), position / width, position % width));
        int correctClass = lab.setup().image().label();
        kernels.show(chartContent.kernels(response));
        activations.show(chartContent.activations(response));
        classes.show(chartContent.classes(response, correctClass));
        predictionText.set(
                context.messages().get("convolution.classes.how", text().predictionText(response, correctClass)));
        invariance.show(chartContent.invariance(response, lab.setup().shift()));
        training.show(chartContent.trainingProgress(response));
        training.card().showInstead(status.state() == StudyRunner.StudyState.NONE ? emptyNotice : null);
        training.card().showProgress(status.isRunning(), status.share());
    }

    private void kernelPressed(ChartMouse.ChartMouseEvent touch) {
        kernelChart
                .tileAt(touch.x(), touch.y(), touch.plotArea())
                .filter(tile -> tile[0] == 0)
                .ifPresent(tile -> lab.slideLearnedKernel(tile[1]));
    }

    private void activationPressed(ChartMouse.ChartMouseEvent touch) {
        if (touch.dragged()) {
            return;
        }
        activationChart
                .cellAt(touch.x(), touch.y(), touch.plotArea())
                .filter(cell -> cell[0] == 0)
                .ifPresent(cell -> openActivation(cell[1], cell[2], cell[3]));
    }

    private void openActivation(int filter, int row, int column) {
        NetworkSnapshot network = response().network();
        if (!lab.openActivation(filter, row, column)) {
            context.notices().showError(context.messages().get("convolution.activation.other"));
            return;
        }
        context.notices()
                .showSuccess(text().activationText(
                                filter, lab.viewStateProperty().get().step(), network.biases(0)[filter]));
    }

    private void inputPressed(ChartMouse.ChartMouseEvent touch) {
        if (lab.drawing().enabledProperty().get()) {
            touch.draw(inputChart.cellAt(touch.x(), touch.y(), touch.plotArea()), lab.drawing());
        }
    }
}
