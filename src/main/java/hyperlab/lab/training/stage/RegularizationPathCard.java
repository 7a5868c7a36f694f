package hyperlab.lab.training.stage;

import hyperlab.chart.training.RegularizationPathChart;
import hyperlab.diagnosis.RegularizationPath;
import hyperlab.lab.LabContext;
import hyperlab.lab.training.inspection.RegularizationPathViewModel;
import hyperlab.rule.InvalidInputException;
import hyperlab.text.ErrorMessages;
import hyperlab.text.NumberFormats;
import hyperlab.ui.Messages;
import hyperlab.ui.control.Hints;
import hyperlab.ui.control.SegmentedButton;
import hyperlab.ui.control.WrappedText;
import hyperlab.ui.control.chart.ChartCard;
import hyperlab.ui.control.chart.ChartCardView;
import hyperlab.ui.control.field.FieldRow;
import hyperlab.ui.control.field.NumberField;
import hyperlab.ui.control.field.NumberRule;
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
public final class RegularizationPathCard {
    private static final int MAX_NAMES = 4;

    private final RegularizationPathViewModel paths;
    private final Messages messages;
    private final ChartCardView<RegularizationPathChart.Model> view;
    private final ChartCard card;
    private final StringProperty remainingText = new SimpleStringProperty(this, "remainingText", "");
    private final StringProperty errorText = new SimpleStringProperty(this, "errorText", "");
    private final WrappedText errorLabel = new WrappedText(errorText, "muted");

    public RegularizationPathCard(RegularizationPathViewModel paths, LabContext context) {
        this.paths = paths;
        this.messages = context.messages();
        view = context.chartCard(
                        "training-paths",
                        new RegularizationPathChart(
                                messages.texts(), context.appearance().chartTheme()),
                        messages.bind("stage.paths"),
                        messages.bind("stage.paths.subtitle"))
                .onLanguageChange(this::show);
        card = view.card();
        SegmentedButton<RegularizationPath.PenaltyKind> kind = new SegmentedButton<>(
                "training-paths-kind",
                messages,
                List.of(RegularizationPath.PenaltyKind.values()),
                each -> "stage.paths." + each.name().toLowerCase(Locale.ROOT));
        kind.valueProperty().bindBidirectional(paths.kindProperty());
        NumberField lambda = new NumberField(
                "training-paths-lambda",
                messages,
                NumberRule.POSITIVE,
                paths.lambdaProperty().get());
        lambda.valueProperty().bindBidirectional(paths.lambdaProperty());
        WrappedText remainingLabel = new WrappedText(remainingText);
        remainingLabel.setId("training-paths-left");
        card.addToHeader(Hints.withHint(kind, messages.bind("stage.paths.kind.hint")))
                .addBelow(new VBox(
                        4,
                        Hints.withHint(
                                new FieldRow(messages.bind("stage.paths.lambda"), lambda),
                                messages.bind("stage.paths.lambda.hint")),
                        remainingLabel));
        paths.statusProperty().addListener((observed, before, now) -> show());
        paths.lambdaProperty().addListener((observed, before, now) -> show());
    }

    public ChartCard card() {
        return card;
    }

    private void show() {
        RegularizationPathViewModel.PathResult found = paths.statusProperty().get();
        if (found == null) {
            return;
        }
        InvalidInputException error = found.error();
        errorText.set(error == null ? "" : ErrorMessages.message(error, messages.texts()));
        card.showInstead(error == null ? null : errorLabel);
        RegularizationPath path = found.path();
        if (path == null) {
            remainingText.set("");
            return;
        }
        int at = path.nearestIndex(paths.lambdaProperty().get());
        view.show(new RegularizationPathChart.Model(path, at));
        List<Integer> features = path.nonzeroFeatures(at);
        String names =
                features.stream().limit(MAX_NAMES).map(path.features()::get).collect(Collectors.joining(", "));
        String more = features.size() > MAX_NAMES ? messages.get("stage.paths.more", names) : names;
        remainingText.set(
                features.isEmpty()
                        ? messages.get("stage.paths.none", NumberFormats.format(path.lambdas()[at], 2))
                        : messages.get(
                                remainingKey(path, features.size()),
                                NumberFormats.format(path.lambdas()[at], 2),
                                Integer.toString(features.size()),
                                Integer.toString(path.features().size()),
                                more));
    }

    private static String remainingKey(RegularizationPath path, int remaining) {
        return switch (path.kind()) {
            case L1 -> remaining < path.features().size() ? "stage.paths.left" : "stage.paths.left.all";
            case L2 -> "stage.paths.all";
        };
    }
}
