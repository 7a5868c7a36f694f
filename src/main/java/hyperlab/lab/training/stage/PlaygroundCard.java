package hyperlab.lab.training.stage;

import hyperlab.chart.training.BoundaryChart;
import hyperlab.chart.training.BoundaryChartModel;
import hyperlab.lab.LabContext;
import hyperlab.lab.training.inspection.PlaygroundPageState;
import hyperlab.lab.training.inspection.PlaygroundPageViewModel;
import hyperlab.playground.PlaygroundPage;
import hyperlab.ui.Messages;
import hyperlab.ui.control.WrappedText;
import hyperlab.ui.control.chart.ChartCard;
import hyperlab.ui.control.chart.ChartCardView;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** The card that shows the output and losses as TensorFlow Playground displays them at the selected epoch. */
public final class PlaygroundCard {
    /** The page's color scale runs from −1 to 1 for any labels. */
    private static final BoundaryChartModel.Range COLOR_RANGE = new BoundaryChartModel.Range(-1, 1);

    private final PlaygroundPageViewModel page;
    private final Messages messages;
    private final ChartCardView<BoundaryChartModel> view;
    private final StringProperty subtitle = new SimpleStringProperty(this, "subtitle", "");
    private final StringProperty note = new SimpleStringProperty(this, "note", "");

    public PlaygroundCard(PlaygroundPageViewModel page, LabContext context) {
        this.page = page;
        this.messages = context.messages();
        view = context.chartCard(
                        "training-playground",
                        new BoundaryChart(messages.texts(), context.appearance().chartTheme()),
                        messages.bind("stage.playground"),
                        subtitle)
                .onLanguageChange(this::show);
        WrappedText noteLabel = new WrappedText(note, "muted", "small");
        noteLabel.setId("training-playground-note");
        view.card().addBelow(noteLabel);
        page.stateProperty().addListener((observed, before, now) -> show());
    }

    public ChartCard card() {
        return view.card();
    }

    private void show() {
        PlaygroundPageState state = page.stateProperty().get();
        if (state == null) {
            return;
        }
        String epoch = Integer.toString(state.report().epoch());
        String test = PlaygroundPage.formatLoss(state.report().validationLoss());
        String training = PlaygroundPage.formatLoss(state.report().trainLoss());
        boolean showsTest = state.playground().link().display().showTestData();
        subtitle.set(messages.get("stage.playground.at", epoch, test, training));
        note.set(messages.get(
                showsTest ? "stage.playground.note.test" : "stage.playground.note", epoch, test, training));
        view.show(BoundaryChartModel.ofNumbers(
                state.map(), PlaygroundPage.AXES.get(0), PlaygroundPage.AXES.get(1), state.points(), COLOR_RANGE));
    }
}
