package hyperlab.lab.activation;

import hyperlab.activation.ActivationTopic;
import hyperlab.chart.activation.FunctionChart;
import hyperlab.chart.activation.MedianChart;
import hyperlab.chart.style.ChartTheme;
import hyperlab.diagnosis.ActivationBenchmark;
import hyperlab.lab.LabContext;
import hyperlab.nn.Activation;
import hyperlab.nn.ExampleMaxoutUnit;
import hyperlab.ui.Messages;
import hyperlab.ui.concurrent.StudyRunner;
import hyperlab.ui.control.ContentCard;
import hyperlab.ui.control.chart.ChartCard;
import hyperlab.ui.control.chart.ChartCardView;
import hyperlab.ui.control.chart.ChartView;
import hyperlab.ui.control.chart.StageGrid;
import hyperlab.ui.control.chart.StagePage;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;
import org.jfree.chart.ui.RectangleEdge;
import org.jspecify.annotations.Nullable;

/**
 * Plots functions and their derivatives over one another, reads their values at a probe, shows what is left of a gradient
 * behind many layers of them, and compares their properties in a table.
 */
final class ShapeTopicView implements TopicView {
    private final ActivationViewModel lab;
    private final CurvesViewModel model;
    private final Messages messages;
    private final FunctionChart valueChart;
    private final FunctionChart derivativeChart;
    private final ChartCard valueCard;
    private final ChartCard derivativeCard;
    private final ReadOnlyStringWrapper depthSubtitle = new ReadOnlyStringWrapper("");
    private final ChartCardView<MedianChart.Model> depth;
    private final ActivationTable table;
    private final ShapeControls controls;
    private final ShapeInsight insight;
    private final StageGrid stage;
    private List<ActivationBenchmark.ActivationTiming> costs = List.of();
    private List<ActivationBenchmark.ActivationTiming> shownCosts = List.of();
    private @Nullable CurvesViewState shownViewState;

    ShapeTopicView(LabContext context, ActivationViewModel lab) {
        this.lab = lab;
        this.model = lab.curves();
        this.messages = context.messages();
        ChartTheme theme = context.appearance().chartTheme();
        valueChart = new FunctionChart(messages.texts(), theme);
        derivativeChart = new FunctionChart(messages.texts(), theme);
        valueCard = context.chartCard(
                        "activation-function",
                        valueChart,
                        messages.bind("activation.function.title"),
                        messages.compute(this::shadingSubtitle, model.viewStateProperty()))
                .withDataExport(this::csv)
                .card();
        derivativeCard = context.chartCard(
                        "activation-derivative",
                        derivativeChart,
                        messages.bind("activation.derivative.title"),
                        messages.bind("activation.derivative.subtitle"))
                .withDataExport(this::csv)
                .card();
        depth = context.chartCard(
                        "activation-shape-depth",
                        new MedianChart(messages.texts(), theme),
                        messages.bind("activation.depth.back"),
                        depthSubtitle)
                .withDataExport(() -> StudyCsvExport.medians(depthPresenter().backward()));
        table = new ActivationTable(context);
        controls = new ShapeControls(model, context);
        controls.getChildren()
                .add(new ActivationControlFactory(context, lab).runButton("activation-run", ActivationTopic.SHAPE));
        insight = new ShapeInsight(lab, context);
        ContentCard tableCard = new ContentCard(
                "activation-table-card",
                messages.bind("activation.table.title"),
                messages.bind("activation.table.subtitle"),
                table);
        stage = new StageGrid(new double[] {1, 1}, new double[] {1, 1})
                .addCard(valueCard, 0, 0, 1)
                .addCard(derivativeCard, 1, 0, 1)
                .addCard(depth.card(), 0, 1, 1)
                .addCard(tableCard, 1, 1, 1)
                .present(
                        StagePage.sideBySide(valueCard, derivativeCard),
                        StagePage.sideBySide(depth.card()),
                        StagePage.sideBySide(tableCard));
        installProbe(valueCard.chartView(), valueChart);
        installProbe(derivativeCard.chartView(), derivativeChart);
    }

    private String csv() {
        return StudyCsvExport.functions(model.viewStateProperty().get());
    }

    @Override
    public Panels panels() {
        return new Panels(controls, stage, insight, List.of(valueCard, derivativeCard, depth.card()));
    }

    private DepthPresenter depthPresenter() {
        return new DepthPresenter(
                StudyContext.of(lab, messages.texts()),
                lab.studies().depth().statusProperty().get());
    }

    private void showDepth() {
        DepthPresenter presenter = depthPresenter();
        depthSubtitle.set(presenter.backwardSubtitle());
        depth.show(presenter.backward());
        depth.card()
                .showProgress(presenter.status().isRunning(), presenter.status().share());
    }

    @Override
    public void show() {
        showDepth();
        CurvesViewState viewState = model.viewStateProperty().get();
        StudyRunner.StudyStatus<ActivationBenchmark.ActivationTiming> status =
                lab.studies().cost().statusProperty().get();
        // Costs fluctuate while they are measured; a table under the pointer should not change all the time.
        costs = status.isRunning() ? costs : status.results();
        if (!viewState.equals(shownViewState) || !costs.equals(shownCosts)) {
            shownViewState = viewState;
            shownCosts = costs;
            show(viewState);
        }
    }

    private void show(CurvesViewState viewState) {
        valueCard.setSubject(List.of(viewState.from(), viewState.to()));
        derivativeCard.setSubject(List.of(viewState.from(), viewState.to()));
        valueChart.show(model(viewState, false));
        derivativeChart.show(model(viewState, true));
        boolean nothing = viewState.functions().isEmpty();
        valueCard.showInstead(nothing ? emptyNotice() : null);
        derivativeCard.showInstead(nothing ? emptyNotice() : null);
        table.show(viewState, costs);
        insight.show(viewState);
    }

    private FunctionChart.Model model(CurvesViewState viewState, boolean derivative) {
        List<FunctionChart.Line> lines = viewState.functions().stream()
                .map(drawn -> new FunctionChart.Line(
                        drawn.kind().series(),
                        messages.get(drawn.kind().nameKey()),
                        drawn.curve().x(),
                        derivative ? drawn.curve().derivative() : drawn.curve().value(),
                        derivative ? drawn.derivative() : drawn.value(),
                        drawn.kind() == viewState.examined()))
                .toList();
        double half = (viewState.to() - viewState.from()) / 4;
        return new FunctionChart.Model(
                lines,
                viewState.from(),
                viewState.to(),
                derivative ? Double.NEGATIVE_INFINITY : -half,
                derivative ? Double.POSITIVE_INFINITY : half,
                viewState.probe(),
                viewState.saturatedIntervals(),
                viewState.examined().series(),
                messages.get("activation.saturated"),
                derivative ? List.of() : pieces(viewState));
    }

    /** The lines whose maximum is Maxout, if Maxout is plotted. */
    private static List<FunctionChart.LinePiece> pieces(CurvesViewState viewState) {
        return viewState.functions().stream()
                .flatMap(drawn -> drawn.curve().activation() instanceof Activation.Maxout maxout
                        ? pieces(maxout.exampleUnit(), viewState, drawn.kind().series())
                        : Stream.of())
                .toList();
    }

    private static Stream<FunctionChart.LinePiece> pieces(
            ExampleMaxoutUnit lines, CurvesViewState viewState, int series) {
        return IntStream.range(0, lines.pieces())
                .mapToObj(piece -> new FunctionChart.LinePiece(
                        lines.line(piece, viewState.from()), lines.line(piece, viewState.to()), series));
    }

    private Label emptyNotice() {
        Label label = new Label();
        label.textProperty().bind(messages.bind("activation.empty"));
        label.getStyleClass().add("caption");
        return label;
    }

    private String shadingSubtitle() {
        CurvesViewState viewState = model.viewStateProperty().get();
        String key = viewState.saturatedIntervals().isEmpty()
                ? "activation.function.subtitle.none"
                : "activation.function.subtitle";
        return messages.get(key, messages.get(viewState.examined().nameKey()));
    }

    /** Lets the probe follow the pointer over a chart, and pins it where the mouse is pressed. */
    private void installProbe(ChartView canvas, FunctionChart chart) {
        canvas.reservePrimaryButton();
        canvas.addEventHandler(MouseEvent.MOUSE_PRESSED, event -> pin(event, canvas, chart));
        canvas.addEventHandler(MouseEvent.MOUSE_DRAGGED, event -> pin(event, canvas, chart));
        canvas.addEventHandler(MouseEvent.MOUSE_MOVED, event -> {
            if (!plotArea(canvas).isEmpty()) {
                model.hover(x(event, canvas, chart));
            }
        });
        canvas.addEventHandler(MouseEvent.MOUSE_EXITED, event -> model.clearHover());
    }

    private void pin(MouseEvent event, ChartView canvas, FunctionChart chart) {
        if (ChartView.isPlainPrimary(event) && !plotArea(canvas).isEmpty()) {
            model.pin(x(event, canvas, chart));
        }
    }

    private static double x(MouseEvent event, ChartView canvas, FunctionChart chart) {
        return chart.chart()
                .getXYPlot()
                .getDomainAxis()
                .java2DToValue(event.getX(), plotArea(canvas), RectangleEdge.BOTTOM);
    }

    private static Rectangle2D plotArea(ChartView canvas) {
        return canvas.getRenderingInfo().getPlotInfo().getDataArea();
    }

    @Override
    public void invalidate() {
        shownViewState = null;
    }
}
