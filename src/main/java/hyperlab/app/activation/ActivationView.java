package hyperlab.app.activation;

import hyperlab.app.Lab;
import hyperlab.app.LabContext;
import hyperlab.app.LabName;
import hyperlab.app.LabParts;
import hyperlab.app.Messages;
import hyperlab.app.concurrent.Latest;
import hyperlab.app.control.Card;
import hyperlab.app.control.ChartCard;
import hyperlab.app.control.PulseCanvas;
import hyperlab.app.control.StageGrid;
import hyperlab.chart.ChartTheme;
import hyperlab.chart.FunctionChart;
import hyperlab.file.Document;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.jfree.chart.ui.RectangleEdge;

/** The Activation lab: functions and their derivatives laid over one another, read at a probe. */
public final class ActivationView implements Lab {
    private final ActivationViewModel model;
    private final LabContext context;
    private final Messages messages;
    private final FunctionChart values;
    private final FunctionChart derivatives;
    private final ChartCard valueCard;
    private final ChartCard derivativeCard;
    private final ActivationTable table;
    private final ActivationInsight insight;
    private final LabParts parts;
    private final Latest<ActivationPicture> pictures;

    public ActivationView(ActivationViewModel model, LabContext context) {
        this.model = model;
        this.context = context;
        this.messages = context.messages();
        ChartTheme theme = context.appearance().chartTheme();
        values = new FunctionChart(messages.texts(), theme);
        derivatives = new FunctionChart(messages.texts(), theme);
        valueCard = new ChartCard(
                "activation-function",
                messages,
                messages.bind("activation.function.title"),
                messages.compute(this::shadingInWords, model.picture()),
                values.chart());
        derivativeCard = new ChartCard(
                "activation-derivative",
                messages,
                messages.bind("activation.derivative.title"),
                messages.bind("activation.derivative.subtitle"),
                derivatives.chart());
        table = new ActivationTable(context);
        insight = new ActivationInsight(model, context);
        StageGrid stage = new StageGrid(new double[] {1, 1}, new double[] {1, 0})
                .put(valueCard, 0, 0, 1)
                .put(derivativeCard, 1, 0, 1)
                .put(
                        new Card(
                                "activation-table-card",
                                messages.bind("activation.table.title"),
                                messages.bind("activation.table.subtitle"),
                                table),
                        0,
                        1,
                        2);
        parts = new LabParts(
                messages.compute(this::whatIsOnStage, model.picture()),
                new ActivationControls(model, context),
                stage,
                insight,
                model.playback(),
                model.undo());
        pictures = new Latest<>(context.pulses(), this::show);
        model.picture().addListener((observed, before, now) -> pictures.offer(now));
        messages.language().addListener(observed -> restyle());
        context.appearance().theme().addListener(observed -> restyle());
        probeBy(valueCard.canvas(), values);
        probeBy(derivativeCard.canvas(), derivatives);
        show(model.picture().get());
    }

    private void show(ActivationPicture picture) {
        values.show(picture(picture, false));
        derivatives.show(picture(picture, true));
        boolean nothing = picture.drawn().isEmpty();
        valueCard.instead(nothing ? emptyNotice() : null);
        derivativeCard.instead(nothing ? emptyNotice() : null);
        table.show(picture);
        insight.show(picture);
    }

    private String whatIsOnStage() {
        String names = model.picture().get().drawn().stream()
                .map(drawn -> messages.get("activation.name." + drawn.kind().id()))
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? messages.get("activation.subtitle.none") : names;
    }

    private FunctionChart.Picture picture(ActivationPicture picture, boolean derivative) {
        List<FunctionChart.Line> lines = picture.drawn().stream()
                .map(drawn -> new FunctionChart.Line(
                        drawn.kind().series(),
                        messages.get("activation.name." + drawn.kind().id()),
                        drawn.curve().x(),
                        derivative ? drawn.curve().derivative() : drawn.curve().value(),
                        derivative ? drawn.derivative() : drawn.value(),
                        drawn.kind() == picture.examined()))
                .toList();
        double half = (picture.to() - picture.from()) / 4;
        return new FunctionChart.Picture(
                lines,
                picture.from(),
                picture.to(),
                derivative ? Double.NEGATIVE_INFINITY : -half,
                derivative ? Double.POSITIVE_INFINITY : half,
                picture.probe(),
                picture.saturated(),
                picture.examined().series(),
                messages.get("activation.saturated"));
    }

    private Label emptyNotice() {
        Label label = new Label();
        label.textProperty().bind(messages.bind("activation.empty"));
        label.getStyleClass().add("caption");
        return label;
    }

    private String shadingInWords() {
        ActivationPicture picture = model.picture().get();
        String key =
                picture.saturated().isEmpty() ? "activation.function.subtitle.none" : "activation.function.subtitle";
        return messages.get(
                key, messages.get("activation.name." + picture.examined().id()));
    }

    /** Lets a press or drag on a chart put the probe there. */
    private void probeBy(PulseCanvas canvas, FunctionChart chart) {
        canvas.addEventHandler(MouseEvent.MOUSE_PRESSED, event -> probe(event, canvas, chart));
        canvas.addEventHandler(MouseEvent.MOUSE_DRAGGED, event -> probe(event, canvas, chart));
    }

    private void probe(MouseEvent event, PulseCanvas canvas, FunctionChart chart) {
        if (event.getButton() != MouseButton.PRIMARY || canvas.getRenderingInfo() == null) {
            return;
        }
        Rectangle2D area = canvas.getRenderingInfo().getPlotInfo().getDataArea();
        double x = chart.chart().getXYPlot().getDomainAxis().java2DToValue(event.getX(), area, RectangleEdge.BOTTOM);
        double reach = model.reach().get();
        model.probe().set(Math.round(Math.max(-reach, Math.min(reach, x)) * 1000) / 1000.0);
    }

    private void restyle() {
        values.theme(context.appearance().chartTheme());
        derivatives.theme(context.appearance().chartTheme());
        values.texts(messages.texts());
        derivatives.texts(messages.texts());
        show(model.picture().get());
    }

    @Override
    public LabName name() {
        return LabName.ACTIVATION;
    }

    @Override
    public LabParts parts() {
        return parts;
    }

    @Override
    public List<ChartCard> charts() {
        return List.of(valueCard, derivativeCard);
    }

    @Override
    public Document document() {
        return new Document.OfActivations(model.selection());
    }

    @Override
    public boolean takes(Document document) {
        return document instanceof Document.OfActivations;
    }

    @Override
    public void open(Document document) {
        if (document instanceof Document.OfActivations activations) {
            model.open(activations.selection());
        }
    }

    @Override
    public void shown(boolean onStage) {
        valueCard.active(onStage);
        derivativeCard.active(onStage);
    }

    @Override
    public void close() {
        model.playback().playing().set(false);
    }
}
