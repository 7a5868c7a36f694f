package hyperlab.app.control;

import hyperlab.app.LabContext;
import hyperlab.app.Messages;
import hyperlab.chart.ChartStyle;
import hyperlab.export.FigureForm;
import hyperlab.text.Texts;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.value.ObservableStringValue;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ProgressBar;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jfree.chart.JFreeChart;
import org.jspecify.annotations.Nullable;

/**
 * A card on the stage with a chart: title, subtitle, a menu to take the chart out, and below the chart whatever else
 * belongs to it. The chart is drawn once a pulse at most. FX thread alone.
 */
public final class ChartCard extends VBox {
    private JFreeChart chart;
    private final ChartPicture canvas;
    private final CardHead head;
    private final StackPane plot = new StackPane();
    private final ProgressBar progress = new ProgressBar(ProgressBar.INDETERMINATE_PROGRESS);
    private final ContextMenu menu = new ContextMenu();
    private final ObservableValue<String> title;
    private final ObservableValue<String> subtitle;
    private Supplier<String> data = () -> "";
    private Supplier<Played> played = Played.Never::new;
    private @Nullable Node notice;

    public ChartCard(
            String id,
            Messages messages,
            ObservableStringValue title,
            ObservableValue<String> subtitle,
            JFreeChart chart) {
        this.chart = chart;
        this.title = title;
        this.subtitle = subtitle;
        setId(id);
        getStyleClass().addAll("stage-card", "chart-card");
        head = new CardHead(title, subtitle);
        canvas = new ChartPicture(chart);
        progress.getStyleClass().add("card-progress");
        progress.setMaxWidth(Double.MAX_VALUE);
        progress.setVisible(false);
        plot.getStyleClass().add("card-plot");
        plot.setMinSize(0, 0);
        plot.getChildren().add(canvas);
        VBox.setVgrow(plot, Priority.ALWAYS);
        getChildren().addAll(head, progress, plot);
        accessibleTextProperty().bind(title);
        addMenu(messages);
        setFocusTraversable(true);
        head.setOnMousePressed(this::choose);
        plot.setOnMousePressed(this::choose);
        canvas.setOnContextMenuRequested(event -> {
            menu.show(canvas, event.getScreenX(), event.getScreenY());
            event.consume();
        });
    }

    private void choose(MouseEvent event) {
        requestFocus();
        event.consume(); // a scroll pane around it would take the focus
    }

    public JFreeChart chart() {
        return chart;
    }

    /** Shows another chart in this one's place. */
    public void chart(JFreeChart other) {
        if (!chart.equals(other)) {
            chart = other;
            canvas.setChart(other);
            canvas.redraw();
        }
    }

    /** What the card is called, in the language of now. */
    public String title() {
        return title.getValue();
    }

    /** How to read it, in the language of now. */
    public String subtitle() {
        return subtitle.getValue();
    }

    /** Where the chart is drawn, for a lab that listens to the mouse on it. */
    public ChartPicture canvas() {
        return canvas;
    }

    /** Tells the chart of every other language and every other style from now on. */
    public ChartCard following(LabContext context, Consumer<Texts> spoken, Consumer<ChartStyle> styled) {
        context.messages()
                .language()
                .addListener((observed, before, now) ->
                        spoken.accept(context.messages().texts()));
        context.appearance().onStyle(() -> styled.accept(context.appearance().chartStyle()));
        return this;
    }

    /** Puts a control at the head's right, before the menu. */
    public ChartCard aside(Node node) {
        head.getChildren().add(head.getChildren().size() - 1, node);
        return this;
    }

    /** Puts a node between the head and the chart. */
    public ChartCard above(Node node) {
        getChildren().add(getChildren().indexOf(progress), node);
        return this;
    }

    /** Puts a node below the chart. */
    public ChartCard below(Node node) {
        getChildren().add(node);
        return this;
    }

    /** Stands in the chart's place: an empty state or a failure; null brings the chart back. */
    public void instead(@Nullable Node node) {
        if (node == notice) {
            return;
        }
        if (notice != null) {
            plot.getChildren().remove(notice);
        }
        notice = node;
        canvas.setVisible(node == null);
        if (node != null) {
            plot.getChildren().add(node);
        }
    }

    /** Shows under the head that work is going on, while the old picture stays. */
    public void working(boolean working) {
        progress.setProgress(ProgressBar.INDETERMINATE_PROGRESS);
        progress.setVisible(working);
    }

    /** Shows under the head how much of the work is done, 0 … 1. */
    public void working(double share) {
        progress.setProgress(share);
        progress.setVisible(true);
    }

    /** Offers the numbers that the chart shows, as comma-separated text, in the card's menu. */
    public ChartCard offering(Messages messages, Supplier<String> csv) {
        data = csv;
        menu.getItems().add(item(messages.bind("shell.exportData"), "csv", new ChartRequest.AsTable()));
        return this;
    }

    /** The numbers that the chart shows; empty where none are offered. */
    public String data() {
        return data.get();
    }

    /** Offers the GIF of the training that the chart goes through, in the menus. */
    public ChartCard playing(Supplier<Played> film) {
        played = film;
        return this;
    }

    /** Whether the chart can go through a training now. */
    public Played played() {
        return played.get();
    }

    /** Whether anyone sees the chart; it is not drawn otherwise. */
    public void active(boolean active) {
        canvas.active(active);
    }

    private void addMenu(Messages messages) {
        menu.getItems().add(item(messages.bind("shell.copyChart"), "copy", new ChartRequest.OnClipboard()));
        for (FigureForm form : FigureForm.ALL) {
            menu.getItems().add(item(FormNames.of(form, messages), form.id(), new ChartRequest.AsFile(form)));
        }
        FilmItem film = new FilmItem(getId() + "-gif", messages);
        film.setOnAction(event -> fireEvent(new ChartRequest(this, new ChartRequest.AsFilm())));
        menu.getItems().add(film);
        menu.setOnShowing(event -> film.about(played()));
        Button button =
                Icons.button(getId() + "-menu", "fth-more-horizontal", messages.bind("shell.chartMenu"), () -> {});
        button.getStyleClass().add("card-menu");
        button.setOnAction(event -> menu.show(button, Side.BOTTOM, 0, 0));
        head.add(button);
    }

    private MenuItem item(ObservableValue<String> text, String suffix, ChartRequest.Want want) {
        MenuItem item = new MenuItem();
        item.setId(getId() + "-" + suffix);
        item.textProperty().bind(text);
        item.setOnAction(event -> fireEvent(new ChartRequest(this, want)));
        return item;
    }
}
