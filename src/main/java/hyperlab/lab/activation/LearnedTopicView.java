package hyperlab.lab.activation;

import hyperlab.activation.ActivationTopic;
import hyperlab.activation.MaxoutCurve;
import hyperlab.chart.activation.FunctionChart;
import hyperlab.chart.activation.MaxoutChart;
import hyperlab.chart.activation.MedianChart;
import hyperlab.chart.style.ChartTheme;
import hyperlab.lab.LabContext;
import hyperlab.ui.Messages;
import hyperlab.ui.control.Section;
import hyperlab.ui.control.chart.ChartCardView;
import hyperlab.ui.control.chart.StageGrid;
import hyperlab.ui.control.chart.StagePage;
import java.util.List;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/** The slopes of PReLU and the pieces of Maxout during training. */
final class LearnedTopicView implements TopicView {
    private final LabContext context;
    private final ActivationViewModel model;
    private final ReadOnlyStringWrapper slopesSubtitle = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper maxoutSubtitle = new ReadOnlyStringWrapper("");
    private final ChartCardView<MedianChart.Model> slopes;
    private final ChartCardView<FunctionChart.Model> shapes;
    private final ChartCardView<MaxoutChart.Model> maxout;
    private final Node slopesEmptyNotice;
    private final Node shapesEmptyNotice;
    private final Node maxoutEmptyNotice;
    private final VBox controls = new VBox(16);
    private final StudyInsight insight;
    private final StageGrid stage;

    LearnedTopicView(LabContext context, ActivationViewModel model) {
        this.context = context;
        this.model = model;
        Messages messages = context.messages();
        ChartTheme theme = context.appearance().chartTheme();
        ActivationControlFactory controlFactory = new ActivationControlFactory(context, model);
        slopes = context.chartCard(
                        "activation-slopes",
                        new MedianChart(messages.texts(), theme),
                        messages.bind("activation.learned.slopes"),
                        slopesSubtitle)
                .withDataExport(() -> StudyCsvExport.medians(presenter().slopeModel()));
        shapes = context.chartCard(
                        "activation-prelu-shapes",
                        new FunctionChart(messages.texts(), theme),
                        "activation.learned.shapes")
                .withDataExport(() -> StudyCsvExport.medians(presenter().slopeModel()));
        maxout = context.chartCard(
                        "activation-maxout-fit",
                        new MaxoutChart(messages.texts(), theme),
                        messages.bind("activation.learned.maxout"),
                        maxoutSubtitle)
                .withDataExport(() -> StudyCsvExport.pieces(
                        model.studies().maxout().statusProperty().get().results()));
        slopesEmptyNotice = controlFactory.emptyNotice("activation-run-learned", ActivationTopic.LEARNED);
        shapesEmptyNotice = controlFactory.emptyNotice("activation.empty.score");
        maxoutEmptyNotice = controlFactory.emptyNotice("activation.empty.maxout");
        stage = new StageGrid(new double[] {3, 2}, new double[] {1, 1})
                .addCard(slopes.card(), 0, 0, 1)
                .addCard(shapes.card(), 1, 0, 1)
                .addCard(maxout.card(), 0, 1, 2)
                .present(StagePage.sideBySide(slopes.card(), shapes.card()), StagePage.sideBySide(maxout.card()));
        insight = new StudyInsight(
                context,
                model,
                "activation-learned",
                List.of(
                        "activation.learned.column.layer",
                        "activation.learned.column.start",
                        "activation.learned.column.now"),
                3);
        buildControls(controlFactory);
    }

    private LearnedPresenter presenter() {
        return new LearnedPresenter(
                StudyContext.of(model, context.messages().texts()),
                model.studies().slopes().statusProperty().get(),
                model.studies().maxout().statusProperty().get());
    }

    private void buildControls(ActivationControlFactory controlFactory) {
        Messages messages = context.messages();
        ConstantSliders sliders = new ConstantSliders(messages, model.curves());
        controls.setId("activation-learned-controls");
        controls.getChildren()
                .addAll(
                        controlFactory.runButton("activation-run", ActivationTopic.LEARNED),
                        new Section(
                                messages.bind("activation.learned.prelu"),
                                sliders.preluSlope("activation-learned-slope")),
                        controlFactory.trainingSection(
                                "activation-learned",
                                ActivationControlFactory.SOURCES,
                                model.settings().learned(),
                                "activation.learningRate",
                                true),
                        new Section(
                                messages.bind(ActivationKind.MAXOUT.nameKey()),
                                controlFactory.choiceField(
                                        "activation-curve",
                                        "activation.curve",
                                        List.of(MaxoutCurve.values()),
                                        curve -> "activation.curve." + curve.fileName(),
                                        model.settings().curveProperty()),
                                sliders.maxoutPieces("activation-learned-pieces"),
                                controlFactory.note("activation.learned.maxout.note")));
    }

    @Override
    public Panels panels() {
        return new Panels(controls, stage, insight, List.of(slopes.card(), shapes.card(), maxout.card()));
    }

    @Override
    public void show() {
        LearnedPresenter presenter = presenter();
        StudyContext studyContext = presenter.context();
        slopesSubtitle.set(
                studyContext.progress(presenter.slopes(), studyContext.text("activation.learned.slopes.how")));
        maxoutSubtitle.set(presenter.maxoutSubtitle());
        slopes.show(presenter.slopeModel());
        StudyCards.show(slopes.card(), presenter.slopes(), slopesEmptyNotice);
        shapes.show(presenter.shapeModel());
        StudyCards.show(shapes.card(), presenter.slopes(), shapesEmptyNotice);
        maxout.card().showInstead(presenter.fits().results().isEmpty() ? maxoutEmptyNotice : null);
        if (!presenter.fits().results().isEmpty()) {
            maxout.show(presenter.maxoutModel());
        }
        insight.show(presenter.insight(this::nextSeed));
    }

    private void nextSeed() {
        model.undo().settle();
        model.nextSeed();
    }
}
