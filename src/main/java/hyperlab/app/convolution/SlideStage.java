package hyperlab.app.convolution;

import hyperlab.app.LabContext;
import hyperlab.app.Messages;
import hyperlab.app.control.ContentCard;
import hyperlab.app.control.ChartCard;
import hyperlab.app.control.FormulaView;
import hyperlab.app.control.WrappedText;
import hyperlab.app.control.StageGrid;
import hyperlab.chart.ChartStyle;
import hyperlab.chart.ChartTheme;
import hyperlab.chart.KernelStepChart;
import hyperlab.chart.PixelMapChart;
import hyperlab.chart.WholeNumberChart;
import hyperlab.nn.Pooling;
import hyperlab.text.Texts;
import java.util.List;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/**
 * The charts of the sliding kernel: the image, the feature map, the pooled map, the current step, the output size, and
 * the cost.
 */
final class SlideStage extends StackPane {

    private final LabContext context;
    private final ConvolutionViewModel lab;
    private final PixelMapChart image;
    private final PixelMapChart map;
    private final PixelMapChart pooled;
    private final KernelStepChart step;
    private final WholeNumberChart cost;
    private final ChartCard imageCard;
    private final ChartCard mapCard;
    private final ChartCard pooledCard;
    private final ChartCard stepCard;
    private final ChartCard costCard;
    private final FormulaView size;
    private final StringProperty output = new SimpleStringProperty("");

    SlideStage(LabContext context, ConvolutionViewModel lab) {
        this.context = context;
        this.lab = lab;
        Messages messages = context.messages();
        ChartTheme theme = context.appearance().chartTheme();
        image = new PixelMapChart(theme);
        map = new PixelMapChart(theme);
        pooled = new PixelMapChart(theme);
        step = new KernelStepChart(theme);
        cost = new WholeNumberChart(messages.texts(), theme);
        imageCard = new ChartCard(
                "convolution-image",
                messages,
                messages.bind("convolution.image"),
                messages.compute(() -> words().imageHow(moment().map()), lab.moment()),
                image.chart());
        mapCard = new ChartCard(
                "convolution-map",
                messages,
                messages.bind("convolution.map"),
                messages.compute(() -> words().mapHow(moment()), lab.moment()),
                map.chart());
        pooledCard = new ChartCard(
                "convolution-pooled",
                messages,
                messages.bind("convolution.pooled"),
                messages.compute(() -> words().pooledHow(moment().map()), lab.moment()),
                pooled.chart());
        stepCard = new ChartCard(
                "convolution-step",
                messages,
                messages.bind("convolution.step"),
                messages.bind("convolution.step.how"),
                step.chart());
        costCard = new ChartCard(
                "convolution-cost",
                messages,
                messages.bind("convolution.cost"),
                messages.bind("convolution.cost.how"),
                cost.chart());
        size = new FormulaView("", "", context.appearance());
        imageCard.withDataExport(
                messages,
                () -> ConvolutionTables.map(lab.image().width(), lab.image().pixels()));
        mapCard.withDataExport(
                messages,
                () -> ConvolutionTables.map(
                        moment().map().shape().width(), moment().map().values()));
        pooledCard.withDataExport(
                messages,
                () -> ConvolutionTables.map(
                        moment().map().pooledShape().width(), moment().map().pooled()));
        stepCard.withDataExport(messages, () -> ConvolutionTables.step(moment()));
        costCard.withDataExport(messages, () -> ConvolutionTables.lines(pictures().cost(moment())));
        getChildren().add(grid(messages));
        ChartMouse.on(imageCard, this::touchImage, lab.undo()::settle);
        ChartMouse.on(mapCard, this::touchMap, () -> {});
        imageCard.setOnKeyPressed(this::penKey);
    }

    private StageGrid grid(Messages messages) {
        HBox maps = new HBox(12, imageCard, mapCard, pooledCard);
        maps.setId("convolution-maps");
        maps.getStyleClass().add(StageGrid.CHARTS_ROW_STYLE);
        for (ChartCard card : List.of(imageCard, mapCard, pooledCard)) {
            card.setMinWidth(0);
            card.setPrefWidth(1);
            HBox.setHgrow(card, Priority.ALWAYS);
        }
        pooledCard.managedProperty().bind(pooledCard.visibleProperty());
        pooledCard.visibleProperty().bind(lab.settings().pooling().isNotEqualTo(Pooling.NONE));
        WrappedText what = new WrappedText(output, "small");
        what.setId("convolution-output-words");
        VBox sizes = new VBox(8, size, what);
        ContentCard sizeCard = new ContentCard(
                "convolution-output",
                messages.bind("convolution.output"),
                messages.bind("convolution.output.how"),
                sizes);
        return new StageGrid(new double[] {1, 1}, new double[] {4.4, 2, 2.5})
                .addCard(maps, 0, 0, 2)
                .addCard(stepCard, 0, 1, 2)
                .addCard(sizeCard, 0, 2, 1)
                .addCard(costCard, 1, 2, 1);
    }

    private ConvolutionMoment moment() {
        return lab.moment().get();
    }

    private ConvolutionPictures pictures() {
        return new ConvolutionPictures(context.messages().texts());
    }

    private ConvolutionWords words() {
        return new ConvolutionWords(context.messages().texts());
    }

    List<ChartCard> cards() {
        return List.of(imageCard, mapCard, pooledCard, stepCard, costCard);
    }

    /** Shows the image, the feature map, the current step, and the pooled map if pooling is on. */
    void show(ConvolutionMoment moment) {
        ConvolutionPictures pictures = pictures();
        image.show(pictures.image(
                moment, lab.drawing().on().get() ? lab.drawing().pen().get() : null));
        map.show(pictures.map(moment, lab.playback().playing().get()));
        step.show(pictures.step(moment));
        if (moment.setup().pooling() != Pooling.NONE) {
            pooled.show(pictures.pooled(moment));
        }
    }

    /** Updates the cost chart and the calculation of the output size. */
    void tell(ConvolutionMoment moment) {
        cost.show(pictures().cost(moment));
        size.latex().set(ConvolutionFormulas.size(moment.map()));
        output.set(words().output(moment.map()));
    }

    void restyle() {
        ChartStyle style = context.appearance().chartStyle();
        image.style(style);
        map.style(style);
        pooled.style(style);
        step.style(style);
        cost.style(style);
    }

    void relabel() {
        Texts texts = context.messages().texts();
        cost.texts(texts);
    }

    private void touchImage(ChartMouse.Touch touch) {
        image.cellAt(touch.x(), touch.y(), touch.plotArea()).ifPresent(cell -> {
            if (lab.drawing().on().get()) {
                lab.drawing().dab(cell[0], cell[1], touch.secondary());
            } else if (!touch.secondary()) {
                lab.lay(cell[0], cell[1]);
            }
        });
    }

    private void touchMap(ChartMouse.Touch touch) {
        map.cellAt(touch.x(), touch.y(), touch.plotArea()).ifPresent(cell -> lab.seek(cell[0], cell[1]));
    }

    private void penKey(KeyEvent event) {
        if (!lab.drawing().on().get()) {
            return;
        }
        KeyCode code = event.getCode();
        if (event.isShiftDown() && code.isArrowKey()) {
            lab.drawing()
                    .move(
                            code == KeyCode.DOWN ? 1 : code == KeyCode.UP ? -1 : 0,
                            code == KeyCode.RIGHT ? 1 : code == KeyCode.LEFT ? -1 : 0);
        } else if (code == KeyCode.ENTER) {
            lab.drawing().dabAtPen(false);
        } else if (code == KeyCode.DELETE || code == KeyCode.BACK_SPACE) {
            lab.drawing().dabAtPen(true);
        } else {
            return;
        }
        event.consume();
    }
}
