package hyperlab.app.training;

import hyperlab.app.LabContext;
import hyperlab.app.Messages;
import hyperlab.app.ErrorMessages;
import hyperlab.app.control.ChartCard;
import hyperlab.app.control.FieldRow;
import hyperlab.app.control.Hints;
import hyperlab.app.control.NumberField;
import hyperlab.app.control.NumberRule;
import hyperlab.app.control.WrappedText;
import hyperlab.app.control.SegmentedButton;
import hyperlab.chart.PathChart;
import hyperlab.diagnosis.PenaltyPath;
import hyperlab.rule.InvalidInputException;
import hyperlab.text.NumberFormats;
import hyperlab.text.Texts;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.layout.VBox;

/**
 * The card of the regularization path: how L1 and L2 penalties shrink the weights of a linear model on the current
 * data, and which features remain at the selected strength.
 */
final class PathCard {
    private static final int NAMED = 4;

    private final TrainingViewModel lab;
    private final Messages messages;
    private final PathChart chart;
    private final ChartCard card;
    private final StringProperty left = new SimpleStringProperty(this, "left", "");
    private final StringProperty refused = new SimpleStringProperty(this, "refused", "");
    private final WrappedText refusal = new WrappedText(refused, "muted");

    PathCard(TrainingViewModel lab, LabContext context) {
        this.lab = lab;
        this.messages = context.messages();
        chart = new PathChart(messages.texts(), context.appearance().chartTheme());
        card = new ChartCard(
                        "training-paths",
                        messages,
                        messages.bind("stage.paths"),
                        messages.bind("stage.paths.subtitle"),
                        chart.chart())
                .followLanguageAndStyle(context, this::speak, chart::style);
        SegmentedButton<PenaltyPath.Kind> kind = new SegmentedButton<>(
                "training-paths-kind",
                messages,
                List.of(PenaltyPath.Kind.values()),
                each -> "stage.paths." + each.name().toLowerCase(Locale.ROOT));
        kind.value().bindBidirectional(lab.paths().kind());
        NumberField lambda = new NumberField(
                "training-paths-lambda",
                messages,
                NumberRule.POSITIVE,
                lab.paths().lambda().get());
        lambda.value().bindBidirectional(lab.paths().lambda());
        WrappedText words = new WrappedText(left);
        words.setId("training-paths-left");
        card.addToHeader(Hints.withHint(kind, messages.bind("stage.paths.kind.hint")))
                .addBelow(new VBox(
                        4,
                        Hints.withHint(
                                new FieldRow(messages.bind("stage.paths.lambda"), lambda),
                                messages.bind("stage.paths.lambda.hint")),
                        words));
        lab.paths().found().addListener((observed, before, now) -> show());
        lab.paths().lambda().addListener((observed, before, now) -> show());
    }

    ChartCard card() {
        return card;
    }

    private void speak(Texts texts) {
        chart.texts(texts);
        show();
    }

    private void show() {
        PenaltyPaths.Found found = lab.paths().found().get();
        if (found == null) {
            return;
        }
        InvalidInputException why = found.refusal();
        refused.set(why == null ? "" : ErrorMessages.message(why, messages.texts()));
        card.showInstead(why == null ? null : refusal);
        PenaltyPath path = found.path();
        if (path == null) {
            left.set("");
            return;
        }
        int at = path.nearest(lab.paths().lambda().get());
        chart.show(path, at);
        List<Integer> features = path.left(at);
        String names = features.stream().limit(NAMED).map(path.features()::get).collect(Collectors.joining(", "));
        String more = features.size() > NAMED ? messages.get("stage.paths.more", names) : names;
        left.set(
                features.isEmpty()
                        ? messages.get("stage.paths.none", NumberFormats.format(path.lambdas()[at], 2))
                        : messages.get(
                                path.kind() == PenaltyPath.Kind.L1 ? "stage.paths.left" : "stage.paths.all",
                                NumberFormats.format(path.lambdas()[at], 2),
                                Integer.toString(features.size()),
                                Integer.toString(path.features().size()),
                                more));
    }
}
