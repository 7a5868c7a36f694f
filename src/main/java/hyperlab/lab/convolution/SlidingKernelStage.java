package hyperlab.lab.convolution;

import hyperlab.chart.convolution.IntegerAxisChart;
import hyperlab.chart.convolution.KernelStepChart;
import hyperlab.chart.convolution.PixelMapChart;
import hyperlab.chart.formula.FormulaChart;
import hyperlab.chart.style.ChartTheme;
import hyperlab.lab.LabContext;
import hyperlab.nn.Pooling;
import hyperlab.ui.Messages;
import hyperlab.ui.control.chart.ChartCard;
import hyperlab.ui.control.chart.ChartCardView;
import hyperlab.ui.control.chart.StageGrid;
import hyperlab.ui.control.chart.StagePage;
import java.util.List;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;

/**
 * The charts of the sliding kernel: the image, the feature map, the pooled map, the current step, the output size, and
 * the cost.
 */
final class SlidingKernelStage extends StackPane {
    private final LabContext context;
    private final ConvolutionViewModel lab;
    private final PixelMapChart imageChart;
    private final PixelMapChart mapChart;
    private final PixelMapChart pooledChart;
    private final ChartCard imageCard;
    private final ChartCard mapCard;
    private final ChartCard pooledCard;
    private final ChartCardView<KernelStepChart.Model> step;
    private final ChartCardView<IntegerAxisChart.Model> cost;
    private final ChartCardView<FormulaChart.Model> size;

    SlidingKernelStage(LabContext context, ConvolutionViewModel lab) {
        this.context = context;
        this.lab = lab;
        Messages messages = context.messages();
        ChartTheme theme = context.appearance().chartTheme();
        imageChart = new PixelMapChart(theme);
        mapChart = new PixelMapChart(theme);
        pooledChart = new PixelMapChart(theme);
        imageCard = context.chartCard(
                        "convolution-image",
                        imageChart,
                        messages.bind("convolution.image"),
                        messages.compute(() -> text().imageSubtitle(snapshot().map()), lab.viewStateProperty()))
                .withDataExport(() -> ConvolutionCsvExport.map(
                        lab.image().width(), lab.image().pixels()))
                .card();
        mapCard = context.chartCard(
                        "convolution-map",
                        mapChart,
                        messages.bind("convolution.map"),
                        messages.compute(() -> text().mapSubtitle(snapshot()), lab.viewStateProperty()))
                .withDataExport(() -> ConvolutionCsvExport.map(
                        snapshot().map().shape().width(), snapshot().map().values()))
                .card();
        pooledCard = context.chartCard(
                        "convolution-pooled",
                        pooledChart,
                        messages.bind("convolution.pooled"),
                        messages.compute(() -> text().pooledSubtitle(snapshot().map()), lab.viewStateProperty()))
                .withDataExport(() -> ConvolutionCsvExport.map(
                        snapshot().map().pooledShape().width(), snapshot().map().pooled()))
                .card();
        step = context.chartCard("convolution-step", new KernelStepChart(theme), "convolution.step")
                .withDataExport(() -> ConvolutionCsvExport.step(snapshot()));
        cost = context.chartCard(
                        "convolution-cost",
                        new IntegerAxisChart(messages.texts(), theme),
                        messages.bind("convolution.cost"),
                        messages.compute(
                                () -> messages.get(
                                        "convolution.cost.how",
                                        snapshot().setup().filters()),
                                lab.viewStateProperty()))
                .withDataExport(() -> ConvolutionCsvExport.lines(chartContent().cost(snapshot())));
        size = context.chartCard("convolution-output", new FormulaChart(theme), "convolution.output");
        size.card()
                .withLatexExport(
                        messages, () -> ConvolutionFormulas.size(snapshot().map()));
        getChildren().add(grid());
        ChartMouse.install(imageCard, this::imagePressed, this::imageReleased);
        ChartMouse.install(mapCard, this::mapPressed, () -> {});
        imageCard.setOnKeyPressed(this::handlePenKey);
    }

    private StageGrid grid() {
        HBox maps = new HBox(12, imageCard, mapCard, pooledCard);
        maps.setId("convolution-maps");
        maps.getStyleClass().add(StageGrid.CHARTS_ROW_STYLE);
        for (ChartCard card : List.of(imageCard, mapCard, pooledCard)) {
            card.setMinWidth(0);
            card.setPrefWidth(1);
            HBox.setHgrow(card, Priority.ALWAYS);
        }
        pooledCard.managedProperty().bind(pooledCard.visibleProperty());
        pooledCard.visibleProperty().bind(lab.settings().poolingProperty().isNotEqualTo(Pooling.NONE));
        StageGrid grid = new StageGrid(new double[] {1, 1}, new double[] {3.9, 1.52, 2});
        grid.setId("convolution-slide-cards");
        return grid.addCard(maps, 0, 0, 2)
                .addCard(step.card(), 0, 1, 2)
                .addCard(size.card(), 0, 2, 1)
                .addCard(cost.card(), 1, 2, 1)
                .present(
                        new StagePage(new double[] {1}, new double[] {1.25, 1})
                                .add(maps, 0, 0)
                                .add(step.card(), 0, 1),
                        StagePage.sideBySide(maps),
                        StagePage.sideBySide(size.card(), cost.card()));
    }

    private ConvolutionSnapshot snapshot() {
        return lab.viewStateProperty().get();
    }

    private ConvolutionChartContent chartContent() {
        return new ConvolutionChartContent(context.messages().texts());
    }

    private ConvolutionText text() {
        return new ConvolutionText(context.messages().texts());
    }

    List<ChartCard> cards() {
        return List.of(imageCard, mapCard, pooledCard, step.card(), size.card(), cost.card());
    }

    /** Shows the image, the feature map, the current step, and the pooled map if pooling is on. */
    void show(ConvolutionSnapshot snapshot) {
        ConvolutionChartContent chartContent = chartContent();
        imageChart.show(chartContent.image(
                snapshot,
                lab.drawing().enabledProperty().get()
                        ? lab.drawing().penProperty().get()
                        : null));
        mapChart.show(
                chartContent.map(snapshot, lab.playback().playingProperty().get()));
        step.show(chartContent.step(snapshot));
        if (snapshot.setup().pooling() != Pooling.NONE) {
            pooledChart.show(chartContent.pooled(snapshot));
        }
    }

    /** Updates the cost chart and the calculation of the output size. */
    void updateDetails(ConvolutionSnapshot snapshot) {
        cost.show(chartContent().cost(snapshot));
        String words = text().outputText(snapshot.map()).replace("**", "");
        size.show(new FormulaChart.Model(
                ConvolutionFormulas.size(snapshot.map()),
                ConvolutionFormulas.sizeInNarrowLines(snapshot.map()),
                words));
    }

    private void imagePressed(ChartMouse.ChartMouseEvent touch) {
        Optional<int[]> cell = imageChart.cellAt(touch.x(), touch.y(), touch.plotArea());
        if (lab.drawing().enabledProperty().get()) {
            touch.draw(cell, lab.drawing());
        } else if (!touch.secondary()) {
            cell.ifPresent(at -> lab.centerKernelAt(at[0], at[1]));
        }
    }

    private void imageReleased() {
        lab.drawing().endStroke();
        lab.undo().settle();
    }

    private void mapPressed(ChartMouse.ChartMouseEvent touch) {
        mapChart.cellAt(touch.x(), touch.y(), touch.plotArea()).ifPresent(cell -> lab.seek(cell[0], cell[1]));
    }

    private void handlePenKey(KeyEvent event) {
        if (!lab.drawing().enabledProperty().get()) {
            return;
        }
        KeyCode code = event.getCode();
        if (event.isShiftDown() && code.isArrowKey()) {
            lab.drawing()
                    .movePen(
                            code == KeyCode.DOWN ? 1 : code == KeyCode.UP ? -1 : 0,
                            code == KeyCode.RIGHT ? 1 : code == KeyCode.LEFT ? -1 : 0);
        } else if (code == KeyCode.ENTER) {
            lab.drawing().paintAtPen(false);
        } else if (code == KeyCode.DELETE || code == KeyCode.BACK_SPACE) {
            lab.drawing().paintAtPen(true);
        } else {
            return;
        }
        event.consume();
    }
}
