package hyperlab.lab.tuning;

import static hyperlab.lab.LabTestWindow.hasHint;
import static hyperlab.lab.LabTestWindow.typeAndEnter;
import static hyperlab.lab.LabTestWindow.waitUntil;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.chart.tuning.ParallelCoordinatesChart;
import hyperlab.file.Document;
import hyperlab.lab.LabTestWindow;
import hyperlab.text.Language;
import hyperlab.train.Experiment;
import hyperlab.train.TrainingSettings;
import hyperlab.tune.SearchDimension;
import hyperlab.tune.SearchSpace;
import hyperlab.tune.TrialRanking;
import hyperlab.tune.TrialRecord;
import hyperlab.tune.TuningStudy;
import hyperlab.ui.StageExtension;
import hyperlab.ui.Theme;
import hyperlab.ui.WindowTest;
import hyperlab.ui.control.ChoiceComboBox;
import hyperlab.ui.control.FocusableToggleSwitch;
import hyperlab.ui.control.WrappedText;
import hyperlab.ui.control.chart.DocumentRequest;
import hyperlab.ui.control.chart.ExperimentRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.TableColumnHeader;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

@WindowTest
class TuningViewTest {
    private LabTestWindow<TuningView> window;
    private TuningView view;

    @TempDir
    private Path folder;

    @Start
    void start(Stage stage) {
        window = new LabTestWindow<>(stage, TuningView::new);
        view = window.lab;
        TuningViewModel model = view.model();
        model.playback().speedProperty().set(model.playback().speedCount() - 1);
    }

    @Stop
    void stop() {
        window.close();
    }

    private TuningStudy study() {
        return view.model().study();
    }

    private void choose(FxRobot robot, String id, Object value) {
        robot.interact(() -> this.<Object>choice(robot, id).setValue(value));
    }

    @SuppressWarnings("unchecked")
    private <T> ChoiceComboBox<T> choice(FxRobot robot, String id) {
        return (ChoiceComboBox<T>) robot.lookup(id).query();
    }

    @SuppressWarnings("unchecked")
    private TableView<TrialRecord> table(FxRobot robot) {
        return (TableView<TrialRecord>) robot.lookup("#tuning-table").query();
    }

    @Test
    void columnsAreAsNarrowAsBeforeWhenTheTableIsNarrowAgain(FxRobot robot) {
        robot.interact(() -> {
            TableView<TrialRecord> table = table(robot);
            List<Double> narrow = widths(table, 300);
            assertTrue(widths(table, 2000).get(0) > narrow.get(0));
            assertEquals(narrow, widths(table, 300));
        });
    }

    /** In a window of 1440 pixels, the table is 367 pixels wide; more would cover the last column with the scroll bar. */
    @Test
    void columnsOfHyperbandFitIntoTheTable(FxRobot robot) {
        robot.interact(() -> view.model().settings().methodProperty().set("hyperband"));
        StageExtension.waitForPulse();
        robot.interact(() -> {
            TableView<TrialRecord> table = table(robot);
            assertEquals(6, widths(table, 367).size());
            assertEquals(TableView.CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS, table.getColumnResizePolicy());
        });
    }

    /** A new button for each result would lose the focus, and what it listens to would keep it in memory. */
    @Test
    void emptyChartsKeepTheirButtons(FxRobot robot) {
        List<String> ids =
                List.of("#tuning-run-here", "#tuning-race-here", "#tuning-default-here", "#tuning-repeats-here");
        robot.interact(() -> {
            List<Node> before = ids.stream().map(view.parts().stage()::lookup).toList();
            assertFalse(before.contains(null));
            view.model().settings().methodProperty().set("grid");
            window.messages.languageProperty().set(Language.KOREAN);
            assertEquals(before, ids.stream().map(view.parts().stage()::lookup).toList());
        });
    }

    private static List<Double> widths(TableView<TrialRecord> table, double width) {
        table.resize(width, 200);
        table.layout();
        return table.getVisibleLeafColumns().stream().map(TableColumn::getWidth).toList();
    }

    private static void headersBreakOnlyBetweenWords(TableView<TrialRecord> table) {
        for (TableColumn<TrialRecord, ?> column : table.getVisibleLeafColumns()) {
            Label header = (Label) table.lookupAll(".column-header").stream()
                    .filter(node -> node instanceof TableColumnHeader each && each.getTableColumn() == column)
                    .findFirst()
                    .orElseThrow()
                    .lookup(".label");
            double room = header.getWidth() - header.snappedLeftInset() - header.snappedRightInset();
            for (String word : column.getText().split(" ", -1)) {
                Text text = new Text(word);
                text.setFont(header.getFont());
                double width = text.getLayoutBounds().getWidth();
                assertTrue(width <= room + 0.5, word + " needs " + width + ", but there is room for " + room);
            }
        }
    }

    private void press(FxRobot robot, String id) {
        robot.interact(() -> robot.lookup(id).queryAs(Button.class).fire());
    }

    private Node card(String id) {
        return view.charts().stream()
                .filter(card -> card.getId().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private void run(FxRobot robot) throws Exception {
        press(robot, "#tuning-run");
        waitUntil(() -> view.model().viewStateProperty().get().search().status() == SearchState.SearchStatus.DONE);
        waitUntil(() -> view.model().mapsProperty().get() != null
                && view.model().mapsProperty().get().order().rows().size()
                        == view.model()
                                .viewStateProperty()
                                .get()
                                .finishedTrials()
                                .size());
    }

    @Test
    void everyControlHasIdAndHint(FxRobot robot) {
        for (String id : List.of(
                "#tuning-subject",
                "#tuning-open-table",
                "#tuning-samples",
                "#tuning-noise",
                "#tuning-from-training",
                "#tuning-from-file",
                "#tuning-objective",
                "#tuning-axis-0-key",
                "#tuning-axis-0-type",
                "#tuning-axis-0-low",
                "#tuning-axis-0-high",
                "#tuning-axis-2-values",
                "#tuning-space-add",
                "#tuning-method",
                "#tuning-initial",
                "#tuning-trials",
                "#tuning-seconds",
                "#tuning-at-once",
                "#tuning-seed",
                "#tuning-run",
                "#tuning-race-random",
                "#tuning-race-hyperband",
                "#tuning-race-seeds",
                "#tuning-race-run",
                "#tuning-default-run",
                "#tuning-map-x",
                "#tuning-map-y",
                "#tuning-layer",
                "#tuning-filter",
                "#tuning-open-trial",
                "#tuning-open-best",
                "#tuning-export-csv")) {
            Node control = robot.lookup(id).query();
            assertNotNull(control, id);
            assertTrue(hasHint(control), id + " says what it does");
        }
        for (String id : List.of("#tuning-readout", "#tuning-why", "#tuning-finding-1", "#tuning-table")) {
            assertNotNull(robot.lookup(id).query(), id);
        }
        assertEquals(
                List.of(
                        "tuning-map",
                        "tuning-gain",
                        "tuning-best",
                        "tuning-importance",
                        "tuning-parallel",
                        "tuning-curves",
                        "tuning-slices",
                        "tuning-race",
                        "tuning-default",
                        "tuning-repeats",
                        "tuning-trained"),
                view.charts().stream().map(Node::getId).toList());
    }

    /** In a small window, the cards are stacked, and a race would run below what is visible. */
    @Test
    void raceIsInSightInASmallWindow(FxRobot robot) throws Exception {
        robot.interact(() -> {
            Stage stage = (Stage) card("tuning-map").getScene().getWindow();
            stage.setWidth(1024);
            stage.setHeight(640);
            view.model().tune("branin");
        });
        StageExtension.waitForPulse();
        robot.interact(() -> view.model().startRace());
        waitUntil(() -> card("tuning-race").isVisible());
        StageExtension.waitForPulse();
        Node race = card("tuning-race");
        Node pane = robot.lookup(".stage-grid").query();
        Bounds at = pane.sceneToLocal(race.localToScene(race.getBoundsInLocal()));
        assertTrue(at.getMinY() >= 0 && at.getMaxY() <= pane.getLayoutBounds().getHeight(), at.toString());
        waitUntil(() -> !view.model().race().isRunning());
    }

    @Test
    void mapOfTrainingRunsIsComputedOnceItIsChosen(FxRobot robot) throws Exception {
        assertNull(view.model().trainedMap().stateProperty().get().request());
        MenuButton menu = robot.lookup("#tuning-map-choose").queryAs(MenuButton.class);
        MenuItem choice = menu.getItems().stream()
                .filter(item -> item.getId().endsWith("tuning-trained"))
                .findFirst()
                .orElseThrow();
        robot.interact(choice::fire);
        waitUntil(() -> view.model().trainedMap().stateProperty().get().snapshot() != null);
        assertTrue(card("tuning-trained").isVisible());
        assertFalse(card("tuning-map").isVisible());
        robot.interact(() -> menu.getItems().get(0).fire());
        waitUntil(() -> !view.model().trainedMap().stateProperty().get().running());
    }

    @Test
    void setsSpaceByHandAndRejectsInvalidEntriesInline(FxRobot robot) throws Exception {
        typeAndEnter(robot, "#tuning-axis-0-low", "0.01");
        assertEquals(
                new SearchDimension.LogDimension(0.01, 1),
                study().space().parameters().get(0).dimension());
        typeAndEnter(robot, "#tuning-axis-0-high", "0.001");
        assertEquals(
                new SearchDimension.LogDimension(0.01, 1),
                study().space().parameters().get(0).dimension());
        assertTrue(robot.lookup(".complaint").queryAll().stream()
                .anyMatch(node ->
                        node instanceof WrappedText prose && prose.text().contains("above the other end")));
        typeAndEnter(robot, "#tuning-axis-2-values", "16, 16");
        typeAndEnter(robot, "#tuning-axis-2-values", "16, 128");
        assertEquals(
                new SearchDimension.CategoricalDimension(List.of("16", "128")),
                study().space().parameters().get(2).dimension());
        typeAndEnter(robot, "#tuning-axis-2-values", "0, 128");
        assertEquals(1, robot.lookup("#tuning-axis-2-complaint").queryAll().size(), "no batch size of 0");
        press(robot, "#tuning-space-add");
        assertEquals(4, study().space().dimensions());
        choose(robot, "#tuning-axis-3-key", "network.dropout");
        choose(robot, "#tuning-axis-3-type", "choice");
        assertEquals("choice", study().space().parameters().get(3).dimension().name());
        press(robot, "#tuning-axis-3-remove");
        assertEquals(3, study().space().dimensions());
        robot.interact(() -> view.model().undo().undo());
        assertEquals(4, study().space().dimensions());
        typeAndEnter(robot, "#tuning-trials", "0");
        assertEquals(40, study().trials());
        typeAndEnter(robot, "#tuning-trials", "12");
        assertEquals(12, study().trials());
        typeAndEnter(robot, "#tuning-seed", "7");
        assertEquals(7, study().seed());
    }

    @Test
    void textBegunInARowThatGoesChangesNoOtherRow(FxRobot robot) {
        SearchSpace space = study().space();
        robot.clickOn("#tuning-axis-0-low").push(KeyCode.CONTROL, KeyCode.A).write("0.5");
        robot.interact(() -> view.model().settings().removeParameter(0));
        StageExtension.waitForPulse();
        assertEquals(space.parameters().subList(1, 3), study().space().parameters());
    }

    @Test
    void searchesAFunctionAndShowsTheModel(FxRobot robot) throws Exception {
        choose(robot, "#tuning-subject", "branin");
        assertEquals(
                List.of("x", "y"),
                List.of(
                        this.<String>choice(robot, "#tuning-map-x").getValue(),
                        this.<String>choice(robot, "#tuning-map-y").getValue()));
        assertFalse(robot.lookup("#tuning-objective").query().isVisible()
                && robot.lookup("#tuning-objective").query().getParent().isVisible()
                && robot.lookup("#tuning-objective")
                        .query()
                        .getParent()
                        .getParent()
                        .isVisible());
        typeAndEnter(robot, "#tuning-trials", "14");
        run(robot);
        assertEquals(14, view.model().viewStateProperty().get().position());
        assertEquals(
                MapQuantity.TRUTH,
                this.<MapQuantity>choice(robot, "#tuning-layer").getValue());
        robot.interact(() -> view.model().playback().seek(11));
        waitUntil(() ->
                robot.lookup("#tuning-why").queryAs(WrappedText.class).text().startsWith("Its expected improvement"));
        assertTrue(robot.lookup("#tuning-why-numbers").query().lookupAll(".readout-cell").stream()
                .anyMatch(cell -> ((Label) cell).getText().equals("11")));
        choose(robot, "#tuning-layer", MapQuantity.UNCERTAINTY);
        robot.interact(() -> window.appearance.themeProperty().set(Theme.DARK));
        robot.interact(() -> window.messages.languageProperty().set(Language.KOREAN));
        waitUntil(() ->
                robot.lookup("#tuning-why").queryAs(WrappedText.class).text().startsWith("모델이 살펴본"));
        choose(robot, "#tuning-subject", "moons");
        assertEquals(
                MapQuantity.UNCERTAINTY,
                this.<MapQuantity>choice(robot, "#tuning-layer").getValue());
    }

    @Test
    void picksPointsByTyping(FxRobot robot) throws Exception {
        choose(robot, "#tuning-subject", "himmelblau");
        choose(robot, "#tuning-method", "manual");
        assertEquals(
                "Pick point 1 of 40",
                robot.lookup("#tuning-run").queryAs(Button.class).getText());
        // The function stays hidden.
        waitUntil(() -> this.<MapQuantity>choice(robot, "#tuning-layer")
                .getItems()
                .equals(List.of(MapQuantity.MEAN, MapQuantity.UNCERTAINTY)));
        // There is a map to click on before the first trial.
        waitUntil(() -> robot.lookup("#tuning-run-here").tryQuery().isEmpty());
        typeAndEnter(robot, "#tuning-pick-0", "99");
        typeAndEnter(robot, "#tuning-pick-0", "3");
        typeAndEnter(robot, "#tuning-pick-1", "2");
        press(robot, "#tuning-pick");
        waitUntil(() -> view.model().viewStateProperty().get().finishedTrials().size() == 1);
        assertEquals(
                0, view.model().viewStateProperty().get().best().orElseThrow().value(), 1e-12);
        waitUntil(() ->
                robot.lookup("#tuning-run").queryAs(Button.class).getText().equals("Pick point 2 of 40"));
        assertEquals(
                "You pick it.",
                robot.lookup("#tuning-why").queryAs(WrappedText.class).text());
    }

    @Test
    void sortsAndFiltersTheTableAndOpensATrial(FxRobot robot) throws Exception {
        Experiment small = Experiment.DEFAULT.withTraining(TrainingSettings.DEFAULT.withEpochs(3));
        robot.interact(() -> view.model().tune(small, folder));
        choose(robot, "#tuning-method", "random");
        typeAndEnter(robot, "#tuning-trials", "12");
        run(robot);
        TableView<TrialRecord> table = table(robot);
        waitUntil(() -> table.getItems().size() == 12);
        headersBreakOnlyBetweenWords(table);
        assertEquals("tuning-column-value", table.getColumns().get(1).getId(), "the result is never scrolled away");
        TrialRecord best = view.model().viewStateProperty().get().best().orElseThrow();
        assertEquals(best, table.getItems().get(0), "the best stands first");
        choose(robot, "#tuning-filter", TrialTable.TrialFilter.BEST);
        assertEquals(3, table.getItems().size());
        choose(robot, "#tuning-filter", TrialTable.TrialFilter.ALL);
        robot.interact(
                () -> view.model().brushesProperty().set(Map.of(0, new ParallelCoordinatesChart.BrushRange(0, 0.5))));
        waitUntil(() -> table.getItems().size() < 12);
        assertTrue(table.getItems().stream()
                .allMatch(row -> Double.parseDouble(row.values().get("training.learningRate")) <= 0.01 + 1e-9));
        robot.interact(() -> view.model().brushesProperty().set(Map.of()));
        robot.interact(() -> card("tuning-parallel").requestFocus());
        robot.press(KeyCode.SHIFT, KeyCode.RIGHT).release(KeyCode.RIGHT, KeyCode.SHIFT);
        waitUntil(() -> view.model()
                .brushesProperty()
                .get()
                .equals(Map.of(0, new ParallelCoordinatesChart.BrushRange(0, 0.25))));
        robot.press(KeyCode.SHIFT, KeyCode.UP).release(KeyCode.UP, KeyCode.SHIFT);
        waitUntil(() -> view.model()
                .brushesProperty()
                .get()
                .equals(Map.of(0, new ParallelCoordinatesChart.BrushRange(0.125, 0.375))));
        robot.type(KeyCode.ESCAPE);
        waitUntil(() -> view.model().brushesProperty().get().isEmpty());
        List<DocumentRequest> wanted = new ArrayList<>();
        table.getScene().getRoot().addEventHandler(DocumentRequest.REQUESTED, wanted::add);
        robot.interact(() -> {
            table.requestFocus();
            table.getSelectionModel().select(best);
        });
        robot.type(KeyCode.ENTER);
        waitUntil(() -> wanted.size() == 1);
        press(robot, "#tuning-open-best");
        waitUntil(() -> wanted.size() == 2);
        assertEquals(view.model().experiment(best).orElseThrow(), wanted.get(0).document());
        assertEquals(wanted.get(0).document(), wanted.get(1).document());
        assertEquals(folder, wanted.get(0).folder());
        window.pickedFile = Optional.of(folder.resolve("t.csv"));
        press(robot, "#tuning-export-csv");
        assertEquals(13, Files.readAllLines(folder.resolve("t.csv")).size());
        robot.interact(() -> view.model().selection().selectedProperty().set(5));
        assertEquals(5, table.getSelectionModel().getSelectedItem().trial());
        robot.interact(() -> table.getSelectionModel().select(best));
        assertEquals(best.trial(), view.model().selection().markedProperty().get());
        robot.interact(() -> {
            card("tuning-best").requestFocus();
            card("tuning-best")
                    .fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ENTER, false, false, false, false));
        });
        assertEquals(3, wanted.size());
        assertEquals(wanted.get(0).document(), wanted.get(2).document());
        press(robot, "#tuning-default-run");
        waitUntil(() -> robot.lookup("#tuning-compared")
                .queryAs(WrappedText.class)
                .text()
                .contains("n = 10 seeds from 13 on"));
        String compared =
                robot.lookup("#tuning-compared").queryAs(WrappedText.class).text();
        assertTrue(compared.contains("Default: learning rate 0.03, L2 penalty 0, batch size 32."), compared);
        assertTrue(card("tuning-default").isVisible());
        assertFalse(card("tuning-importance").isVisible());
        robot.interact(view.model()::repeatBest);
        waitUntil(() -> view.model().replicationStatusProperty().get().results().size() == 5);
        assertTrue(card("tuning-repeats").isVisible());
        Node repeated = robot.lookup("#tuning-repeated-numbers").query();
        waitUntil(() -> repeated.lookupAll(".readout-cell").size() == 15);
        assertTrue(repeated.isVisible());
        TrialRanking ranking = view.model().viewStateProperty().get().ranking();
        waitUntil(() -> table.getItems().equals(ranking.trials()));
        assertEquals(
                ranking.median(ranking.trials().get(0)).orElseThrow(),
                table.getColumns().stream()
                        .filter(column -> "tuning-column-median".equals(column.getId()))
                        .findFirst()
                        .orElseThrow()
                        .getCellData(0));
        headersBreakOnlyBetweenWords(table);
        assertFalse(card("tuning-default").isVisible());
        view.stage()
                .getScene()
                .getRoot()
                .addEventHandler(ExperimentRequest.REQUESTED, request -> request.reply(small.withSeed(77), null));
        press(robot, "#tuning-from-training");
        assertEquals(small.withSeed(77), study().experiment());
    }

    @Test
    void aLongNameWidensItsColumn(FxRobot robot) throws Exception {
        choose(robot, "#tuning-axis-0-key", "data.standardize");
        TableView<TrialRecord> table = table(robot);
        waitUntil(() -> table.getColumns().stream()
                .anyMatch(column -> "tuning-column-data.standardize".equals(column.getId())));
        robot.interact(() -> table.getScene().getRoot().layout());
        headersBreakOnlyBetweenWords(table);
    }

    @Test
    void racesMethodsAndTunesAFile(FxRobot robot) throws Exception {
        choose(robot, "#tuning-subject", "bowl");
        assertTrue(robot.lookup("#tuning-race-halving")
                .queryAs(FocusableToggleSwitch.class)
                .isDisabled());
        robot.interact(() -> robot.lookup("#tuning-race-grid")
                .queryAs(FocusableToggleSwitch.class)
                .setSelected(true));
        typeAndEnter(robot, "#tuning-trials", "9");
        typeAndEnter(robot, "#tuning-race-seeds", "2");
        press(robot, "#tuning-race-run");
        waitUntil(() -> !view.model().race().isRunning()
                && view.model().race().statusProperty().get().results().size() == 6);
        assertTrue(robot.lookup("#tuning-race-found")
                .queryAs(WrappedText.class)
                .text()
                .contains("ahead in"));
        Path file = folder.resolve("a.hyperlab.json");
        Files.writeString(file, "{\"format\":\"hyperlab-experiment/1\",\"data\":{\"source\":\"iris\"}}");
        window.pickedFile = Optional.of(file);
        press(robot, "#tuning-from-file");
        assertEquals("iris", study().experiment().data().source());
        assertTrue(view.document() instanceof Document.OfStudy);
        Files.writeString(file, "{\"format\":\"hyperlab-descent/1\"}");
        press(robot, "#tuning-from-file");
        assertEquals(1, window.notices.size());
    }
}
