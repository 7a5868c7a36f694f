package hyperlab.app.tuning;

import hyperlab.app.FilePicker;
import hyperlab.app.LabContext;
import hyperlab.app.Messages;
import hyperlab.app.RefusalWords;
import hyperlab.app.control.Card;
import hyperlab.app.control.ChartCard;
import hyperlab.app.control.Choice;
import hyperlab.app.control.DocumentRequest;
import hyperlab.app.control.Hints;
import hyperlab.app.control.Prose;
import hyperlab.app.control.Segmented;
import hyperlab.app.control.StageGrid;
import hyperlab.rule.Refusal;
import hyperlab.text.KeyNames;
import hyperlab.tune.Method;
import hyperlab.tune.Study;
import hyperlab.tune.TrialRow;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.beans.property.IntegerProperty;
import javafx.geometry.Pos;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The lab's cards on three pages: the search and its model, the trials, the race. */
final class TuningStage extends VBox {
    /** Lower, a map is too flat to be read; the stage scrolls instead. */
    private static final double LEAST_MAP = 300;

    private final LabContext context;
    private final Messages messages;
    private final TuningViewModel lab;
    private final TuningCharts charts;
    private final Segmented<Page> page;
    private final Choice<Layer> layer;
    private final ChartCard mapCard;
    private final ChartCard gainCard;
    private final ChartCard bestCard;
    private final ChartCard importanceCard;
    private final ChartCard parallelCard;
    private final ChartCard curvesCard;
    private final ChartCard slicesCard;
    private final ChartCard raceCard;
    private final TrialTable table;
    private final Choice<Integer> across;
    private final Choice<Integer> up;
    private boolean onStage = true;

    /** Which cards stand on the stage. */
    enum Page {
        SEARCH,
        TRIALS,
        RACE
    }

    TuningStage(LabContext context, TuningViewModel lab) {
        this.context = context;
        this.messages = context.messages();
        this.lab = lab;
        getStyleClass().addAll("tuning-lab", "tuning-stage");
        charts = new TuningCharts(messages.texts(), context.appearance().chartTheme());
        page = new Segmented<>("tuning-page", messages, List.of(Page.values()), one -> "tuning.page." + one.name());
        layer = new Choice<>(
                "tuning-layer", messages, List.of(Layer.MEAN, Layer.UNCERTAINTY), one -> "tuning.layer." + one.id());
        layer.setValue(Layer.MEAN);
        Hints.on(layer, messages.bind("tuning.layer.hint"));
        across = axis("tuning-map-x", lab.axisX());
        up = axis("tuning-map-y", lab.axisY());
        mapCard = new ChartCard(
                "tuning-map",
                messages,
                messages.compute(
                        () -> messages.get("tuning.map." + layer.getValue().id()), layer.valueProperty()),
                messages.compute(
                        () -> words().mapHow(lab.maps().get(), layer.getValue()), lab.maps(), layer.valueProperty()),
                charts.map().chart());
        mapCard.aside(layer);
        mapCard.setMinHeight(LEAST_MAP);
        gainCard = card("tuning-gain", "tuning.gain", charts.gain().chart());
        gainCard.setMinHeight(LEAST_MAP);
        bestCard = new ChartCard(
                "tuning-best",
                messages,
                messages.bind("tuning.best"),
                messages.compute(
                        () -> words().objective(lab.study()),
                        lab.settings().whole().state()),
                charts.best().chart());
        importanceCard = card(
                "tuning-importance", "tuning.importance", charts.importance().chart());
        parallelCard =
                card("tuning-parallel", "tuning.parallel", charts.parallel().chart());
        curvesCard = card("tuning-curves", "tuning.curves", charts.curves().chart());
        slicesCard = card("tuning-slices", "tuning.slices", charts.slices().chart());
        raceCard = card("tuning-race", "tuning.race.chart", charts.race().chart());
        table = new TrialTable(messages, this::open, this::export);
        build();
        listen();
    }

    private void build() {
        StageGrid search = new StageGrid(new double[] {1, 1}, new double[] {1.25, 1})
                .put(mapCard, 0, 0, 1)
                .put(gainCard, 1, 0, 1)
                .put(bestCard, 0, 1, 1)
                .put(importanceCard, 1, 1, 1);
        StageGrid trials = new StageGrid(new double[] {1, 1}, new double[] {1, 1, 1.1})
                .put(parallelCard, 0, 0, 2)
                .put(curvesCard, 0, 1, 1)
                .put(slicesCard, 1, 1, 1)
                .put(new Card("tuning-trials-card", table), 0, 2, 2);
        StageGrid race = new StageGrid(new double[] {1}, new double[] {1}).put(raceCard, 0, 0, 1);
        HBox axes = new HBox(6, label("tuning.map.x"), across, label("tuning.map.y"), up);
        axes.setAlignment(Pos.CENTER_LEFT);
        axes.visibleProperty().bind(page.value().isEqualTo(Page.SEARCH));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox bar = new HBox(12, Hints.on(page, messages.bind("tuning.page.hint")), gap, axes);
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add("stage-bar");
        getChildren().add(bar);
        Map<Page, StageGrid> grids = Map.of(Page.SEARCH, search, Page.TRIALS, trials, Page.RACE, race);
        for (Map.Entry<Page, StageGrid> entry : grids.entrySet()) {
            StageGrid grid = entry.getValue();
            VBox.setVgrow(grid, Priority.ALWAYS);
            grid.visibleProperty().bind(page.value().isEqualTo(entry.getKey()));
            grid.managedProperty().bind(grid.visibleProperty());
            getChildren().add(grid);
        }
        gainCard.instead(notice("tuning.gain.empty", null));
        importanceCard.instead(notice("tuning.importance.empty", null));
        raceCard.instead(notice("tuning.race.empty", RaceControls.button(messages, lab, "tuning-race-here")));
        curvesCard.instead(notice("tuning.curves.empty", null));
    }

    private ChartCard card(String id, String key, org.jfree.chart.JFreeChart chart) {
        return new ChartCard(id, messages, messages.bind(key), messages.bind(key + ".how"), chart);
    }

    private Label label(String key) {
        Label label = new Label();
        label.textProperty().bind(messages.bind(key));
        label.getStyleClass().add("field-label");
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }

    private Choice<Integer> axis(String id, IntegerProperty place) {
        Choice<Integer> choice = Choice.named(
                id,
                messages,
                List.of(place.get()),
                (one, texts) -> one < lab.study().space().dimensions()
                        ? KeyNames.of(lab.study().space().keys().get(one), texts)
                        : "");
        choice.setValue(place.get());
        choice.valueProperty().addListener((observed, before, now) -> {
            if (now != null) {
                place.set(now);
            }
        });
        place.addListener((observed, before, now) -> choice.setValue(now.intValue()));
        return Hints.on(choice, messages.bind("tuning.map.axis.hint"));
    }

    /** One line on what will stand here, perhaps with the button that brings it. */
    private Node notice(String key, @org.jspecify.annotations.Nullable Node button) {
        Prose what = new Prose(messages.bind(key));
        what.setAlignment(Pos.CENTER);
        VBox box = new VBox(what);
        if (button instanceof Region region) {
            region.setMaxWidth(USE_PREF_SIZE);
            box.getChildren().add(region);
        }
        box.getStyleClass().add("empty-state");
        return box;
    }

    private TuningWords words() {
        return new TuningWords(messages.texts());
    }

    // what the mouse does

    private void listen() {
        for (ChartCard card : List.of(mapCard, gainCard)) {
            card.canvas().addEventHandler(MouseEvent.MOUSE_CLICKED, event -> pick(card, event));
            card.canvas()
                    .addEventHandler(
                            MouseEvent.MOUSE_MOVED,
                            event -> card.canvas().setCursor(picks(card, event) ? Cursor.CROSSHAIR : Cursor.DEFAULT));
        }
        new Brush(parallelCard, charts.parallel(), lab.brushes()).listen();
        page.value().addListener((observed, before, now) -> shown(onStage));
        layer.valueProperty().addListener((observed, before, now) -> showMaps());
    }

    private boolean picks(ChartCard card, MouseEvent event) {
        return lab.study().method() instanceof Method.Manual
                && lab.study().space().dimensions() > 1
                && area(card).contains(event.getX(), event.getY());
    }

    private void pick(ChartCard card, MouseEvent event) {
        if (picks(card, event)) {
            Point2D at = charts.map().at(event.getX(), event.getY(), area(card));
            lab.pick(lab.valuesAt(at.getX(), at.getY()));
        }
    }

    private static Rectangle2D area(ChartCard card) {
        return card.canvas().getRenderingInfo().getPlotInfo().getDataArea();
    }

    private void open(TrialRow row) {
        lab.experiment(row).ifPresent(document -> fireEvent(new DocumentRequest(document, lab.folder())));
    }

    private void export() {
        context.files().save(FilePicker.Kind.TABLE, "trials.csv").ifPresent(this::export);
    }

    private void export(Path path) {
        try {
            lab.export(path);
            context.notices().done(messages.get("shell.saved", path.toString()));
        } catch (Refusal refusal) {
            context.notices().refused(messages.get("shell.notSaved", RefusalWords.line(refusal, messages.texts())));
        }
    }

    // what is shown

    List<ChartCard> cards() {
        return List.of(mapCard, gainCard, bestCard, importanceCard, parallelCard, curvesCard, slicesCard, raceCard);
    }

    /** The page that is looked at. */
    Segmented<Page> page() {
        return page;
    }

    void show(Moment moment) {
        followSpace(moment.study());
        charts.show(moment, lab.brushes().get(), messages.texts());
        curvesCard.instead(charts.hasCurves() ? null : notice("tuning.curves.empty", null));
        table.show(moment, lab.brushes().get());
    }

    private void followSpace(Study study) {
        int dimensions = study.space().dimensions();
        for (Choice<Integer> choice : List.of(across, up)) {
            if (choice.getItems().size() != dimensions) {
                Integer chosen =
                        choice == across ? lab.axisX().get() : lab.axisY().get();
                choice.getItems().setAll(IntStream.range(0, dimensions).boxed().toList());
                choice.setValue(chosen);
            }
        }
        boolean hasTruth = layer.getItems().contains(Layer.TRUTH);
        if (study.function() != null && !hasTruth) {
            layer.getItems().add(Layer.TRUTH);
            layer.setValue(Layer.TRUTH);
        } else if (study.function() == null && hasTruth) {
            layer.setValue(layer.getValue() == Layer.TRUTH ? Layer.MEAN : layer.getValue());
            layer.getItems().remove(Layer.TRUTH);
        }
    }

    void showMaps() {
        Maps maps = lab.maps().get();
        if (maps == null) {
            return;
        }
        boolean plane = maps.order().study().space().dimensions() > 1;
        if (plane) {
            charts.show(maps, layer.getValue(), words(), messages.texts());
        }
        boolean heat = plane && charts.heat(maps, layer.getValue()) != null;
        mapCard.instead(
                !plane
                        ? notice("tuning.map.line", null)
                        : heat || !maps.order().rows().isEmpty() ? null : notice("tuning.map.empty", runHere()));
        gainCard.instead(maps.gain() == null ? notice("tuning.gain.empty", null) : null);
        maps.importance().ifPresent(found -> charts.show(maps.order(), found, messages.texts()));
        importanceCard.instead(maps.importance().isEmpty() ? notice("tuning.importance.empty", null) : null);
    }

    private Node runHere() {
        return TuningControls.runButton(messages, lab, "tuning-run-here");
    }

    void showRace() {
        boolean any = !lab.race().found().get().results().isEmpty();
        charts.show(lab.race(), lab.own(), messages.texts());
        if (any) {
            raceCard.instead(null);
        } else {
            raceCard.instead(notice("tuning.race.empty", RaceControls.button(messages, lab, "tuning-race-here")));
        }
        if (lab.race().isRunning()) {
            raceCard.working(lab.race().found().get().share());
        } else {
            raceCard.working(false);
        }
    }

    void recolour() {
        charts.theme(context.appearance().chartTheme());
    }

    void relabel() {
        charts.texts(messages.texts());
    }

    void shown(boolean nowOnStage) {
        onStage = nowOnStage;
        Page now = page.value().get();
        Stream.of(mapCard, gainCard, bestCard, importanceCard)
                .forEach(card -> card.active(onStage && now == Page.SEARCH));
        Stream.of(parallelCard, curvesCard, slicesCard).forEach(card -> card.active(onStage && now == Page.TRIALS));
        raceCard.active(onStage && now == Page.RACE);
    }
}
