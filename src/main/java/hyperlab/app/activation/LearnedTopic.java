package hyperlab.app.activation;

import hyperlab.activation.MaxoutCurve;
import hyperlab.activation.Topic;
import hyperlab.app.LabContext;
import hyperlab.app.Messages;
import hyperlab.app.control.ChartCard;
import hyperlab.app.control.Section;
import hyperlab.app.control.StageGrid;
import hyperlab.chart.ChartTheme;
import hyperlab.chart.FunctionChart;
import hyperlab.chart.MaxoutChart;
import hyperlab.chart.MedianChart;
import java.util.List;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/** The slopes of PReLU and the pieces of Maxout during training. */
final class LearnedTopic implements TopicView {
    private final LabContext context;
    private final ActivationViewModel model;
    private final MedianChart slopes;
    private final FunctionChart shapes;
    private final MaxoutChart maxout;
    private final ReadOnlyStringWrapper slopesHow = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper maxoutHow = new ReadOnlyStringWrapper("");
    private final ChartCard slopesCard;
    private final ChartCard shapesCard;
    private final ChartCard maxoutCard;
    private final Node slopesEmpty;
    private final Node shapesEmpty;
    private final Node maxoutEmpty;
    private final VBox controls = new VBox(16);
    private final StudyInsight insight;
    private final StageGrid stage;

    LearnedTopic(LabContext context, ActivationViewModel model) {
        this.context = context;
        this.model = model;
        Messages messages = context.messages();
        ChartTheme theme = context.appearance().chartTheme();
        Fields fields = new Fields(context, model);
        slopes = new MedianChart(messages.texts(), theme);
        shapes = new FunctionChart(messages.texts(), theme);
        maxout = new MaxoutChart(messages.texts(), theme);
        slopesCard = new ChartCard(
                "activation-slopes", messages, messages.bind("activation.learned.slopes"), slopesHow, slopes.chart());
        shapesCard = new ChartCard(
                "activation-prelu-shapes",
                messages,
                messages.bind("activation.learned.shapes"),
                messages.bind("activation.learned.shapes.how"),
                shapes.chart());
        maxoutCard = new ChartCard(
                "activation-maxout-fit",
                messages,
                messages.bind("activation.learned.maxout"),
                maxoutHow,
                maxout.chart());
        slopesEmpty = fields.empty("activation-run-learned", Topic.LEARNED);
        shapesEmpty = fields.empty("activation.empty.score");
        maxoutEmpty = fields.empty("activation.empty.maxout");
        stage = new StageGrid(new double[] {3, 2}, new double[] {1, 1})
                .addCard(slopesCard, 0, 0, 1)
                .addCard(shapesCard, 1, 0, 1)
                .addCard(maxoutCard, 0, 1, 2);
        insight = new StudyInsight(
                context,
                model,
                "activation-learned",
                List.of(
                        "activation.learned.column.layer",
                        "activation.learned.column.start",
                        "activation.learned.column.now"),
                3);
        buildControls(fields);
        slopesCard.withDataExport(messages, () -> StudyTables.medians(words().slopePicture()));
        shapesCard.withDataExport(messages, () -> StudyTables.medians(words().slopePicture()));
        maxoutCard.withDataExport(
                messages,
                () -> StudyTables.pieces(model.studies().maxout().found().get().results()));
    }

    private LearnedWords words() {
        return new LearnedWords(
                Studied.of(model, context.messages().texts()),
                model.studies().slopes().found().get(),
                model.studies().maxout().found().get());
    }

    private void buildControls(Fields fields) {
        Messages messages = context.messages();
        ConstantSliders sliders = new ConstantSliders(messages, model.curves());
        controls.setId("activation-learned-controls");
        controls.getChildren()
                .addAll(
                        fields.run("activation-run", Topic.LEARNED),
                        new Section(
                                messages.bind("activation.learned.prelu"),
                                sliders.preluSlope("activation-learned-slope")),
                        fields.training(
                                "activation-learned",
                                Fields.SOURCES,
                                model.settings().learned(),
                                "activation.learningRate",
                                true),
                        new Section(
                                messages.bind("activation.name.maxout"),
                                fields.choice(
                                        "activation-curve",
                                        "activation.curve",
                                        List.of(MaxoutCurve.values()),
                                        curve -> "activation.curve." + curve.fileName(),
                                        model.settings().curve()),
                                sliders.maxoutPieces("activation-learned-pieces"),
                                fields.note("activation.learned.maxout.note")));
    }

    @Override
    public Panels panels() {
        return new Panels(controls, stage, insight, List.of(slopesCard, shapesCard, maxoutCard));
    }

    @Override
    public void show() {
        LearnedWords words = words();
        Studied studied = words.studied();
        slopesHow.set(studied.progress(words.slopes(), studied.get("activation.learned.slopes.how")));
        maxoutHow.set(words.maxoutHow());
        slopes.show(words.slopePicture());
        Cards.show(slopesCard, words.slopes(), slopesEmpty);
        shapes.show(words.shapePicture());
        Cards.show(shapesCard, words.slopes(), shapesEmpty);
        maxoutCard.showInstead(words.fits().results().isEmpty() ? maxoutEmpty : null);
        if (!words.fits().results().isEmpty()) {
            maxout.show(words.maxoutPicture());
        }
        insight.show(words.said(this::nextSeed));
    }

    private void nextSeed() {
        model.undo().settle();
        model.nextSeed();
    }

    @Override
    public void restyle() {
        slopes.style(context.appearance().chartStyle());
        slopes.texts(context.messages().texts());
        shapes.style(context.appearance().chartStyle());
        shapes.texts(context.messages().texts());
        maxout.style(context.appearance().chartStyle());
        maxout.texts(context.messages().texts());
    }
}
