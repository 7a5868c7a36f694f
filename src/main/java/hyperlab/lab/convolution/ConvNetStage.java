package hyperlab.lab.convolution;

import hyperlab.chart.convolution.ClassBarsChart;
import hyperlab.chart.convolution.IntegerAxisChart;
import hyperlab.chart.convolution.MapTilesChart;
import hyperlab.chart.convolution.PixelMapChart;
import hyperlab.chart.style.ChartStyle;
import hyperlab.chart.style.ChartTheme;
import hyperlab.image.ImageShape;
import hyperlab.lab.LabContext;
import hyperlab.text.Texts;
import hyperlab.ui.Messages;
import hyperlab.ui.concurrent.StudyRunner;
import hyperlab.ui.control.WrappedText;
import hyperlab.ui.control.chart.ChartCard;
import hyperlab.ui.control.chart.StageGrid;
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
import org.jfree.chart.JFreeChart;

/**
 * The charts of the network: input image, kernels, activations, prediction, translation invariance, and training
 * progress.
 */
final class ConvNetStage extends StackPane {
    private final LabContext context;
    private final ConvolutionViewModel lab;
    private final PixelMapChart inputChart;
    private final MapTilesChart kernelChart;
    private final MapTilesChart activationChart;
    private final ClassBarsChart classChart;
    private final IntegerAxisChart invarianceChart;
    private final IntegerAxisChart trainingChart;
    private final ChartCard inputCard;
    private final ChartCard kernelCard;
    private final ChartCard trainingCard;
    private final List<ChartCard> otherCards;
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
        activationChart = new MapTilesChart(theme);
        classChart = new ClassBarsChart(theme);
        invarianceChart = new IntegerAxisChart(texts, theme);
        trainingChart = new IntegerAxisChart(texts, theme);
        inputCard = card(
                "digit",
                messages.compute(this::inputSubtitle, lab.playback().positionProperty(), lab.viewStateProperty()),
                inputChart.chart());
        kernelCard = card("kernels", messages.bind("convolution.kernels.how"), kernelChart.chart());
        trainingCard = card("learning", progress, trainingChart.chart());
        otherCards = List.of(
                card("activations", messages.bind("convolution.activations.how"), activationChart.chart()),
                card("classes", predictionText, classChart.chart()),
                card("forgiveness", messages.bind("convolution.forgiveness.how"), invarianceChart.chart()),
                trainingCard);
        emptyNotice = emptyNotice(messages, lab, "convolution.learn.empty", "convolution-run-here");
        getChildren()
                .add(new StageGrid(new double[] {1, 1}, new double[] {1.15, 1.15, 1})
                        .addCard(inputCard, 0, 0, 1)
                        .addCard(kernelCard, 1, 0, 1)
                        .addCard(otherCards.get(0), 0, 1, 1)
                        .addCard(otherCards.get(1), 1, 1, 1)
                        .addCard(otherCards.get(2), 0, 2, 1)
                        .addCard(otherCards.get(3), 1, 2, 1));
        addDataExports();
        ChartMouse.install(kernelCard, this::kernelPressed, () -> {});
        ChartMouse.install(inputCard, this::inputPressed, lab.undo()::settle);
    }

    private ChartCard card(String name, ObservableValue<String> how, JFreeChart chart) {
        Messages messages = context.messages();
        return new ChartCard("convolution-" + name, messages, messages.bind("convolution." + name), how, chart);
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

    private void addDataExports() {
        Messages messages = context.messages();
        inputCard.withDataExport(
                messages,
                () -> ConvolutionCsvExport.map(
                        response().image().width(), response().image().pixels()));
        kernelCard.withDataExport(
                messages, () -> ConvolutionCsvExport.tiles(chartContent().kernels(response())));
        otherCards
                .get(0)
                .withDataExport(
                        messages,
                        () -> ConvolutionCsvExport.tiles(chartContent().activations(response())));
        otherCards
                .get(1)
                .withDataExport(
                        messages,
                        () -> ConvolutionCsvExport.classes(chartContent()
                                .classes(response(), lab.setup().image().label())));
        otherCards
                .get(2)
                .withDataExport(
                        messages,
                        () -> ConvolutionCsvExport.lines(chartContent()
                                .invariance(response(), lab.setup().shift())));
        trainingCard.withDataExport(
                messages, () -> ConvolutionCsvExport.lines(chartContent().trainingProgress(response())));
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
        return Stream.concat(Stream.of(inputCard, kernelCard), otherCards.stream())
                .toList();
    }

    void show() {
        ConvNetChartContent chartContent = chartContent();
        ConvNetResponse response = response();
        StudyRunner.StudyStatus<?> found =
                lab.network().training().statusProperty().get();
        progress.set(text().progress(found, response.network().reports().size() - 1));
        int width = lab.lastMapShape().width();
        int position = lab.playback().positionProperty().get();
        inputChart.show(chartContent.receptiveField(
                response.image(), response.network().settings().convolutions(), position / width, position % width));
        int correctClass = lab.setup().image().label();
        kernelChart.show(chartContent.kernels(response));
        activationChart.show(chartContent.activations(response));
        classChart.show(chartContent.classes(response, correctClass));
        predictionText.set(
                context.messages().get("convolution.classes.how", text().predictionText(response, correctClass)));
        invarianceChart.show(chartContent.invariance(response, lab.setup().shift()));
        trainingChart.show(chartContent.trainingProgress(response));
        trainingCard.showInstead(found.state() == StudyRunner.StudyState.NONE ? emptyNotice : null);
        if (found.isRunning()) {
            trainingCard.showProgress(found.share());
        } else {
            trainingCard.showProgress(false);
        }
    }

    void applyStyle() {
        ChartStyle style = context.appearance().chartStyle();
        inputChart.style(style);
        kernelChart.style(style);
        activationChart.style(style);
        classChart.style(style);
        invarianceChart.style(style);
        trainingChart.style(style);
    }

    void applyLanguage() {
        invarianceChart.texts(context.messages().texts());
        trainingChart.texts(context.messages().texts());
    }

    private void kernelPressed(ChartMouse.ChartMouseEvent touch) {
        kernelChart
                .tileAt(touch.x(), touch.y(), touch.plotArea())
                .filter(tile -> tile[0] == 0)
                .ifPresent(tile -> lab.slideLearnedKernel(tile[1]));
    }

    private void inputPressed(ChartMouse.ChartMouseEvent touch) {
        if (lab.drawing().enabledProperty().get()) {
            inputChart
                    .cellAt(touch.x(), touch.y(), touch.plotArea())
                    .ifPresent(cell -> lab.drawing().paint(cell[0], cell[1], touch.secondary()));
        }
    }
}
