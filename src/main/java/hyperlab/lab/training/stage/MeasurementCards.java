package hyperlab.lab.training.stage;

import hyperlab.chart.training.DiagnosticChart;
import hyperlab.diagnosis.LearningRateRangeTest;
import hyperlab.lab.LabContext;
import hyperlab.lab.training.inspection.MeasurementHistory;
import hyperlab.lab.training.inspection.NetworkInspection;
import hyperlab.lab.training.inspection.RangeTestViewModel;
import hyperlab.lab.training.run.StageChart;
import hyperlab.rule.InvalidInputException;
import hyperlab.text.ErrorMessages;
import hyperlab.text.NumberFormats;
import hyperlab.text.Texts;
import hyperlab.ui.Messages;
import hyperlab.ui.control.Icons;
import hyperlab.ui.control.WrappedText;
import hyperlab.ui.control.chart.ChartCard;
import hyperlab.ui.control.chart.ChartCardView;
import java.util.Map;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The cards of the measurement charts, each with an explanation below the chart. */
public final class MeasurementCards {
    private final MeasurementHistory measurements;
    private final RangeTestViewModel rangeTestModel;
    private final Messages messages;
    private final ChartCardView<DiagnosticChart.Model> rateTest;
    private final ChartCardView<DiagnosticChart.Model> sharpness;
    private final ChartCardView<DiagnosticChart.Model> ratios;
    private final ChartCardView<DiagnosticChart.Model> members;
    private final StringProperty rateNote = new SimpleStringProperty("");
    private final StringProperty sharpnessNote = new SimpleStringProperty("");
    private final StringProperty ratiosNote = new SimpleStringProperty("");
    private final StringProperty membersNote = new SimpleStringProperty("");
    private final Button runButton = new Button();
    private final Button applyButton = new Button();

    public MeasurementCards(MeasurementHistory measurements, RangeTestViewModel rangeTestModel, LabContext context) {
        this.measurements = measurements;
        this.rangeTestModel = rangeTestModel;
        this.messages = context.messages();
        rateTest = card(context, StageChart.RATE_TEST);
        sharpness = card(context, StageChart.SHARPNESS);
        ratios = card(context, StageChart.RATIOS);
        members = card(context, StageChart.MEMBERS);
        rateTest.card()
                .addBelow(row(
                        rateNote,
                        button(runButton, "training-rate-test-run"),
                        button(applyButton, "training-rate-test-use")));
        sharpness.card().addBelow(row(sharpnessNote));
        ratios.card().addBelow(row(ratiosNote));
        members.card().addBelow(row(membersNote));
        runButton.setOnAction(event -> rangeTestModel.startOrCancel());
        applyButton.setOnAction(event -> rangeTestModel.applySuggestion());
        Icons.addTooltip(runButton, messages.bind("stage.rate_test.tip"));
        rangeTestModel.stateProperty().addListener((observed, before, now) -> showRates());
        updateAll();
    }

    private static ChartCardView<DiagnosticChart.Model> card(LabContext context, StageChart kind) {
        return context.chartCard(
                "training-" + kind.id(),
                new DiagnosticChart(
                        kind == StageChart.RATE_TEST, context.appearance().chartTheme()),
                "stage." + kind.id());
    }

    private static Button button(Button button, String id) {
        button.setId(id);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.managedProperty().bind(button.visibleProperty());
        return button;
    }

    private static Node row(StringProperty note, Node... before) {
        WrappedText line = new WrappedText(note, "muted", "small");
        HBox buttons = new HBox(8, before);
        buttons.setAlignment(Pos.CENTER_LEFT);
        return before.length == 0 ? line : new VBox(4, buttons, line);
    }

    public Map<StageChart, ChartCard> cards() {
        return Map.of(
                StageChart.RATE_TEST, rateTest.card(),
                StageChart.SHARPNESS, sharpness.card(),
                StageChart.RATIOS, ratios.card(),
                StageChart.MEMBERS, members.card());
    }

    public void show(StageChart kind, NetworkInspection inspection) {
        Texts texts = messages.texts();
        if (kind == StageChart.SHARPNESS) {
            sharpness.show(MeasurementChartModels.sharpness(measurements, inspection, texts));
            sharpnessNote.set(MeasurementChartModels.sharpnessNote(inspection, texts));
        } else if (kind == StageChart.RATIOS) {
            ratios.show(MeasurementChartModels.ratios(measurements, inspection, texts));
            ratiosNote.set(texts.get("stage.ratios.why"));
        } else if (kind == StageChart.MEMBERS) {
            members.show(MeasurementChartModels.members(measurements, inspection, texts));
            membersNote.set(MeasurementChartModels.membersNote(inspection, texts));
        }
    }

    public void updateAll() {
        showRates();
        ratiosNote.set(messages.get("stage.ratios.why"));
        sharpnessNote.set(messages.get("stage.sharpness.why"));
    }

    private void showRates() {
        Texts texts = messages.texts();
        RangeTestViewModel.RangeTestState state = rangeTestModel.stateProperty().get();
        rateTest.show(MeasurementChartModels.rates(state, texts));
        runButton.setText(texts.get(state.running() ? "stage.rate_test.cancel" : "stage.rate_test.run"));
        LearningRateRangeTest.RateInterval suggestion = state.suggestion();
        applyButton.setVisible(suggestion != null);
        applyButton.setText(
                suggestion == null ? "" : texts.get("stage.rate_test.use", NumberFormats.format(suggestion.to(), 3)));
        InvalidInputException error = state.error();
        rateNote.set(
                error == null ? MeasurementChartModels.rateNote(state, texts) : ErrorMessages.message(error, texts));
        rateTest.card().showProgress(state.running(), state.share());
    }
}
