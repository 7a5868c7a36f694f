package hyperlab.lab.learn;

import static hyperlab.lab.LabTestWindow.hasHint;
import static hyperlab.lab.LabTestWindow.waitUntil;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.file.Document;
import hyperlab.lab.ExerciseScored;
import hyperlab.lab.LabTestWindow;
import hyperlab.lab.LessonProgress;
import hyperlab.learn.Block;
import hyperlab.learn.Inline;
import hyperlab.learn.LearnPage;
import hyperlab.learn.LearnPages;
import hyperlab.learn.LinkTarget;
import hyperlab.text.Language;
import hyperlab.ui.StageExtension;
import hyperlab.ui.Theme;
import hyperlab.ui.WindowTest;
import hyperlab.ui.control.TermWord;
import hyperlab.ui.control.WrappedText;
import hyperlab.ui.control.chart.ChartCard;
import hyperlab.ui.control.chart.DocumentRequest;
import hyperlab.ui.control.chart.PagedStage;
import java.lang.ref.WeakReference;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

@WindowTest
class LearnViewTest {
    private LabTestWindow<LearnView> window;
    private LearnView view;

    @Start
    void start(Stage stage) {
        window = new LabTestWindow<>(stage, LearnView::new);
        view = window.lab;
    }

    @Stop
    void stop() {
        window.close();
    }

    @Test
    void writesTheWorksheetOfALesson(FxRobot robot, @TempDir Path folder) throws Exception {
        robot.push(KeyCode.CONTROL, KeyCode.PAGE_DOWN);
        waitUntil(
                () -> robot.lookup("#learn-lesson-notes-four-fates").tryQuery().isPresent());
        press(robot, "learn-lesson-notes-four-fates");
        window.pickedFile = Optional.of(folder.resolve("sheet"));
        press(robot, "learn-lesson-sheet-four-fates");
        Path file = folder.resolve("sheet.pdf");
        waitUntil(() -> window.notices.stream().anyMatch(notice -> notice.contains(file.toString())));
        assertTrue(Files.readString(file, StandardCharsets.ISO_8859_1).startsWith("%PDF"));
        window.pickedFile = Optional.of(folder.resolve("missing").resolve("sheet.pdf"));
        Files.writeString(folder.resolve("missing"), "a file, not a folder");
        press(robot, "learn-lesson-sheet-four-fates");
        waitUntil(() -> window.notices.stream().anyMatch(notice -> notice.startsWith("The worksheet cannot")));
    }

    @Test
    void findsPagesLessonsAndTermsByKeyboard(FxRobot robot) throws Exception {
        robot.push(KeyCode.CONTROL, KeyCode.F);
        TextField field = robot.lookup("#learn-find").queryAs(TextField.class);
        assertTrue(field.isFocused());
        VBox found = robot.lookup("#learn-found").queryAs(VBox.class);
        robot.interact(() -> field.setText("three paths through a ravine"));
        waitUntil(() -> found.lookupAll(".page-row").size() == 1);
        robot.push(KeyCode.ENTER);
        assertEquals("optimizers", view.model().glossaryEntryProperty().get());

        robot.interact(() -> field.setText("on which side of the minimum"));
        robot.push(KeyCode.DOWN);
        robot.push(KeyCode.ENTER);
        waitUntil(() -> field.getScene().getFocusOwner() instanceof Button owner
                && "learn-lesson-start-four-fates".equals(owner.getId()));

        robot.push(KeyCode.CONTROL, KeyCode.F);
        robot.interact(() -> field.setText("What comes out, and how large?"));
        robot.push(KeyCode.DOWN);
        robot.push(KeyCode.ENTER);
        waitUntil(() -> field.getScene().getFocusOwner() instanceof Button owner
                && owner.getId().startsWith("learn-lesson-start-")
                && !owner.getId().endsWith("four-fates"));
        StageExtension.waitForPulse();
        Node start = field.getScene().getFocusOwner();
        Node list = robot.lookup("#learn-lessons").query();
        double above = start.localToScene(start.getBoundsInLocal()).getCenterY()
                - list.localToScene(0, 0).getY();
        assertEquals(0.5, above / list.getLayoutBounds().getHeight(), 0.1, "the lesson is in the middle");

        robot.push(KeyCode.CONTROL, KeyCode.F);
        robot.interact(() -> field.setText("zzqx"));
        String none = ((WrappedText) found.lookup(".muted")).text();
        assertTrue(none.startsWith("No page, lesson or term contains “zzqx”"), none);
        robot.push(KeyCode.ESCAPE);
        assertEquals("", field.getText());
        assertFalse(found.isVisible());
        assertTrue(field.isFocused());
    }

    private static String title(FxRobot robot) {
        return robot.lookup("#learn-title").queryAs(WrappedText.class).text();
    }

    private static void press(FxRobot robot, String id) {
        robot.interact(() -> robot.lookup("#" + id).queryAs(Button.class).fire());
    }

    /** Opens a page or the glossary and waits until it is laid out. */
    private void open(FxRobot robot, String name) throws TimeoutException {
        press(robot, "learn-open-" + name);
        waitUntil(this::isLaidOut);
    }

    private boolean isLaidOut() {
        return view.parts().stage().lookup(".page-foot") != null;
    }

    private List<String> names(LearnPage page) {
        return page.charts().stream().map(Block.ChartBlock::name).toList();
    }

    private ScrollPane scroll(FxRobot robot) {
        return robot.lookup("#learn-scroll").queryAs(ScrollPane.class);
    }

    @Test
    void presentedChartFillsItsScreen(FxRobot robot) throws Exception {
        waitUntil(this::isLaidOut);
        robot.interact(() -> window.appearance.presentationProperty().set(true));
        PagedStage pages = (PagedStage) scroll(robot);
        waitUntil(() -> pages.pageCountProperty().get() > 1);
        Region chart = robot.lookup(".page-chart").queryAs(Region.class);
        for (int screen = 0;
                !isIn(chart, pages) && screen < pages.pageCountProperty().get();
                screen++) {
            robot.interact(() -> pages.turnPage(1));
        }
        assertTrue(isIn(chart, pages), "the chart is cut");
        double height = pages.getViewportBounds().getHeight();
        double bottom = chart.getParent().getChildrenUnmodifiable().stream()
                .filter(node -> isIn(node, pages))
                .mapToDouble(node -> bounds(node, pages).getMaxY())
                .max()
                .orElse(0);
        assertTrue(bottom > height - 30, bottom + " of " + height);
        robot.interact(() -> window.appearance.presentationProperty().set(false));
        waitUntil(() -> chart.getHeight() < 0.7 * height);
    }

    /** At some of these heights, the buttons no longer fit below the last exercise or the lessons. */
    @Test
    void presentedButtonsAreNotAloneOnTheLastScreen(FxRobot robot) throws Exception {
        waitUntil(this::isLaidOut);
        robot.interact(() -> window.appearance.presentationProperty().set(true));
        PagedStage pages = (PagedStage) scroll(robot);
        waitUntil(() -> pages.pageCountProperty().get() > 1);
        waitUntil(() -> robot.lookup(".page-lessons .button").tryQuery().isPresent());
        for (int height = 500; height <= 800; height += 20) {
            int now = height;
            robot.interact(() -> pages.getScene().getWindow().setHeight(now));
            StageExtension.waitForPulse();
            robot.interact(() -> pages.turnPage(
                    pages.pageCountProperty().get() - 1 - pages.pageProperty().get()));
            assertTrue(isIn(robot.lookup(".page-foot").query(), pages), "the buttons are on the last screen");
            assertTrue(
                    Stream.of(".page-lessons", ".page-exercise")
                            .flatMap(style -> pages.getContent().lookupAll(style).stream())
                            .anyMatch(node -> isIn(node, pages)),
                    () -> "alone at " + now);
        }
    }

    @Test
    void presentedTabStaysOnItsScreen(FxRobot robot) throws Exception {
        waitUntil(this::isLaidOut);
        robot.interact(() -> window.appearance.presentationProperty().set(true));
        PagedStage pages = (PagedStage) scroll(robot);
        waitUntil(() -> pages.pageCountProperty().get() > 2);
        StageExtension.waitForPulse();
        robot.push(KeyCode.TAB);
        robot.interact(() -> pages.getContent().lookupAll("*").stream()
                .filter(Node::isFocusTraversable)
                .findFirst()
                .orElseThrow()
                .requestFocus());
        int last = pages.pageCountProperty().get() - 1;
        robot.interact(() -> pages.turnPage(last - pages.pageProperty().get()));
        assertEquals(last, pages.pageProperty().get());
        robot.push(KeyCode.TAB);
        assertEquals(last, pages.pageProperty().get());
        assertTrue(isIn(pages.getScene().getFocusOwner(), pages));
    }

    @Test
    void presentedTextFillsItsScreen(FxRobot robot) throws Exception {
        waitUntil(this::isLaidOut);
        robot.interact(() -> window.appearance.presentationProperty().set(true));
        PagedStage pages = (PagedStage) scroll(robot);
        waitUntil(() -> pages.pageCountProperty().get() > 1);
        StageExtension.waitForPulse();
        Region column = robot.lookup(".page-column").queryAs(Region.class);
        int textOnly = 0;
        for (int screen = 0; screen < pages.pageCountProperty().get(); screen++) {
            Region chart = robot.lookup(".page-chart").queryAs(Region.class);
            Bounds at = bounds(column, pages);
            assertTrue(at.getMinX() >= 0 && at.getMaxX() <= pages.getWidth() + 1, () -> "cut at the side: " + at);
            double zoom = at.getWidth() / column.getWidth();
            if (isIn(chart, pages)) {
                assertEquals(1, zoom, 1e-9, "a chart grows instead");
            } else {
                textOnly++;
                double bottom = Stream.of(".prose", ".page-foot", ".formula")
                        .flatMap(style -> column.lookupAll(style).stream())
                        .filter(node -> isIn(node, pages))
                        .mapToDouble(node -> bounds(node, pages).getMaxY())
                        .max()
                        .orElse(0);
                double limit = Math.min(1.3, pages.getWidth() / column.getWidth());
                assertTrue(
                        zoom > 0.93 * limit || bottom > 0.85 * pages.getHeight(),
                        "screen " + screen + " is enlarged by " + zoom + " and ends at " + bottom);
            }
            robot.interact(() -> pages.turnPage(1));
        }
        assertTrue(textOnly > 1, "screens of text");
        robot.interact(() -> window.appearance.presentationProperty().set(false));
        StageExtension.waitForPulse();
        assertEquals(column.getWidth(), bounds(column, pages).getWidth(), 1e-9);
    }

    private static Bounds bounds(Node node, PagedStage pages) {
        return pages.sceneToLocal(node.localToScene(node.getLayoutBounds()));
    }

    private static boolean isIn(Node node, PagedStage pages) {
        Bounds at = bounds(node, pages);
        return at.getMinY() >= 0 && at.getMaxY() <= pages.getHeight() + 1;
    }

    private static List<String> words(FxRobot robot) {
        return robot.lookup("#learn-terms").queryAs(VBox.class).lookupAll(".glossary-word").stream()
                .map(node -> ((Labeled) node).getText())
                .toList();
    }

    @Test
    void everyPageOpensWithItsChartsAndLinksInBothLanguages(FxRobot robot) throws Exception {
        List<DocumentRequest> asked = new ArrayList<>();
        robot.interact(
                () -> view.parts().stage().addEventHandler(DocumentRequest.REQUESTED, request -> asked.add(request)));
        List<Document> expected = new ArrayList<>();
        List<String> expectedViews = new ArrayList<>();
        Language language = Language.ENGLISH;
        for (String name : LearnPages.NAMES) {
            open(robot, name);
            LearnPage page = LearnPages.of(name, language);
            waitUntil(() -> view.illustrationCards().areComputed(names(page)));
            assertEquals(
                    names(page).stream().map(picture -> "learn-" + picture).toList(),
                    view.charts().stream().map(Node::getId).toList());
            assertShows(robot, page);
            useLinks(robot, page, expected, expectedViews);
            // The next page begins in the language in which this one ends.
            Language other = language == Language.ENGLISH ? Language.KOREAN : Language.ENGLISH;
            robot.interact(() -> window.messages.languageProperty().set(other));
            waitUntil(this::isLaidOut);
            assertShows(robot, LearnPages.of(name, other));
            language = other;
        }
        assertEquals(expected, asked.stream().map(DocumentRequest::document).toList());
        assertEquals(expectedViews, asked.stream().map(DocumentRequest::view).toList());
        assertTrue(expectedViews.contains("escape"));
        robot.interact(() -> window.appearance.themeProperty().set(Theme.DARK));
        waitUntil(this::isLaidOut);
        assertEquals(LearnPages.of("maps", language).title(), title(robot));
    }

    private void assertShows(FxRobot robot, LearnPage page) {
        assertEquals(page.title(), title(robot));
        assertEquals(
                page.charts().stream().map(Block.ChartBlock::title).toList(),
                view.charts().stream().map(ChartCard::title).toList());
        view.charts().forEach(card -> {
            assertNotNull(card.getScene());
            assertTrue(card.data().lines().count() > 1);
            assertFalse(view.displayedDocument(card) instanceof Document.OfPage);
        });
    }

    /** Every link requests its document or opens its page. */
    private void useLinks(FxRobot robot, LearnPage page, List<Document> expected, List<String> expectedViews)
            throws TimeoutException {
        for (Inline.Link link : page.links()) {
            LinkTarget target = link.target();
            ButtonBase way = robot.lookup("#" + LinkResolver.id(target)).queryAs(ButtonBase.class);
            robot.interact(way::fire);
            if (target instanceof LinkTarget.PageTarget to) {
                assertEquals(to.name(), view.model().glossaryEntryProperty().get());
                open(robot, page.name());
            } else {
                assertTrue(hasHint(way), LinkResolver.id(target));
                expected.add(LinkResolver.document(target).orElseThrow());
                expectedViews.add(LinkResolver.view(target));
            }
        }
    }

    @Test
    void firstUsesOfTermsOpenTheGlossary(FxRobot robot) throws Exception {
        open(robot, "optimizers");
        List<TermWord> links = view.parts().stage().lookupAll(".page-text .term").stream()
                .filter(TermWord.class::isInstance)
                .map(TermWord.class::cast)
                .toList();
        List<String> terms = links.stream().map(link -> link.term().english()).toList();
        assertTrue(terms.containsAll(List.of("momentum", "surface", "weight decay")), terms.toString());
        assertEquals(1, terms.stream().filter("momentum"::equals).count());
        TermWord momentum = links.stream()
                .filter(link -> link.term().english().equals("momentum"))
                .findFirst()
                .orElseThrow();
        robot.interact(
                () -> Objects.requireNonNull(momentum.getOnMouseClicked()).handle(null));
        assertTrue(view.model().isGlossary());
        assertEquals(List.of("momentum"), words(robot));
        robot.interact(view.model().undo()::undo);
        robot.interact(view.model().undo()::undo);
        assertEquals("optimizers", view.model().glossaryEntryProperty().get());
    }

    @Test
    void navigatesAndOpensContentsByKeyboard(FxRobot robot) {
        robot.interact(() -> view.parts().stage().requestFocus());
        robot.push(KeyCode.DOWN);
        robot.push(KeyCode.DOWN);
        robot.push(KeyCode.DOWN);
        assertEquals("parameters", view.model().glossaryEntryProperty().get());
        robot.push(KeyCode.ENTER);
        assertEquals("batch-size", view.model().glossaryEntryProperty().get());
        robot.push(KeyCode.UP);
        robot.push(KeyCode.ENTER);
        assertEquals("learning-rate", view.model().glossaryEntryProperty().get());
        for (String name : LearnViewModel.ENTRIES) {
            assertTrue(hasHint(robot.lookup("#learn-open-" + name).query()), name);
        }
    }

    @Test
    void lettingGoOfPagesKeepsTheirPositions(FxRobot robot) throws Exception {
        waitUntil(this::isLaidOut);
        robot.interact(() -> view.scrollPage());
        double left = scroll(robot).getVvalue();
        String first = view.model().glossaryEntryProperty().get();
        List<WeakReference<ScrollPane>> pages = new ArrayList<>();
        for (String name : LearnPages.NAMES) {
            open(robot, name);
            pages.add(new WeakReference<>(scroll(robot)));
        }
        waitUntil(() -> {
            System.gc();
            return pages.stream().filter(page -> page.get() != null).count() <= 8;
        });
        open(robot, first);
        waitUntil(this::isLaidOut);
        assertEquals(left, scroll(robot).getVvalue(), 0.02);
    }

    @Test
    void restoresScrollPositionOfAPage(FxRobot robot) throws Exception {
        waitUntil(this::isLaidOut);
        robot.interact(() -> view.scrollPage());
        double left = scroll(robot).getVvalue();
        assertTrue(left > 0);
        press(robot, "learn-next");
        waitUntil(this::isLaidOut);
        assertEquals("learning-rate", view.model().glossaryEntryProperty().get());
        assertEquals(0, scroll(robot).getVvalue());
        press(robot, "learn-previous");
        StageExtension.waitForPulse();
        assertEquals(left, scroll(robot).getVvalue(), 0.02);
        assertTrue(robot.lookup("#learn-previous").queryAll().isEmpty());
        for (int screen = 0; screen < 10 && view.model().entryIndex() == 0; screen++) {
            robot.interact(() -> view.scrollPage());
        }
        assertEquals("learning-rate", view.model().glossaryEntryProperty().get());
        robot.interact(() -> Objects.requireNonNull(view.parts().controls().lookup("#learn-open-seed"))
                .requestFocus());
        robot.push(KeyCode.PAGE_DOWN);
        assertTrue(scroll(robot).getVvalue() > 0);
        robot.push(KeyCode.PAGE_UP);
        assertEquals(0, scroll(robot).getVvalue());
    }

    @Test
    void filtersGlossaryInBothLanguagesAndLinksToPages(FxRobot robot) throws Exception {
        open(robot, "glossary");
        assertTrue(hasHint(robot.lookup("#learn-query").query()));
        assertEquals("accuracy", words(robot).get(0));
        robot.clickOn("#learn-query").write("stri");
        assertEquals(List.of("stride"), words(robot));
        robot.interact(() -> view.model().queryProperty().set("스트라이드"));
        assertEquals(List.of("stride"), words(robot));
        robot.interact(() -> window.messages.languageProperty().set(Language.KOREAN));
        waitUntil(this::isLaidOut);
        assertEquals(List.of("스트라이드"), words(robot));
        robot.interact(() -> view.model().queryProperty().set("없는 말"));
        assertEquals(List.of(), words(robot));
        robot.interact(() -> view.model().queryProperty().set("스트라이드"));
        Hyperlink page = robot.lookup("#learn-terms").queryAs(VBox.class).lookupAll(".page-link").stream()
                .map(Hyperlink.class::cast)
                .findFirst()
                .orElseThrow();
        robot.interact(page::fire);
        assertEquals("convolution", view.model().glossaryEntryProperty().get());
        assertEquals(List.of(), Objects.requireNonNull(window.notices));
    }

    private static void type(FxRobot robot, KeyCode... keys) {
        robot.push(keys);
        StageExtension.waitForPulse();
    }

    private static String text(FxRobot robot, String id) {
        return robot.lookup("#" + id).queryAs(WrappedText.class).text();
    }

    /** Opens a page and waits until its exercises are read. */
    private void openExercises(FxRobot robot, String page) throws TimeoutException {
        open(robot, page);
        waitUntil(() -> robot.lookup("#learn-exercise-1-check").tryQuery().isPresent());
        waitUntil(this::isLaidOut);
    }

    @Test
    void exercisesAreAnsweredByKeyboard(FxRobot robot) throws Exception {
        List<String> scored = new ArrayList<>();
        List<Document> asked = new ArrayList<>();
        robot.interact(() -> {
            view.parts()
                    .stage()
                    .addEventHandler(ExerciseScored.SCORED, event -> scored.add(event.key() + " " + event.score()));
            view.parts().stage().addEventHandler(DocumentRequest.REQUESTED, request -> asked.add(request.document()));
        });
        openExercises(robot, "learning-rate");
        Label mark = (Label) Objects.requireNonNull(view.parts().controls().lookup("#learn-score-learning-rate"));
        Button reset = robot.lookup("#learn-exercises-reset").queryAs(Button.class);
        assertEquals("", mark.getText());
        assertFalse(reset.isVisible());
        robot.interact(() -> robot.lookup("#learn-exercise-1-number").query().requestFocus());
        assertTrue(scroll(robot).getVvalue() > 0, "the page scrolls to the question");
        robot.write("-2,88");
        type(robot, KeyCode.TAB);
        assertTrue(robot.lookup("#learn-exercise-1-check").query().isFocused());
        type(robot, KeyCode.ENTER);
        waitUntil(() -> text(robot, "learn-exercise-1-verdict").startsWith("Right"));
        assertTrue(robot.lookup("#learn-exercise-1-try").query().isFocused());
        assertEquals("1/2", mark.getText());
        type(robot, KeyCode.TAB);
        assertTrue(robot.lookup("#learn-exercise-2-option-1").query().isFocused());
        type(robot, KeyCode.DIGIT3);
        type(robot, KeyCode.UP);
        assertTrue(robot.lookup("#learn-exercise-2-option-2")
                .queryAs(RadioButton.class)
                .isSelected());
        Node option = robot.lookup("#learn-exercise-2-option-2").query();
        double indent = option.getLayoutX();
        type(robot, KeyCode.ENTER);
        waitUntil(() -> text(robot, "learn-exercise-2-verdict").startsWith("Not quite. The right answer: 0.5."));
        waitUntil(this::isLaidOut);
        robot.interact(() -> window.lab.parts().stage().layout());
        assertEquals(indent, option.getLayoutX(), "the answer does not move");
        assertEquals(1, robot.lookup("#learn-exercise-1-number").query().getOpacity(), "the answer stays readable");
        assertEquals("1/2", mark.getText());
        assertEquals(
                "1 of 2 right",
                robot.lookup("#learn-exercises-score").queryAs(Label.class).getText());
        assertTrue(Objects.requireNonNull(view.parts().controls().lookup("#learn-open-learning-rate"))
                .getAccessibleText()
                .endsWith("1 of 2 right"));
        Node tryIt = robot.lookup("#learn-exercise-2-try").query();
        assertTrue(tryIt.isFocused() && tryIt.getAccessibleText().startsWith("Not quite."));
        type(robot, KeyCode.ENTER);
        assertEquals(1, asked.size());
        assertTrue(asked.get(0) instanceof Document.OfDescent);
        robot.interact(() -> window.messages.languageProperty().set(Language.KOREAN));
        waitUntil(this::isLaidOut);
        assertTrue(text(robot, "learn-exercise-2-verdict").contains("0.5"));
        assertTrue(reset.isVisible());
        press(robot, "learn-exercises-reset");
        assertEquals("", mark.getText());
        assertTrue(robot.lookup("#learn-exercise-1-check").query().isVisible());
        assertFalse(robot.lookup("#learn-exercise-2-option-2")
                .queryAs(RadioButton.class)
                .isSelected());
        assertEquals(
                List.of(
                        "exercise:learning-rate:1 1.0",
                        "exercise:learning-rate:2 0.0",
                        "exercise:learning-rate:1 NaN",
                        "exercise:learning-rate:2 NaN"),
                scored);
    }

    @Test
    void earlierScoresAreShown(FxRobot robot) throws Exception {
        robot.interact(() -> view.showLessonProgress(Map.of(
                ExerciseScored.key("seed", 0), new LessonProgress(1, 1, 1),
                ExerciseScored.key("seed", 1), new LessonProgress(1, 1, 0))));
        Label mark = (Label) Objects.requireNonNull(view.parts().controls().lookup("#learn-score-seed"));
        waitUntil(() -> mark.getText().equals("1/2"));
        openExercises(robot, "seed");
        assertEquals("You have answered this correctly before.", text(robot, "learn-exercise-1-verdict"));
        assertEquals("Your earlier answer was not right. Try again.", text(robot, "learn-exercise-2-verdict"));
        assertTrue(robot.lookup("#learn-exercise-1-check").query().isDisabled());
    }

    @Test
    void aNumberInTheTextChangesTheChartAboveIt(FxRobot robot) throws TimeoutException {
        open(robot, "learning-rate");
        Label number = robot.lookup("#learn-number-three-rates").queryAs(Label.class);
        assertEquals("2.1", number.getText());
        assertTrue(number.isFocusTraversable());
        waitUntil(() -> view.illustrationCards().areComputed(List.of("three-rates")));
        robot.interact(number::requestFocus);
        robot.push(KeyCode.LEFT);
        robot.push(KeyCode.LEFT);
        assertEquals("1.9", number.getText());
        Document.OfDescent shown =
                (Document.OfDescent) view.displayedDocument(view.charts().get(0));
        assertEquals(1.9, shown.setup().racers().get(2).learningRate());
        robot.push(KeyCode.END);
        robot.push(KeyCode.RIGHT);
        assertEquals("2.4", number.getText());
        robot.interact(() -> window.messages.languageProperty().set(Language.KOREAN));
        waitUntil(this::isLaidOut);
        assertEquals(
                "2.4",
                robot.lookup("#learn-number-three-rates").queryAs(Label.class).getText());
    }

    @Test
    void anExerciseSaysThatItExpectsANumber(FxRobot robot) throws TimeoutException {
        openExercises(robot, "learning-rate");
        TextField field = robot.lookup("#learn-exercise-1-number").queryAs(TextField.class);
        robot.interact(() -> {
            field.requestFocus();
            field.setText("abc");
        });
        robot.push(KeyCode.ENTER);
        WrappedText verdict = robot.lookup("#learn-exercise-1-verdict").queryAs(WrappedText.class);
        assertTrue(verdict.isVisible());
        assertEquals("Type a number first, in digits.", verdict.text());
        robot.interact(() -> field.setText("3"));
        assertFalse(verdict.isVisible());
    }
}
