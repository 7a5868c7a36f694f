package hyperlab.app.export;

import hyperlab.export.FigureFormat;
import hyperlab.export.FigureOptions;
import hyperlab.ui.Messages;
import hyperlab.ui.Shortcut;
import hyperlab.ui.control.Icons;
import hyperlab.ui.control.chart.ChartCard;
import hyperlab.ui.control.chart.ExportFormatNames;
import hyperlab.ui.control.chart.GifAvailability;
import hyperlab.ui.control.chart.GifMenuItem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableStringValue;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

/** Exports the selected chart, or all charts on stage. */
public final class ExportMenu extends MenuButton {
    /** The formats in which the whole stage can be exported. */
    private static final List<FigureOptions> STAGE_FORMS = Stream.of(
                    FigureFormat.PNG, FigureFormat.SVG, FigureFormat.PDF)
            .map(FigureOptions::defaultFor)
            .toList();

    /** The default export format of a chart. */
    public static final FigureOptions DEFAULT_FORM = FigureOptions.defaultFor(FigureFormat.PNG);

    private final Messages messages;
    private final ExportCommands actions;
    private final StringProperty chart = new SimpleStringProperty(this, "chart", "");
    private final StringProperty count = new SimpleStringProperty(this, "count", "");
    private final List<MenuItem> chartItems = new ArrayList<>();
    private final List<MenuItem> stageItems = new ArrayList<>();
    private final GifMenuItem gifItem;
    private final MenuItem reportItem;

    /** What the menu does. */
    public interface ExportCommands {
        /** The chart that the menu exports. */
        Optional<ChartCard> selectedCard();

        /** The number of charts on stage. */
        int stageChartCount();

        void export(FigureOptions form);

        void exportGif();

        /** Asks how a figure of the chart is to be laid out, and exports it. */
        void composeFigure();

        /** The same for all charts on stage. */
        void composeStageFigure();

        void copyChart();

        /** Whether there are runs to report. */
        boolean canReport();

        /** Exports a report of the runs on stage. */
        void exportReport();

        /** Exports all charts on stage as one figure. */
        void exportStage(FigureOptions form);
    }

    public ExportMenu(Messages messages, ExportCommands actions) {
        this.messages = messages;
        this.actions = actions;
        gifItem = new GifMenuItem("export-gif", messages);
        setId("export");
        setMinWidth(USE_PREF_SIZE);
        setGraphic(Icons.icon("fth-share"));
        textProperty().bind(messages.bind("shell.exportMenu"));
        Icons.addTooltip(this, messages.bind("shell.exportWhat"));
        addChartItems();
        addStageItems();
        getItems().addAll(chartItems);
        getItems().addAll(stageItems);
        reportItem = item("export-report", messages.bind("shell.exportReport"), actions::exportReport);
        getItems().add(reportItem);
        setOnShowing(event -> updateItems());
    }

    private void addChartItems() {
        chartItems.addAll(heading("export-chart", messages.bind("shell.exportChart", chart)));
        chartItems.add(item("export-figure", Shortcut.FIGURE.tooltip(messages), actions::composeFigure));
        for (FigureOptions form : FigureOptions.ALL) {
            ObservableStringValue name = ExportFormatNames.of(form, messages);
            boolean isDefault = form.equals(DEFAULT_FORM);
            chartItems.add(item(
                    "export-" + form.id(),
                    isDefault ? messages.compute(() -> Shortcut.EXPORT.withKeys(messages, name.get()), name) : name,
                    () -> actions.export(form)));
        }
        gifItem.setOnAction(event -> actions.exportGif());
        chartItems.add(gifItem);
        chartItems.add(item("export-copy", Shortcut.COPY_CHART.tooltip(messages), actions::copyChart));
    }

    private void addStageItems() {
        stageItems.addAll(heading("export-stage", messages.bind("shell.exportStage", count)));
        stageItems.add(item("export-stage-figure", messages.bind("shell.figure.menu"), actions::composeStageFigure));
        for (FigureOptions form : STAGE_FORMS) {
            stageItems.add(item(
                    "export-stage-" + form.format().id(),
                    ExportFormatNames.of(form, messages),
                    () -> actions.exportStage(form)));
        }
    }

    /** Keyboard navigation skips separators, so the heading's label is placed in one. */
    private static List<MenuItem> heading(String id, ObservableStringValue text) {
        Label words = new Label();
        words.setId(id);
        words.getStyleClass().add("menu-heading");
        words.textProperty().bind(text);
        SeparatorMenuItem heading = new SeparatorMenuItem();
        heading.setContent(words);
        return List.of(heading, new SeparatorMenuItem());
    }

    private static MenuItem item(String id, ObservableStringValue text, Runnable action) {
        MenuItem item = new MenuItem();
        item.setId(id);
        item.textProperty().bind(text);
        item.setOnAction(event -> action.run());
        return item;
    }

    /** Updates the items to what can be exported now. */
    private void updateItems() {
        Optional<ChartCard> card = actions.selectedCard();
        chartItems.forEach(item -> item.setDisable(card.isEmpty()));
        gifItem.update(card.map(ChartCard::gifAvailability).orElseGet(GifAvailability.NotSupported::new));
        reportItem.setVisible(actions.canReport());
        chartItems.get(0).setVisible(card.isPresent());
        chart.set(card.map(ChartCard::title).orElse(""));
        int charts = actions.stageChartCount();
        stageItems.forEach(item -> item.setVisible(charts > 1));
        count.set(Integer.toString(charts));
    }
}
