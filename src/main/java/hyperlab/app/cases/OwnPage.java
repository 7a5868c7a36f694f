package hyperlab.app.cases;

import hyperlab.app.FilePicker;
import hyperlab.app.LabContext;
import hyperlab.app.Messages;
import hyperlab.app.control.Card;
import hyperlab.app.control.ChartCard;
import hyperlab.app.control.Choice;
import hyperlab.app.control.DocumentRequest;
import hyperlab.app.control.FieldRow;
import hyperlab.app.control.Hints;
import hyperlab.app.control.Icons;
import hyperlab.app.control.Prose;
import hyperlab.app.control.Segmented;
import hyperlab.app.control.StageGrid;
import hyperlab.app.control.Toggle;
import hyperlab.chart.SeedsChart;
import hyperlab.data.CsvColumn;
import hyperlab.data.CsvGuess;
import hyperlab.data.CsvPreview;
import hyperlab.data.Task;
import hyperlab.file.Document;
import hyperlab.train.Experiment;
import java.util.List;
import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A table of one's own: what is in it, how it is used and why, and the two steps that make a case of it. */
final class OwnPage extends VBox {
    private static final int MOST_COLUMNS = 30;

    private final LabContext context;
    private final Messages messages;
    private final CasesViewModel lab;
    private final OwnData own;
    private final StringProperty name = new SimpleStringProperty("");
    private final StringProperty size = new SimpleStringProperty("");
    private final StringProperty state = new SimpleStringProperty("");
    private final StringProperty why = new SimpleStringProperty("");
    private final StringProperty taskWhy = new SimpleStringProperty("");
    private final StringProperty missingWhy = new SimpleStringProperty("");
    private final StringProperty scaleWhy = new SimpleStringProperty("");
    private final StringProperty found = new SimpleStringProperty("");
    private final StringProperty trials = new SimpleStringProperty("");
    private final Choice<String> target;
    private final Segmented<Task> task;
    private final Toggle missing = new Toggle("cases-drop-missing");
    private final Toggle standardize = new Toggle("cases-standardize");
    private final ColumnTable columns;
    private final TableView<List<String>> rows = new TableView<>();
    private final SeedsChart chart;
    private final ChartCard baseline;
    private final Button train = new Button();
    private final Button tune = new Button();
    private final Button stop = new Button();
    private final Button training = new Button();
    private boolean filling;

    OwnPage(LabContext context, CasesViewModel lab) {
        this.context = context;
        this.messages = context.messages();
        this.lab = lab;
        own = lab.own();
        setId("cases-own");
        target = Choice.named("cases-target-column", messages, List.<String>of(), (column, texts) -> column);
        task = new Segmented<>(
                "cases-own-task",
                messages,
                List.of(Task.CLASSIFICATION, Task.REGRESSION),
                one -> "cases.task." + one.name().toLowerCase(Locale.ROOT));
        columns = new ColumnTable(messages, own);
        chart = new SeedsChart(context.appearance().chartTheme());
        baseline = new ChartCard(
                "cases-baseline",
                messages,
                messages.bind("cases.baseline"),
                messages.bind("cases.baseline.how"),
                chart.chart());
        Prose result = new Prose(found);
        result.setId("cases-baseline-words");
        Prose searched = new Prose(trials);
        searched.setId("cases-trials-words");
        baseline.below(result).below(searched);
        baseline.setMinHeight(250);
        rows.setId("cases-rows");
        rows.setMinHeight(230);
        columns.setMinHeight(230);
        StageGrid grid = new StageGrid(new double[] {1, 1.7}, new double[] {0, 1.2, 1})
                .put(new Card("cases-own-head", head()), 0, 0, 2)
                .put(card("cases-plan", "cases.plan", plan()), 0, 1, 1)
                .put(card("cases-columns-card", "cases.columns", columns), 1, 1, 1)
                .put(baseline, 0, 2, 1)
                .put(card("cases-rows-card", "cases.rows", rows), 1, 2, 1);
        VBox.setVgrow(grid, Priority.ALWAYS);
        getChildren().add(grid);
        listen();
        show();
    }

    private Card card(String id, String key, Node content) {
        Card card = new Card(id, messages.bind(key), messages.bind(key + ".how"), content);
        card.setMinHeight(280);
        return card;
    }

    private Node head() {
        Button back = button(new Button(), "cases-own-back", "cases.back", "fth-arrow-left", lab::back);
        Label title = new Label();
        title.textProperty().bind(name);
        title.getStyleClass().add("lab-title");
        Label held = new Label();
        held.textProperty().bind(size);
        held.getStyleClass().add("card-subtitle");
        HBox line = new HBox(12, back, title, held);
        line.setAlignment(Pos.CENTER_LEFT);
        train.getStyleClass().add("accent");
        FlowPane steps = new FlowPane(
                8,
                8,
                button(train, "cases-train", "cases.train", "fth-play", () -> own.train(lab.seeds())),
                button(tune, "cases-tune", "cases.tune", "fth-crosshair", () -> own.tune(lab.seeds())),
                button(stop, "cases-stop", "cases.stop", "fth-x", own::stop),
                button(training, "cases-own-training", "cases.openBefore", "fth-share-2", this::openTraining),
                button(
                        new Button(),
                        "cases-other-file",
                        "cases.otherFile",
                        "fth-folder",
                        () -> context.files().open(FilePicker.Kind.TABLE).ifPresent(lab::take)));
        ProgressBar progress = new ProgressBar();
        progress.setId("cases-own-progress");
        progress.getStyleClass().add("card-progress");
        progress.setMaxWidth(Double.MAX_VALUE);
        progress.progressProperty()
                .bind(Bindings.createDoubleBinding(
                        () -> own.state().get() == OwnState.READING
                                ? ProgressBar.INDETERMINATE_PROGRESS
                                : own.share().get(),
                        own.state(),
                        own.share()));
        progress.visibleProperty().bind(own.state().map(now -> own.isWorking()));
        Prose words = new Prose(state);
        words.setId("cases-own-state");
        VBox head = new VBox(8, line, words, steps, progress);
        head.getStyleClass().add("case-head");
        return head;
    }

    private Button button(Button button, String id, String key, String icon, Runnable action) {
        button.setId(id);
        button.textProperty().bind(messages.bind(key));
        button.setGraphic(Icons.icon(icon));
        button.setOnAction(event -> action.run());
        button.setMinWidth(Region.USE_PREF_SIZE);
        return Hints.on(button, messages.bind(key + ".hint"));
    }

    private Node plan() {
        target.getStyleClass().add("wide");
        VBox plan = new VBox(
                12,
                field("cases.plan.target", target, why),
                field("cases.plan.task", task, taskWhy),
                field("cases.plan.missing", missing, missingWhy),
                field("cases.plan.standardize", standardize, scaleWhy));
        plan.setId("cases-plan-fields");
        return plan;
    }

    private Node field(String key, Node control, StringProperty reason) {
        return new VBox(
                3,
                Hints.on(new FieldRow(messages.bind(key), control), messages.bind(key + ".hint")),
                new Prose(reason, "muted", "small"));
    }

    private void listen() {
        own.state().addListener((observed, before, now) -> show());
        own.guess().addListener((observed, before, now) -> show());
        own.preview().addListener((observed, before, now) -> fill());
        own.trained().addListener((observed, before, now) -> showFound());
        own.trials().addListener((observed, before, now) -> showFound());
        own.share().addListener((observed, before, now) -> showState());
        target.valueProperty().addListener((observed, before, now) -> {
            if (!filling && now != null) {
                own.target(now);
                show();
            }
        });
        task.value().addListener((observed, before, now) -> change());
        missing.selectedProperty().addListener((observed, before, now) -> change());
        standardize.selectedProperty().addListener((observed, before, now) -> change());
    }

    private void change() {
        CsvGuess guess = own.guess().get();
        if (filling || guess == null) {
            return;
        }
        own.correct(guess.plan()
                .withTask(task.value().get())
                .withDropMissing(missing.isSelected())
                .withStandardize(standardize.isSelected()));
    }

    private void openTraining() {
        Experiment experiment = own.trained().get().experiment();
        if (experiment != null) {
            fireEvent(new DocumentRequest(new Document.OfExperiment(experiment), own.folder()));
        }
    }

    List<ChartCard> charts() {
        return List.of(baseline);
    }

    /** The first rows of another file. */
    private void fill() {
        CsvPreview preview = own.preview().get();
        rows.getColumns().clear();
        rows.getItems().clear();
        if (preview == null) {
            return;
        }
        List<CsvColumn> shown = preview.columns()
                .subList(0, Math.min(MOST_COLUMNS, preview.columns().size()));
        for (CsvColumn column : shown) {
            TableColumn<List<String>, String> cells = new TableColumn<>(column.name());
            cells.setSortable(false);
            cells.setReorderable(false);
            cells.setCellValueFactory(
                    row -> new ReadOnlyStringWrapper(row.getValue().get(column.index())));
            rows.getColumns().add(cells);
        }
        rows.getItems().setAll(preview.first());
        filling = true;
        target.getItems()
                .setAll(preview.columns().stream()
                        .filter(CsvColumn::canBeTarget)
                        .map(CsvColumn::name)
                        .toList());
        filling = false;
    }

    void show() {
        CsvPreview preview = own.preview().get();
        CsvGuess guess = own.guess().get();
        showState();
        if (preview == null || guess == null) {
            return;
        }
        OwnWords words = new OwnWords(messages.texts());
        filling = true;
        name.set(String.valueOf(preview.file().getFileName()));
        size.set(words.size(preview));
        target.setValue(guess.plan().target());
        task.value().set(guess.plan().task());
        missing.setSelected(guess.plan().dropMissing());
        standardize.setSelected(guess.plan().standardize());
        filling = false;
        task.getChildren()
                .get(1)
                .setDisable(preview.column(guess.plan().target()).words() > 0);
        missing.setDisable(guess.gaps() == 0);
        why.set(words.target(guess));
        taskWhy.set(words.task(guess, preview));
        missingWhy.set(words.missing(guess));
        scaleWhy.set(words.standardize(guess));
        columns.show(preview, guess);
        showFound();
    }

    private void showState() {
        CsvGuess guess = own.guess().get();
        boolean usable = guess != null && !guess.plan().features().isEmpty();
        boolean trained = own.state().get() == OwnState.TRAINED;
        state.set(
                guess != null && !usable
                        ? messages.get("cases.state.noFeature")
                        : new OwnWords(messages.texts()).state(own));
        train.setDisable(own.isWorking() || !usable);
        tune.setDisable(!trained);
        if (trained != tune.getStyleClass().contains("accent")) {
            (trained ? tune : train).getStyleClass().add("accent");
            (trained ? train : tune).getStyleClass().remove("accent");
        }
        stop.setDisable(!own.isWorking());
        training.setDisable(own.trained().get().experiment() == null);
    }

    private void showFound() {
        OwnData.Trained trained = own.trained().get();
        OwnWords words = new OwnWords(messages.texts());
        double[] values =
                trained.values().stream().mapToDouble(Double::doubleValue).toArray();
        chart.show(new SeedsChart.Picture(
                List.of(new SeedsChart.Row(
                        messages.get("cases.before"), 1, CaseWords.drawn(values, trained.measure()))),
                CaseWords.most(trained.measure()),
                CaseWords.unit(trained.measure()),
                true,
                true));
        baseline.instead(values.length == 0 ? notice() : null);
        found.set(words.baseline(trained, lab.seeds()));
        trials.set(words.trials(own.trials().get()));
        showState();
    }

    private Node notice() {
        Prose words = new Prose(messages.bind("cases.baseline.none"), "muted");
        words.setAlignment(Pos.CENTER);
        VBox box = new VBox(words);
        box.getStyleClass().add("empty-state");
        return box;
    }

    void recolour() {
        chart.theme(context.appearance().chartTheme());
    }

    void active(boolean active) {
        baseline.active(active);
    }
}
