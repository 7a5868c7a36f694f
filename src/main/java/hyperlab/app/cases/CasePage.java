package hyperlab.app.cases;

import hyperlab.app.LabContext;
import hyperlab.app.Messages;
import hyperlab.app.concurrent.StudyRun;
import hyperlab.app.control.Card;
import hyperlab.app.control.ChartCard;
import hyperlab.app.control.DocumentRequest;
import hyperlab.app.control.Hints;
import hyperlab.app.control.Icons;
import hyperlab.app.control.Prose;
import hyperlab.app.control.Readout;
import hyperlab.app.control.StageGrid;
import hyperlab.cases.Case;
import hyperlab.cases.CaseScores;
import hyperlab.cases.Measure;
import hyperlab.cases.Score.Part;
import hyperlab.chart.SeedsChart;
import hyperlab.file.Document;
import hyperlab.train.Experiment;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A case opened: the question, the data, what was tuned and how, what that gained, and what one should not conclude. */
final class CasePage extends VBox {
    private static final double CHART = 190;

    private final LabContext context;
    private final Messages messages;
    private final CasesViewModel lab;
    private final StringProperty name = new SimpleStringProperty("");
    private final StringProperty size = new SimpleStringProperty("");
    private final StringProperty question = new SimpleStringProperty("");
    private final StringProperty about = new SimpleStringProperty("");
    private final StringProperty baseline = new SimpleStringProperty("");
    private final StringProperty how = new SimpleStringProperty("");
    private final StringProperty study = new SimpleStringProperty("");
    private final StringProperty gain = new SimpleStringProperty("");
    private final StringProperty alone = new SimpleStringProperty("");
    private final StringProperty folds = new SimpleStringProperty("");
    private final StringProperty scaling = new SimpleStringProperty("");
    private final StringProperty caution = new SimpleStringProperty("");
    private final StringProperty parting = new SimpleStringProperty("");
    private final StringProperty verdict = new SimpleStringProperty("");
    private final HBox change = new HBox();
    private final Readout keys;
    private final DataGlance data;
    private final PartsStrip strip = new PartsStrip("cases-strip");
    private final SeedsChart gainChart;
    private final SeedsChart foldsChart;
    private final SeedsChart scalingChart;
    private final ChartCard gainCard;
    private final ChartCard foldsCard;
    private final ChartCard scalingCard;
    private final Button again = new Button();
    private final ProgressBar progress = new ProgressBar();

    CasePage(LabContext context, CasesViewModel lab) {
        this.context = context;
        this.messages = context.messages();
        this.lab = lab;
        setId("cases-page");
        keys = new Readout("cases-keys", List.of(messages.bind("cases.before"), messages.bind("cases.after")));
        data = new DataGlance(messages);
        gainChart = new SeedsChart(context.appearance().chartTheme());
        foldsChart = new SeedsChart(context.appearance().chartTheme());
        scalingChart = new SeedsChart(context.appearance().chartTheme());
        gainCard = chart("cases-gain", "cases.gained", gainChart);
        gainCard.below(said("cases-gain-words", gain)).below(said("cases-alone-words", alone));
        foldsCard = chart("cases-folds", "cases.folds", foldsChart);
        foldsCard.below(said("cases-folds-words", folds));
        scalingCard = chart("cases-scaling", "cases.scaling", scalingChart);
        scalingCard.below(said("cases-scaling-words", scaling));
        scalingCard.aside(scalingButton("cases-scaling-run"));
        StageGrid grid = new StageGrid(new double[] {1, 1}, new double[] {0, 0, 0, 0, 0})
                .put(new Card("cases-head", head()), 0, 0, 2)
                .put(card("cases-data", "cases.data", new VBox(8, said("cases-data-words", about), data)), 0, 1, 1)
                .put(card("cases-parting", "cases.parting", parting()), 1, 1, 1)
                .put(card("cases-how", "cases.how", tuned()), 0, 2, 1)
                .put(gainCard, 1, 2, 1)
                .put(foldsCard, 0, 3, 1)
                .put(scalingCard, 1, 3, 1)
                .put(card("cases-caution", "cases.caution", said("cases-caution-words", caution)), 0, 4, 2);
        grid.setId("cases-page-scroll");
        VBox.setVgrow(grid, Priority.ALWAYS);
        getChildren().add(grid);
        lab.opened().addListener((observed, before, now) -> {
            grid.setVvalue(0);
            show();
        });
        lab.glance().addListener((observed, before, now) -> showData());
        lab.scaling().addListener((observed, before, now) -> showScaling());
        show();
    }

    private ChartCard chart(String id, String key, SeedsChart chart) {
        ChartCard card = new ChartCard(id, messages, messages.bind(key), messages.bind(key + ".how"), chart.chart());
        card.setMinHeight(CHART + 110);
        card.setPrefHeight(CHART + 130);
        return card;
    }

    private Card card(String id, String key, Node content) {
        return new Card(id, messages.bind(key), messages.bind(key + ".how"), content);
    }

    private static Prose said(String id, StringProperty words) {
        Prose prose = new Prose(words);
        prose.setId(id);
        prose.managedProperty().bind(words.isNotEmpty());
        prose.visibleProperty().bind(words.isNotEmpty());
        return prose;
    }

    private Node head() {
        Button back = button("cases-back", "cases.back", "fth-arrow-left", lab::back);
        Label title = new Label();
        title.textProperty().bind(name);
        title.getStyleClass().add("lab-title");
        Label rows = new Label();
        rows.textProperty().bind(size);
        rows.getStyleClass().add("card-subtitle");
        HBox line = new HBox(12, back, title, rows, change);
        line.setAlignment(Pos.CENTER_LEFT);
        FlowPane ways = new FlowPane(
                8,
                8,
                button("cases-open-before", "cases.openBefore", "fth-share-2", () -> open(one().before())),
                button("cases-open-after", "cases.openAfter", "fth-share-2", () -> open(one().after())),
                button("cases-open-study", "cases.openStudy", "fth-crosshair", this::openStudy),
                again());
        VBox head = new VBox(10, line, said("cases-question", question), ways, againState());
        head.getStyleClass().add("case-head");
        return head;
    }

    private Node again() {
        again.setId("cases-run-again");
        again.setOnAction(event -> lab.runOpenedAgain());
        return Hints.on(again, messages.bind("cases.runAgain.hint"));
    }

    private Node againState() {
        progress.setId("cases-run-progress");
        progress.getStyleClass().add("card-progress");
        progress.setMaxWidth(Double.MAX_VALUE);
        VBox state = new VBox(4, progress, said("cases-verdict", verdict));
        state.managedProperty().bind(verdict.isNotEmpty().or(progress.visibleProperty()));
        return state;
    }

    private Button button(String id, String key, String icon, Runnable action) {
        Button button = new Button();
        button.setId(id);
        button.textProperty().bind(messages.bind(key));
        button.setGraphic(Icons.icon(icon));
        button.setOnAction(event -> action.run());
        button.setMinWidth(Region.USE_PREF_SIZE);
        return Hints.on(button, messages.bind(key + ".hint"));
    }

    private Node parting() {
        return new VBox(10, strip, said("cases-parting-words", parting));
    }

    private Node tuned() {
        return new VBox(
                10,
                said("cases-baseline-case", baseline),
                said("cases-how-words", how),
                keys,
                said("cases-study-words", study));
    }

    private Button scalingButton(String id) {
        Button run = new Button();
        run.setId(id);
        ObservableValue<Boolean> running = lab.scaling().map(StudyRun.Found::isRunning);
        run.textProperty()
                .bind(messages.compute(
                        () -> messages.get(
                                lab.scaling().get().isRunning() ? "cases.scaling.stop" : "cases.scaling.run"),
                        lab.scaling()));
        run.graphicProperty().bind(running.map(now -> Icons.icon(now ? "fth-x" : "fth-play")));
        run.setOnAction(event -> lab.compareScaling());
        run.setMinWidth(Region.USE_PREF_SIZE);
        return Hints.on(run, messages.bind("cases.scaling.run.hint"));
    }

    private Case one() {
        CasesViewModel.Opened opened = lab.opened().get();
        return opened == null ? lab.shelf().all().get(0) : opened.one();
    }

    private void open(Experiment experiment) {
        CasesViewModel.Opened opened = lab.opened().get();
        fireEvent(new DocumentRequest(new Document.OfExperiment(experiment), opened == null ? null : opened.folder()));
    }

    private void openStudy() {
        CasesViewModel.Opened opened = lab.opened().get();
        fireEvent(new DocumentRequest(
                new Document.OfStudy(one().study(), one().found()), opened == null ? null : opened.folder()));
    }

    private CaseWords words() {
        return new CaseWords(messages.texts());
    }

    List<ChartCard> charts() {
        return List.of(gainCard, foldsCard, scalingCard);
    }

    void show() {
        if (lab.opened().get() == null) {
            return;
        }
        Case one = one();
        CaseWords words = words();
        name.set(words.name(one));
        change.getChildren().setAll(GalleryCard.change(messages, one));
        question.set(words.named(one, "question").orElseGet(() -> words.subject(one)));
        about.set(words.named(one, "data").orElse(""));
        baseline.set(words.named(one, "baseline")
                .map(own -> messages.get("cases.how.baseline", own))
                .orElse(""));
        how.set(words.named(one, "tuned")
                .map(own -> messages.get("cases.how.tuned", own))
                .orElse(""));
        study.set(words.study(one.study(), one.found().size()));
        caution.set(words.caution(one));
        keys.rows(one.tuned().stream()
                .map(key -> new Readout.Row(
                        label(words.key(key)),
                        List.of(words.value(one.before(), key), words.value(one.after(), key)),
                        key.equals(one.headline())))
                .toList());
        showData();
        showScores();
        showScaling();
    }

    private static Label label(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("readout-name");
        return label;
    }

    private void showData() {
        CasesViewModel.Glance glance = lab.glance().get();
        data.show(glance);
        if (glance == null) {
            size.set(words().size(one()));
            parting.set("");
            return;
        }
        size.set(words().size(glance.data().samples(), glance.data().features().numCols));
        double[] rows = {glance.train(), glance.validation(), glance.test()};
        List<String> names = new ArrayList<>();
        for (int k = 0; k < rows.length; k++) {
            names.add(messages.get("cases.part." + k, Integer.toString((int) rows[k])));
        }
        strip.show(rows, names);
        parting.set(messages.get("cases.parting.why"));
    }

    void showScores() {
        if (lab.opened().get() == null) {
            return;
        }
        Case one = one();
        CaseWords words = words();
        CaseScores scores = lab.scores(one);
        Measure measure = one.measure();
        boolean alsoSetBack = !scores.setBack().isEmpty() && one.tuned().size() > 1;
        List<SeedsChart.Row> rows = new ArrayList<>();
        rows.add(row("cases.before", 1, scores.array(Part.BEFORE), measure));
        if (alsoSetBack) {
            rows.add(row("cases.setBack", 2, scores.array(Part.SET_BACK), measure));
        }
        rows.add(row("cases.after", 0, scores.array(Part.AFTER), measure));
        gainChart.show(picture(rows, measure));
        gain.set(
                scores.seeds() == 0
                        ? messages.get("cases.gained.none")
                        : words.paired(scores.array(Part.BEFORE), scores.array(Part.AFTER), measure, "seeds"));
        alone.set(
                alsoSetBack
                        ? messages.get("cases.alone", words.key(one.headline())) + " "
                                + words.paired(
                                        scores.array(Part.SET_BACK), scores.array(Part.AFTER), measure, "setBack")
                        : "");
        foldsChart.show(picture(
                List.of(
                        row("cases.before", 1, scores.array(Part.FOLD_BEFORE), measure),
                        row("cases.after", 0, scores.array(Part.FOLD_AFTER), measure)),
                measure));
        foldsCard.instead(scores.folds() == 0 ? notice("cases.folds.none") : null);
        folds.set(
                scores.folds() == 0
                        ? ""
                        : words.paired(
                                scores.array(Part.FOLD_BEFORE), scores.array(Part.FOLD_AFTER), measure, "folds"));
        showAgain(one);
    }

    private void showAgain(Case one) {
        boolean running = lab.rerun().isRunning();
        again.setText(messages.get(running ? "cases.again.stop" : "cases.runAgain", Integer.toString(lab.seeds())));
        again.setGraphic(Icons.icon(running ? "fth-x" : "fth-tool"));
        again.setMinWidth(Region.USE_PREF_SIZE);
        progress.setVisible(running);
        progress.setManaged(running);
        progress.setProgress(lab.rerun().state().get().share());
        Rerun.Verdict now = lab.rerun().verdict(one);
        verdict.set(now == Rerun.Verdict.NOT_RUN ? "" : messages.get("cases.verdict.long." + now.name()));
    }

    private Node notice(String key) {
        Prose words = new Prose(messages.bind(key), "muted");
        words.setAlignment(Pos.CENTER);
        VBox box = new VBox(words);
        box.getStyleClass().add("empty-state");
        return box;
    }

    private SeedsChart.Row row(String key, int series, double[] values, Measure measure) {
        return new SeedsChart.Row(messages.get(key), series, CaseWords.drawn(values, measure));
    }

    private SeedsChart.Picture picture(List<SeedsChart.Row> rows, Measure measure) {
        return new SeedsChart.Picture(
                rows,
                CaseWords.most(measure),
                CaseWords.unit(measure),
                lab.shelf().points().get(),
                lab.shelf().band().get());
    }

    private void showScaling() {
        if (lab.opened().get() == null) {
            return;
        }
        Measure measure = one().measure();
        StudyRun.Found<SeedRuns.Result> found = lab.scaling().get();
        double[] plain = SeedRuns.values(found.results(), 0, 2);
        double[] scaled = SeedRuns.values(found.results(), 1, 2);
        scalingChart.show(picture(
                List.of(row("cases.scaling.off", 3, plain, measure), row("cases.scaling.on", 4, scaled, measure)),
                measure));
        scalingCard.instead(plain.length == 0 ? notice("cases.scaling.none") : null);
        if (found.isRunning()) {
            scalingCard.working(found.share());
        } else {
            scalingCard.working(false);
        }
        String here =
                messages.get(one().after().data().standardize() ? "cases.scaling.here.on" : "cases.scaling.here.off");
        scaling.set(plain.length < 2 ? here : here + " " + words().paired(plain, scaled, measure, "scaling"));
    }

    void recolour() {
        List.of(gainChart, foldsChart, scalingChart)
                .forEach(chart -> chart.theme(context.appearance().chartTheme()));
    }

    void active(boolean active) {
        charts().forEach(card -> card.active(active));
    }
}
