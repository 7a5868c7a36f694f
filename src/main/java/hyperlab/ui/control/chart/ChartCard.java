package hyperlab.ui.control.chart;

import hyperlab.chart.PlotChart;
import hyperlab.chart.series.PointerReading;
import hyperlab.export.ChartCsv;
import hyperlab.export.FigureOptions;
import hyperlab.ui.Messages;
import hyperlab.ui.control.CardHeader;
import hyperlab.ui.control.Icons;
import java.awt.geom.Rectangle2D;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableStringValue;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Side;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ProgressBar;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jfree.chart.JFreeChart;
import org.jspecify.annotations.Nullable;

/**
 * A card on the stage with a chart: a title, a subtitle, an export menu, and any further nodes below the chart. The
 * chart is drawn at most once per pulse. FX thread only.
 */
public final class ChartCard extends VBox {
    /** The style class of a card that uses the arrow keys itself while it has the focus. */
    public static final String ARROW_KEYS_STYLE = "arrow-keys";

    /** Style class of the button that enlarges a card. */
    public static final String ENLARGE_STYLE = "enlarge-button";

    private static final String ENLARGE_SUFFIX = "-enlarge-item";

    /** In a narrower header, the title needs the room; the menu still enlarges the card. */
    private static final double WIDE_HEADER = 360;

    private final ObjectProperty<JFreeChart> chart;
    private final ChartView chartView;
    private final CardHeader header;
    private final StackPane plotPane = new StackPane();
    private final ProgressBar progress = new ProgressBar(ProgressBar.INDETERMINATE_PROGRESS);
    private final ContextMenu menu = new ContextMenu();
    private final ObservableValue<String> title;
    private final ObservableValue<String> subtitle;
    private final IdentityHashMap<JFreeChart, PlotChart<?>> plots = new IdentityHashMap<>();
    private final Messages texts;
    private Supplier<String> findings = () -> "";
    private Supplier<String> data = this::plotData;
    private boolean exportsData;
    private Supplier<String> description = () -> "";
    private Supplier<GifAvailability> gifAvailability = GifAvailability.NotSupported::new;
    private final SecondaryClick secondaryClick;
    private @Nullable Node notice;
    private @Nullable Object subject;

    public ChartCard(
            String id,
            Messages messages,
            ObservableStringValue title,
            ObservableValue<String> subtitle,
            JFreeChart chart) {
        this.chart = new SimpleObjectProperty<>(this, "chart", chart);
        texts = messages;
        this.title = title;
        this.subtitle = subtitle;
        setId(id);
        getStyleClass().addAll("stage-card", "chart-card");
        header = new CardHeader(title, subtitle);
        chartView = new ChartView(chart);
        secondaryClick = new SecondaryClick(chartView);
        progress.getStyleClass().add("card-progress");
        progress.setMaxWidth(Double.MAX_VALUE);
        progress.setVisible(false);
        plotPane.getStyleClass().add("card-plot");
        plotPane.setMinSize(0, 0);
        plotPane.getChildren().add(chartView);
        VBox.setVgrow(plotPane, Priority.ALWAYS);
        getChildren().addAll(header, progress, plotPane);
        accessibleTextProperty().bind(title);
        accessibleRoleDescriptionProperty().bind(messages.bind("shell.chart"));
        addMenu(messages);
        setFocusTraversable(true);
        chartView.interaction().setFocused(this::isFocused);
        chartView.interaction().pointer().setValues(this::readingAt);
        addEventHandler(KeyEvent.KEY_PRESSED, chartView.interaction()::handleKey);
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.F && isFocused() && !event.isShortcutDown() && !event.isAltDown()) {
                enlarge();
                event.consume();
            }
        });
        header.setOnMousePressed(this::takeFocus);
        plotPane.setOnMousePressed(this::takeFocus);
        chartView.setOnContextMenuRequested(event -> {
            Runnable show = () -> menu.show(chartView, event.getScreenX(), event.getScreenY());
            if (event.isKeyboardTrigger()) {
                show.run();
            } else {
                secondaryClick.whenOver(show);
            }
            event.consume();
        });
    }

    private void takeFocus(MouseEvent event) {
        requestFocus();
        event.consume(); // otherwise an enclosing scroll pane takes the focus
    }

    public JFreeChart chart() {
        return chart.get();
    }

    ObservableValue<JFreeChart> chartValue() {
        return chart;
    }

    /** Replaces the chart. */
    public void chart(JFreeChart other) {
        if (!chart.get().equals(other)) {
            chart.set(other);
            chartView.setChart(other);
            chartView.redraw();
        }
    }

    /** Names the chart that draws one of the JFreeCharts of this card. The card exports the data of that chart. */
    void addPlot(PlotChart<?> plot, Messages messages) {
        plots.put(plot.chart(), plot);
        addDataItem(messages);
    }

    private void addDataItem(Messages messages) {
        if (!exportsData) {
            exportsData = true;
            menu.getItems().add(item(messages.bind("shell.exportData"), "csv", new ChartRequest.CsvExport()));
        }
    }

    private Optional<PointerReading> readingAt(double x, double y, Rectangle2D area) {
        PlotChart<?> plot = plot();
        return plot == null ? Optional.empty() : plot.readingAt(x, y, area);
    }

    /** Shows the chart over the whole stage until Escape or a second request; see {@link EnlargedChart}. */
    public void enlarge() {
        EnlargedChart.open(this, texts);
    }

    /** Ends {@link #enlarge}; returns whether the chart was enlarged. */
    public boolean endEnlarging() {
        return EnlargedChart.close(this);
    }

    /** Whether a node is an enlarged chart over a stage. */
    public static boolean isEnlarged(Node node) {
        return node instanceof EnlargedChart;
    }

    /** What the chart shows at a pixel, for another view of it. */
    PointerValues.ValueSource values() {
        return this::readingAt;
    }

    private String plotData() {
        PlotChart<?> plot = plot();
        return plot == null ? "" : ChartCsv.text(plot.table());
    }

    /** The chart on the card; null if the card was made without one. */
    public @Nullable PlotChart<?> plot() {
        return plots.get(chart.get());
    }

    /** Sets what explains the marks of findings in a figure of this card, such as "① overfitting, epochs 26 … 100". */
    public ChartCard withFindings(Supplier<String> explanation) {
        findings = explanation;
        return this;
    }

    /** What the marks of findings in the chart mean; empty if there are none. */
    public String findings() {
        return findings.get();
    }

    /** The card's title in the current language. */
    public String title() {
        return title.getValue();
    }

    /** How to read the chart, in the current language. */
    public String subtitle() {
        return subtitle.getValue();
    }

    ObservableValue<String> subtitleValue() {
        return subtitle;
    }

    /** Sets what tells in words what the chart shows; it is asked when somebody wants to know. */
    void setDescription(Supplier<String> newDescription) {
        description = newDescription;
    }

    /** What the chart shows now, in the current language; without the chart, only how it is read. */
    public String description() {
        String now = notice == null ? description.get() : "";
        return now.isEmpty() ? subtitle() : subtitle().isEmpty() ? now : subtitle() + ". " + now;
    }

    /** Screen readers get the description as it is when they ask. */
    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return attribute == AccessibleAttribute.HELP
                ? description()
                : super.queryAccessibleAttribute(attribute, parameters);
    }

    /** The node that draws the chart, for labs that listen to mouse events on it. */
    public ChartView chartView() {
        return chartView;
    }

    /**
     * Names what the chart shows, such as a function and its quantities: when it changes, the user's zoom is reset. New
     * values of the same subject keep the zoom.
     */
    public void setSubject(Object newSubject) {
        if (subject != null && !subject.equals(newSubject)) {
            chartView.interaction().reset();
        }
        subject = newSubject;
    }

    /** Adds a control to the right of the header, before the menu. */
    public ChartCard addToHeader(Node node) {
        header.getChildren().add(header.getChildren().size() - 1, node);
        return this;
    }

    /** Inserts a node between the header and the chart. */
    public ChartCard insertAbove(Node node) {
        getChildren().add(getChildren().indexOf(progress), node);
        return this;
    }

    /** Adds a node over the chart, which receives the mouse events there while it is visible. */
    public ChartCard addOver(Node node) {
        plotPane.getChildren().add(node);
        return this;
    }

    /** Adds a node below the chart. */
    public ChartCard addBelow(Node node) {
        getChildren().add(node);
        return this;
    }

    /** Shows a node instead of the chart, such as an empty state or an error; null shows the chart again. */
    public void showInstead(@Nullable Node node) {
        if (node == notice) {
            return;
        }
        if (notice != null) {
            plotPane.getChildren().remove(notice);
        }
        notice = node;
        chartView.setVisible(node == null);
        if (node != null) {
            plotPane.getChildren().add(node);
        }
    }

    /** Shows or hides an indeterminate progress bar below the header; the old chart stays visible. */
    public void showProgress(boolean working) {
        progress.setProgress(ProgressBar.INDETERMINATE_PROGRESS);
        progress.setVisible(working);
    }

    /** Shows the progress below the header, 0 … 1. */
    public void showProgress(double share) {
        progress.setProgress(share);
        progress.setVisible(true);
    }

    /** Shows the progress below the header, 0 … 1, while something is running, and hides it otherwise. */
    public void showProgress(boolean running, double share) {
        if (running) {
            showProgress(share);
        } else {
            showProgress(false);
        }
    }

    /** Exports this comma-separated text as the chart's data. */
    public ChartCard withDataExport(Messages messages, Supplier<String> csv) {
        data = csv;
        addDataItem(messages);
        return this;
    }

    /** The chart's data as comma-separated text; empty if the card does not export data. */
    public String data() {
        return data.get();
    }

    /** Adds a menu item that copies the formula on the card. */
    public ChartCard withLatexExport(Messages messages, Supplier<String> latex) {
        menu.getItems().add(item(messages.bind("shell.copyLatex"), "latex", new ChartRequest.LatexExport(latex)));
        return this;
    }

    /** Adds a menu item that exports the chart as a GIF. */
    public ChartCard withGifExport(Supplier<GifAvailability> availability) {
        gifAvailability = availability;
        return this;
    }

    /** Whether the chart can be exported as a GIF now. */
    public GifAvailability gifAvailability() {
        return gifAvailability.get();
    }

    /** Sets whether the chart is visible to the user; otherwise it is not drawn. */
    public void setActive(boolean active) {
        chartView.setActive(active);
    }

    private void addMenu(Messages messages) {
        menu.getItems().add(item(messages.bind("shell.copyChart"), "copy", new ChartRequest.ClipboardExport()));
        menu.getItems().add(item(messages.bind("shell.figure.menu"), "figure", new ChartRequest.FigureExport()));
        menu.getItems()
                .add(item(messages.bind("shell.copyDescription"), "describe", new ChartRequest.DescriptionExport()));
        for (FigureOptions form : FigureOptions.ALL) {
            menu.getItems()
                    .add(item(ExportFormatNames.of(form, messages), form.id(), new ChartRequest.FileExport(form)));
        }
        GifMenuItem gifItem = new GifMenuItem(getId() + "-gif", messages);
        gifItem.setOnAction(event -> fireEvent(new ChartRequest(this, new ChartRequest.GifExport())));
        menu.getItems().add(gifItem);
        MenuItem resetZoom = new MenuItem();
        resetZoom.setId(getId() + "-reset-zoom");
        resetZoom.textProperty().bind(messages.bind("shell.view.resetZoom"));
        resetZoom.setOnAction(event -> chartView.interaction().reset());
        menu.getItems().add(resetZoom);
        menu.setOnShowing(event -> {
            gifItem.update(gifAvailability());
            resetZoom.setVisible(chartView.isZoomable());
            resetZoom.setDisable(
                    !chartView.isZoomable() || !chartView.interaction().isZoomed());
        });
        Button enlarge =
                Icons.button(getId() + "-enlarge", "fth-maximize-2", messages.bind("shell.enlarge"), this::enlarge);
        enlarge.getStyleClass().addAll("card-menu", ENLARGE_STYLE);
        enlarge.visibleProperty().bind(header.widthProperty().greaterThan(WIDE_HEADER));
        enlarge.managedProperty().bind(enlarge.visibleProperty());
        header.add(enlarge);
        MenuItem enlargeItem = new MenuItem();
        enlargeItem.setId(getId() + ENLARGE_SUFFIX);
        enlargeItem.textProperty().bind(messages.bind("shell.enlarge"));
        enlargeItem.setOnAction(event -> enlarge());
        menu.getItems().add(0, enlargeItem);
        Button button =
                Icons.button(getId() + "-menu", "fth-more-horizontal", messages.bind("shell.chartMenu"), () -> {});
        button.getStyleClass().add("card-menu");
        button.setOnAction(event -> menu.show(button, Side.BOTTOM, 0, 0));
        header.add(button);
    }

    /** The menu of a card that is on no stage, which cannot be enlarged. */
    ContextMenu menuWithoutStage() {
        menu.getItems().removeIf(item -> (getId() + ENLARGE_SUFFIX).equals(item.getId()));
        return menu;
    }

    private MenuItem item(ObservableValue<String> text, String suffix, ChartRequest.ExportKind want) {
        MenuItem item = new MenuItem();
        item.setId(getId() + "-" + suffix);
        item.textProperty().bind(text);
        item.setOnAction(event -> fireEvent(new ChartRequest(this, want)));
        return item;
    }
}
