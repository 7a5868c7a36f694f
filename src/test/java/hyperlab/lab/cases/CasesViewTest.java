package hyperlab.lab.cases;

import static hyperlab.lab.LabTestWindow.hasHint;
import static hyperlab.lab.LabTestWindow.typeAndEnter;
import static hyperlab.lab.LabTestWindow.waitUntil;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.cases.Case;
import hyperlab.cases.CaseScores;
import hyperlab.cases.MapCase;
import hyperlab.cases.Metric;
import hyperlab.file.BundledCases;
import hyperlab.file.Document;
import hyperlab.lab.LabTestWindow;
import hyperlab.learn.LearnPages;
import hyperlab.text.Language;
import hyperlab.ui.StageExtension;
import hyperlab.ui.Theme;
import hyperlab.ui.WindowTest;
import hyperlab.ui.control.ChoiceComboBox;
import hyperlab.ui.control.Readout;
import hyperlab.ui.control.WrappedText;
import hyperlab.ui.control.chart.ChartCard;
import hyperlab.ui.control.chart.DocumentRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

@WindowTest
class CasesViewTest {
    private LabTestWindow<CasesView> window;
    private CasesView view;

    @TempDir
    private Path folder;

    @Start
    void start(Stage stage) {
        window = new LabTestWindow<>(stage, CasesView::new);
        view = window.lab;
        view.model().caseFilter().seedsProperty().set(3);
    }

    @Stop
    void stop() {
        window.close();
    }

    private static void press(FxRobot robot, String id) {
        robot.interact(() -> robot.lookup(id).queryAs(ButtonBase.class).fire());
    }

    private static List<String> readout(FxRobot robot, String id) {
        return robot.lookup(id).queryAs(Readout.class).getChildren().stream()
                .flatMap(node -> node instanceof Parent cell && !(node instanceof Labeled)
                        ? cell.getChildrenUnmodifiable().stream()
                        : Stream.of(node))
                .filter(Labeled.class::isInstance)
                .map(node -> ((Labeled) node).getText())
                .toList();
    }

    private static String text(FxRobot robot, String id) {
        return robot.lookup(id).queryAs(Labeled.class).getText();
    }

    private static String words(FxRobot robot, String id) {
        return robot.lookup(id).queryAs(WrappedText.class).text();
    }

    private List<String> cards(FxRobot robot) {
        return robot.lookup(".case-card").queryAll().stream().map(Node::getId).toList();
    }

    private Path table() throws IOException {
        SplittableRandom random = new SplittableRandom(1);
        StringBuilder text = new StringBuilder("id,a,b,class\n");
        for (int i = 0; i < 80; i++) {
            text.append(i)
                    .append(',')
                    .append(random.nextGaussian() + i % 2)
                    .append(',')
                    .append(9 * random.nextGaussian() - 9 * (i % 2))
                    .append(i % 2 == 0 ? ",yes\n" : ",no\n");
        }
        return Files.writeString(folder.resolve("clouds.csv"), text);
    }

    @Test
    void everyControlHasIdAndHint(FxRobot robot) {
        for (String id : List.of(
                "#cases-query",
                "#cases-task-ALL",
                "#cases-task-REGRESSION",
                "#cases-order-0",
                "#cases-order-1",
                "#cases-seeds-track",
                "#cases-seeds-field",
                "#cases-points",
                "#cases-band",
                "#cases-iris-open",
                "#cases-mnist-open",
                "#cases-rateScaling-open",
                "#cases-own-choose")) {
            Node control = robot.lookup(id).query();
            assertNotNull(control, id);
            assertTrue(hasHint(control), id + " says what it does");
        }
        Region footer = view.parts().footer();
        assertNotNull(footer);
        assertTrue(hasHint(footer.lookup("#cases-again")));
        assertEquals(
                BundledCases.allNames().stream().map(name -> "cases-" + name).toList(),
                view.charts().stream().map(Node::getId).toList());
    }

    private static boolean isShown(FxRobot robot, String id) {
        return robot.lookup(id).tryQuery().isPresent();
    }

    @Test
    void caseOfMapsShowsItsAnswerAndOpensTheMap(FxRobot robot) {
        List<Document> requested = new ArrayList<>();
        robot.interact(() -> view.parts()
                .stage()
                .addEventHandler(DocumentRequest.REQUESTED, request -> requested.add(request.document())));
        MapCase mapCase = BundledCases.mapNamed("rateScaling");
        press(robot, "#cases-rateScaling-open");
        assertEquals(
                List.of("cases-map-chart"),
                view.charts().stream().map(Node::getId).toList());
        assertEquals(new Document.OfMapCase(mapCase), view.model().document());
        assertTrue(words(robot, "#cases-map-answer-words").contains("No: the best rate grows, but less"));
        assertTrue(words(robot, "#cases-map-answer-words").contains("3 seeds"), "as many as are set");
        robot.interact(() -> view.model().caseFilter().seedsProperty().set(10));
        assertTrue(words(robot, "#cases-map-answer-words").contains("10 seeds"));
        assertFalse(robot.lookup("#cases-held-out").query().isVisible(), "the maps hold nothing out");
        for (String id : List.of("#cases-open-map", "#cases-open-page", "#cases-map-run")) {
            assertTrue(hasHint(robot.lookup(id).query()), id);
        }
        press(robot, "#cases-open-map");
        press(robot, "#cases-open-page");
        assertEquals(List.of(new Document.OfMap(mapCase.map().withSeeds(1)), new Document.OfPage("maps")), requested);
        assertTrue(LearnPages.NAMES.contains("maps"));
        robot.interact(() -> window.messages.languageProperty().set(Language.KOREAN));
        assertTrue(words(robot, "#cases-map-answer-words").contains("비례보다 느리게"));
        press(robot, "#cases-map-back");
        assertTrue(isShown(robot, "#cases-rateScaling"));
    }

    @Test
    void filtersApplyToTheCaseOfMaps(FxRobot robot) {
        CaseFilter filter = view.model().caseFilter();
        robot.interact(() -> filter.queryProperty().set("batch size"));
        assertTrue(isShown(robot, "#cases-rateScaling"));
        robot.interact(() -> filter.taskProperty().set(TaskFilter.REGRESSION));
        assertFalse(isShown(robot, "#cases-rateScaling"), "digits are a classification");
        robot.interact(() -> {
            filter.queryProperty().set("");
            filter.taskProperty().set(TaskFilter.ALL);
            filter.tunedProperty().set("network.activation");
        });
        assertFalse(isShown(robot, "#cases-rateScaling"), "about other hyperparameters");
        robot.interact(() -> filter.tunedProperty().set("training.batchSize"));
        assertTrue(isShown(robot, "#cases-rateScaling"));
    }

    @Test
    void filtersSayHowManyCasesTheyShow(FxRobot robot) {
        CaseFilter filter = view.model().caseFilter();
        for (TaskFilter task : TaskFilter.values()) {
            robot.interact(() -> filter.taskProperty().set(task));
            assertEquals(cards(robot).size(), filter.count(task), task.name());
        }
        robot.interact(() -> filter.taskProperty().set(TaskFilter.ALL));
        filter.tunedKeys().forEach((key, count) -> {
            robot.interact(() -> filter.tunedProperty().set(key));
            assertEquals(cards(robot).size(), count, key);
        });
    }

    @Test
    void listFollowsSearchTextFiltersAndOrder(FxRobot robot) {
        robot.clickOn("#cases-query").write("diab");
        assertEquals(List.of("cases-diabetes"), cards(robot));
        robot.clickOn("#cases-task-CLASSIFICATION");
        assertEquals(List.of(), cards(robot));
        assertNotNull(robot.lookup("#cases-none").query());
        assertFalse(isShown(robot, "#cases-rateScaling"));
        robot.clickOn("#cases-show-all");
        assertEquals(8, cards(robot).size());
        assertEquals("", robot.lookup("#cases-query").queryAs(TextField.class).getText());
        robot.clickOn("#cases-order-1");
        assertEquals(
                CaseOrder.LARGEST_GAIN,
                view.model().caseFilter().orderProperty().get());
        assertFalse(cards(robot).get(0).equals("cases-iris")
                && cards(robot).get(1).equals("cases-wine")
                && cards(robot).get(2).equals("cases-penguins"));
    }

    @Test
    void filterChipCanBeSelectedAndCleared(FxRobot robot) {
        String key = BundledCases.named("wine").mainKey();
        ToggleButton chip = view.parts().controls().lookupAll(".chip").stream()
                .filter(node -> ("cases-tuned-" + key).equals(node.getId()))
                .map(ToggleButton.class::cast)
                .findFirst()
                .orElseThrow();
        robot.clickOn(chip);
        assertTrue(chip.isSelected());
        assertTrue(cards(robot).contains("cases-wine"));
        assertTrue(cards(robot).size() < 8);
        robot.clickOn(chip);
        assertFalse(chip.isSelected());
        assertEquals(8, cards(robot).size());
    }

    @Test
    void usersCaseStaysInTheGallery(FxRobot robot) {
        Case own = new Case(
                "mine",
                BundledCases.named("wine").plan(),
                BundledCases.named("wine").tunedKeys(),
                BundledCases.named("wine").study(),
                List.of(),
                Metric.ACCURACY,
                CaseScores.NONE);
        robot.interact(() -> view.model().open(own));
        Node search = robot.lookup("#cases-query").query().getParent().getParent();
        assertFalse(search.isVisible(), "a search does nothing on the page of a case");
        ChoiceComboBox<?> choice = robot.lookup("#cases-open-case").queryAs(ChoiceComboBox.class);
        assertEquals("mine", choice.getButtonCell().getText());
        robot.interact(() -> view.model().showGallery());
        assertEquals(9, cards(robot).size());
        assertEquals("All cases", choice.getButtonCell().getText());
        assertEquals("All 9", text(robot, "#cases-task-ALL"));
        assertEquals("Classification 8", text(robot, "#cases-task-CLASSIFICATION"));
        assertEquals("Regression 1", text(robot, "#cases-task-REGRESSION"));
        assertTrue(
                view.parts().controls().lookupAll(".chip").stream()
                        .anyMatch(node -> ((Labeled) node).getText().equals("standardize 2")),
                "the bundled case and the user's");
        assertTrue(search.isVisible());
        press(robot, "#cases-mine-open");
        assertEquals(
                CasesViewModel.CasesPage.CASE, view.model().viewStateProperty().get());
        robot.interact(() -> view.model().showGallery());
        robot.interact(() -> view.model().caseFilter().queryProperty().set("penguin"));
        assertEquals(1, cards(robot).size(), "the filters apply to it, too");
    }

    @Test
    void opensReadsRerunsAndClosesACaseByKeyboard(FxRobot robot) throws Exception {
        ChartCard card = view.charts().get(0);
        robot.interact(card::requestFocus);
        robot.push(KeyCode.ENTER);
        waitUntil(() -> view.model().dataInfoProperty().get() != null);
        assertEquals(
                CasesViewModel.CasesPage.CASE, view.model().viewStateProperty().get());
        assertTrue(words(robot, "#cases-data-summary").contains("150 rows with 4 features"));
        assertTrue(words(robot, "#cases-parting-words").contains("test data"));
        List<String> split = readout(robot, "#cases-parting-target");
        CasesViewModel.CaseDataInfo info =
                Objects.requireNonNull(view.model().dataInfoProperty().get());
        long setosa = Arrays.stream(info.targets().get(2))
                .filter(target -> target == 0)
                .count();
        assertEquals(
                List.of("training", "validation", "test", "setosa"), split.subList(0, 4), "the first row of the table");
        assertEquals(String.format(Locale.ROOT, "%.1f\u00a0%%", 100.0 * setosa / info.test()), split.get(6));
        assertEquals("Shares of the classes in each part:", words(robot, "#cases-parting-heading"));
        assertEquals(
                "Shares of the first 10 of 12 classes in each part:", SplitTable.classHeading(12, window.messages));
        assertTrue(words(robot, "#cases-gain-words").contains("better under 3 seeds"));
        assertTrue(words(robot, "#cases-contributions-words").contains("Learning rate: changed alone, it helps"));
        assertTrue(words(robot, "#cases-unchanged-words").contains("hidden units (16)"));
        assertTrue(words(robot, "#cases-linear-words").contains("no hidden layer"));
        assertTrue(words(robot, "#cases-conclusion-words").contains("softmax regression"));
        assertTrue(words(robot, "#cases-folds-words").contains("folds"));
        assertTrue(words(robot, "#cases-caution-words").contains("does not show"));

        press(robot, "#cases-run-again");
        waitUntil(() -> !view.model().rerun().isRunning());
        waitUntil(() -> words(robot, "#cases-verdict").equals("Run again here: the recorded numbers were reproduced."));

        press(robot, "#cases-scaling-run");
        waitUntil(() -> !view.model().scalingProperty().get().isRunning());
        assertTrue(words(robot, "#cases-scaling-words").contains("tandardized minus not standardized is"));

        robot.push(KeyCode.ESCAPE);
        assertEquals(
                CasesViewModel.CasesPage.GALLERY,
                view.model().viewStateProperty().get());
        assertEquals(8, cards(robot).size());
    }

    @Test
    void opensACaseInTrainingAndTuning(FxRobot robot) {
        List<Document> asked = new ArrayList<>();
        robot.interact(() -> view.parts()
                .stage()
                .addEventHandler(DocumentRequest.REQUESTED, request -> asked.add(request.document())));
        press(robot, "#cases-wine-open");
        press(robot, "#cases-open-before");
        press(robot, "#cases-open-after");
        press(robot, "#cases-open-study");
        Case wine = BundledCases.named("wine");

        assertEquals(
                List.of(
                        new Document.OfExperiment(wine.before()),
                        new Document.OfExperiment(wine.after()),
                        new Document.OfStudy(wine.study(), wine.trialResults())),
                asked);
    }

    @Test
    void turnsCustomTableIntoACase(FxRobot robot) throws Exception {
        window.pickedFile = Optional.of(table());
        press(robot, "#cases-own-choose");
        waitUntil(() -> robot.lookup("#table-use")
                .tryQuery()
                .filter(button -> !button.isDisabled())
                .isPresent());
        press(robot, "#table-use");
        waitUntil(() -> view.model().userData().stateProperty().get() == UserDataState.PREVIEWED);
        TableView<?> columns = robot.lookup("#cases-columns").queryAs(TableView.class);
        assertEquals(4, columns.getItems().size());
        assertEquals(
                2,
                robot.lookup("#cases-rows").queryAs(TableView.class).getItems().size() / 4);
        waitUntil(() -> robot.lookup("#cases-rows .table-cell").tryQuery().isPresent());
        for (Node node : robot.lookup("#cases-rows .table-cell").queryAll()) {
            TableCell<?, ?> cell = (TableCell<?, ?>) node;
            boolean isClass = cell.getTableColumn().getText().equals("class");
            assertEquals(isClass ? Pos.CENTER_LEFT : Pos.CENTER_RIGHT, cell.getAlignment(), cell.getText());
        }
        List<String> counts = List.of("Distinct", "Missing");
        List<TableCell<?, ?>> cells = new ArrayList<>();
        columns.lookupAll(".table-cell").forEach(node -> cells.add((TableCell<?, ?>) node));
        for (TableCell<?, ?> cell : cells) {
            boolean isCount = counts.contains(cell.getTableColumn().getText());
            assertEquals(
                    isCount ? Pos.CENTER_RIGHT : Pos.CENTER_LEFT,
                    cell.getAlignment(),
                    cell.getTableColumn().getText());
        }
        ChoiceComboBox<?> target = robot.lookup("#cases-target-column").queryAs(ChoiceComboBox.class);
        assertEquals("class", target.getValue());
        assertTrue(robot.lookup("#cases-tune").query().isDisabled());
        for (String id : List.of(
                "#cases-target-column",
                "#cases-own-task-0",
                "#cases-missing",
                "#cases-standardize",
                "#cases-columns",
                "#cases-train",
                "#cases-tune",
                "#cases-stop",
                "#cases-other-file",
                "#cases-edit-table",
                "#cases-own-back")) {
            assertTrue(hasHint(robot.lookup(id).query()), id + " says what it does");
        }

        robot.interact(() -> {
            columns.requestFocus();
            columns.getSelectionModel().select(1);
        });
        robot.push(KeyCode.ENTER);
        assertEquals(
                List.of("b"),
                view.model().userData().inferenceProperty().get().plan().features());
        robot.push(KeyCode.ENTER);

        press(robot, "#cases-train");
        waitUntil(() -> view.model().userData().stateProperty().get() == UserDataState.TRAINED);
        assertTrue(words(robot, "#cases-baseline-words").contains("with 3 of 3 seeds"));
        assertTrue(robot.lookup("#cases-own-resume").tryQuery().isEmpty());
        press(robot, "#cases-own-back");
        assertEquals(
                "Go on with clouds.csv",
                robot.lookup("#cases-own-resume").queryAs(Labeled.class).getText());
        press(robot, "#cases-own-resume");
        assertEquals(
                CasesViewModel.CasesPage.OWN, view.model().viewStateProperty().get());
        assertEquals(
                UserDataState.TRAINED, view.model().userData().stateProperty().get());
        press(robot, "#cases-tune");
        waitUntil(() -> view.model().viewStateProperty().get() == CasesViewModel.CasesPage.CASE
                && view.model().dataInfoProperty().get() != null);
        Document.OfCase made = assertInstanceOf(Document.OfCase.class, view.document());
        assertEquals("clouds", made.subject().name());
        assertEquals(3, made.subject().recordedScores().seeds());
        assertEquals(List.of(), window.notices);
    }

    @Test
    void rejectsMaliciousFileInOneLine(FxRobot robot) throws Exception {
        window.pickedFile = Optional.of(Files.write(folder.resolve("bad.csv"), new byte[] {(byte) 0xff, 0, 1, 2, 3}));
        press(robot, "#cases-own-choose");
        waitUntil(() -> !window.notices.isEmpty());
        assertEquals(1, window.notices.size());
        assertTrue(window.notices.get(0).contains("is a binary file"), window.notices.get(0));
        robot.interact(() -> {
            assertTrue(view.openTable(folder.resolve("none.csv")));
            assertFalse(view.openImage(folder.resolve("none.png")));
        });
        waitUntil(() -> window.notices.size() == 2);
        assertTrue(window.notices.get(1).contains("none.csv"), window.notices.get(1));
    }

    @Test
    void rendersInBothLanguagesAndThemes(FxRobot robot) {
        robot.interact(() -> window.messages.languageProperty().set(Language.KOREAN));
        assertEquals(
                "파일 고르기",
                robot.lookup("#cases-own-choose").queryAs(Labeled.class).getText());
        press(robot, "#cases-iris-open");
        assertEquals("모든 사례", robot.lookup("#cases-back").queryAs(Labeled.class).getText());
        robot.interact(() -> window.appearance.themeProperty().set(Theme.DARK));
        typeAndEnter(robot, "#cases-seeds-field", "2");
        assertEquals(3, view.model().seeds());
        typeAndEnter(robot, "#cases-seeds-field", "5");
        StageExtension.waitForPulse();
        assertTrue(words(robot, "#cases-gain-words").contains("시드 5개로 한 대응 표본 t 검정"));
    }
}
