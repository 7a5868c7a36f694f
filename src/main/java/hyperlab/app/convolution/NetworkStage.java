package hyperlab.app.convolution;

import hyperlab.app.LabContext;
import hyperlab.app.Messages;
import hyperlab.app.concurrent.StudyRunner;
import hyperlab.app.control.ChartCard;
import hyperlab.app.control.WrappedText;
import hyperlab.app.control.StageGrid;
import hyperlab.chart.ChartStyle;
import hyperlab.chart.ChartTheme;
import hyperlab.chart.ClassBarsChart;
import hyperlab.chart.MapTilesChart;
import hyperlab.chart.PixelMapChart;
import hyperlab.chart.WholeNumberChart;
import hyperlab.image.ImageShape;
import hyperlab.text.Texts;
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
final class NetworkStage extends StackPane {
    private final LabContext context;
    private final ConvolutionViewModel lab;
    private final PixelMapChart digit;
    private final MapTilesChart kernels;
    private final MapTilesChart activations;
    private final ClassBarsChart classes;
    private final WholeNumberChart forgiveness;
    private final WholeNumberChart learning;
    private final ChartCard digitCard;
    private final ChartCard kernelCard;
    private final ChartCard learningCard;
    private final List<ChartCard> others;
    private final Node empty;
    private final StringProperty answer = new SimpleStringProperty("");
    private final StringProperty progress = new SimpleStringProperty("");

    NetworkStage(LabContext context, ConvolutionViewModel lab) {
        this.context = context;
        this.lab = lab;
        Messages messages = context.messages();
        ChartTheme theme = context.appearance().chartTheme();
        Texts texts = messages.texts();
        digit = new PixelMapChart(theme);
        kernels = new MapTilesChart(theme);
        activations = new MapTilesChart(theme);
        classes = new ClassBarsChart(theme);
        forgiveness = new WholeNumberChart(texts, theme);
        learning = new WholeNumberChart(texts, theme);
        digitCard =
                card("digit", messages.compute(this::digitHow, lab.playback().position(), lab.moment()), digit.chart());
        kernelCard = card("kernels", messages.bind("convolution.kernels.how"), kernels.chart());
        learningCard = card("learning", progress, learning.chart());
        others = List.of(
                card("activations", messages.bind("convolution.activations.how"), activations.chart()),
                card("classes", answer, classes.chart()),
                card("forgiveness", messages.bind("convolution.forgiveness.how"), forgiveness.chart()),
                learningCard);
        empty = empty(messages, lab, "convolution.learn.empty", "convolution-run-here");
        getChildren()
                .add(new StageGrid(new double[] {1, 1}, new double[] {1.15, 1.15, 1})
                        .addCard(digitCard, 0, 0, 1)
                        .addCard(kernelCard, 1, 0, 1)
                        .addCard(others.get(0), 0, 1, 1)
                        .addCard(others.get(1), 1, 1, 1)
                        .addCard(others.get(2), 0, 2, 1)
                        .addCard(others.get(3), 1, 2, 1));
        offer();
        ChartMouse.on(kernelCard, this::touchKernel, () -> {});
        ChartMouse.on(digitCard, this::touchDigit, lab.undo()::settle);
    }

    private ChartCard card(String name, ObservableValue<String> how, JFreeChart chart) {
        Messages messages = context.messages();
        return new ChartCard("convolution-" + name, messages, messages.bind("convolution." + name), how, chart);
    }

    /** A notice in place of an empty chart, with a button that starts the training or measurement. */
    static Node empty(Messages messages, ConvolutionViewModel lab, String key, String buttonId) {
        WrappedText what = new WrappedText(messages.bind(key));
        what.setAlignment(Pos.CENTER);
        Button run = NetworkControls.button(messages, lab, buttonId);
        run.setMaxWidth(USE_PREF_SIZE);
        VBox box = new VBox(what, run);
        box.getStyleClass().add("empty-state");
        return box;
    }

    private void offer() {
        Messages messages = context.messages();
        digitCard.withDataExport(
                messages,
                () -> ConvolutionTables.map(
                        view().image().width(), view().image().pixels()));
        kernelCard.withDataExport(messages, () -> ConvolutionTables.tiles(pictures().kernels(view())));
        others.get(0)
                .withDataExport(messages, () -> ConvolutionTables.tiles(pictures().activations(view())));
        others.get(1)
                .withDataExport(
                        messages,
                        () -> ConvolutionTables.classes(
                                pictures().classes(view(), lab.setup().image().label())));
        others.get(2)
                .withDataExport(
                        messages,
                        () -> ConvolutionTables.lines(
                                pictures().forgiveness(view(), lab.setup().shift())));
        learningCard.withDataExport(messages, () -> ConvolutionTables.lines(pictures().learning(view())));
    }

    private NetworkView view() {
        return lab.network().seen().get();
    }

    private NetworkPictures pictures() {
        return new NetworkPictures(context.messages().texts());
    }

    private ConvolutionWords words() {
        return new ConvolutionWords(context.messages().texts());
    }

    private String digitHow() {
        ImageShape image = lab.setup().network().image();
        int width = lab.lastMaps().width();
        int place = lab.playback().position().get();
        return context.messages()
                .get(
                        "convolution.digit.how",
                        Integer.toString(image.height()),
                        Integer.toString(image.width()),
                        Integer.toString(place / width + 1),
                        Integer.toString(place % width + 1));
    }

    List<ChartCard> cards() {
        return Stream.concat(Stream.of(digitCard, kernelCard), others.stream()).toList();
    }

    void show() {
        NetworkPictures pictures = pictures();
        NetworkView view = view();
        StudyRunner.StudyStatus<?> found = lab.network().training().found().get();
        progress.set(words().progress(found, view.learned().epochs().size() - 1));
        int width = lab.lastMaps().width();
        int place = lab.playback().position().get();
        digit.show(pictures.field(view.image(), view.learned().choice().convolutions(), place / width, place % width));
        int wanted = lab.setup().image().label();
        kernels.show(pictures.kernels(view));
        activations.show(pictures.activations(view));
        classes.show(pictures.classes(view, wanted));
        answer.set(context.messages().get("convolution.classes.how", words().answer(view, wanted)));
        forgiveness.show(pictures.forgiveness(view, lab.setup().shift()));
        learning.show(pictures.learning(view));
        learningCard.showInstead(found.state() == StudyRunner.StudyState.NONE ? empty : null);
        if (found.isRunning()) {
            learningCard.showProgress(found.share());
        } else {
            learningCard.showProgress(false);
        }
    }

    void restyle() {
        ChartStyle style = context.appearance().chartStyle();
        digit.style(style);
        kernels.style(style);
        activations.style(style);
        classes.style(style);
        forgiveness.style(style);
        learning.style(style);
    }

    void relabel() {
        forgiveness.texts(context.messages().texts());
        learning.texts(context.messages().texts());
    }

    private void touchKernel(ChartMouse.Touch touch) {
        kernels.tileAt(touch.x(), touch.y(), touch.plotArea())
                .filter(tile -> tile[0] == 0)
                .ifPresent(tile -> lab.slide(tile[1]));
    }

    private void touchDigit(ChartMouse.Touch touch) {
        if (lab.drawing().on().get()) {
            digit.cellAt(touch.x(), touch.y(), touch.plotArea())
                    .ifPresent(cell -> lab.drawing().dab(cell[0], cell[1], touch.secondary()));
        }
    }
}
