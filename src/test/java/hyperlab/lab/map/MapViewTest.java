package hyperlab.lab.map;

import static hyperlab.lab.LabTestWindow.hasHint;
import static hyperlab.lab.LabTestWindow.typeAndEnter;
import static hyperlab.lab.LabTestWindow.waitUntil;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.file.Document;
import hyperlab.lab.LabTestWindow;
import hyperlab.map.MapAxis;
import hyperlab.map.MapColor;
import hyperlab.map.MapDisplay;
import hyperlab.map.MapPoint;
import hyperlab.map.MapSnapshot;
import hyperlab.map.MapSpecification;
import hyperlab.map.MapSubject;
import hyperlab.text.Language;
import hyperlab.tune.SearchDimension;
import hyperlab.ui.WindowTest;
import hyperlab.ui.control.ChoiceComboBox;
import hyperlab.ui.control.chart.ChartCard;
import hyperlab.ui.control.chart.DocumentRequest;
import hyperlab.ui.control.chart.GifAvailability;
import hyperlab.ui.control.chart.GifAvailability.GifContent;
import hyperlab.ui.control.field.NumberField;
import java.awt.Shape;
import java.awt.geom.Area;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Point2D;
import javafx.geometry.VerticalDirection;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.jfree.chart.LegendItemCollection;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

@WindowTest
class MapViewTest {
    private static final MapSpecification SMALL = new MapSpecification(
            MapPreset.MOONS.map().subject(),
            new MapAxis("training.learningRate", new SearchDimension.LogDimension(0.01, 100), 8),
            new MapAxis("training.batchSize", new SearchDimension.IntegerDimension(8, 64), 4, true),
            MapColor.TRAIN_LOSS);

    private LabTestWindow<MapView> window;
    private MapView view;

    @Start
    void start(Stage stage) {
        window = new LabTestWindow<>(stage, MapView::new);
        view = window.lab;
        view.open(new Document.OfMap(SMALL));
    }

    @Stop
    void stop() {
        window.close();
    }

    private MapViewState state() {
        return view.model().viewStateProperty().get();
    }

    private ChartCard card() {
        return view.charts().get(0);
    }

    private void waitUntilComplete() throws TimeoutException {
        waitUntil(() -> {
            MapSnapshot snapshot = state().snapshot();
            return snapshot != null
                    && state().isCurrent()
                    && snapshot.progress().isComplete()
                    && state().pinned() != null
                    && !card().chartView()
                            .getRenderingInfo()
                            .getPlotInfo()
                            .getDataArea()
                            .isEmpty();
        });
    }

    /** The place of a pixel of the map on the screen. */
    private Point2D place(FxRobot robot, MapCell cell) {
        Rectangle2D area = card().chartView().getRenderingInfo().getPlotInfo().getDataArea();
        double x = area.getX() + (cell.column() + 0.5) / view.model().xValues().count() * area.getWidth();
        double y = area.getMaxY() - (cell.row() + 0.5) / view.model().yValues().count() * area.getHeight();
        return robot.bounds(card().chartView()).query().getMinX() >= 0
                ? card().chartView().localToScreen(x, y)
                : Point2D.ZERO;
    }

    @Test
    void everyControlHasIdAndHint(FxRobot robot) {
        for (String id : List.of(
                "#map-preset",
                "#map-source",
                "#map-epochs",
                "#map-experiment",
                "#map-x",
                "#map-x-scale",
                "#map-x-low",
                "#map-x-high",
                "#map-y",
                "#map-y-scale",
                "#map-y-low",
                "#map-y-high",
                "#map-color",
                "#map-resolution",
                "#map-seeds",
                "#map-curves",
                "#map-ratio",
                "#map-best",
                "#map-contours",
                "#map-walk")) {
            Node control = robot.lookup(id).query();
            assertNotNull(control, id);
            assertTrue(hasHint(control), id + " says what it does");
        }
        for (String id : List.of("#map-readout", "#map-open", "#map-seen", "#map-findings", "#map-pause")) {
            assertNotNull(robot.lookup(id).query(), id);
        }
        assertEquals(
                List.of("map-chart", "map-losses", "map-along"),
                view.charts().stream().map(Node::getId).toList());
    }

    /** Details are shown a little later than the chart; the lab may have another map by then. */
    @Test
    void detailsOfALargerMapAreShownAfterTheMapHasBecomeSmaller(FxRobot robot) throws TimeoutException {
        waitUntilComplete();
        robot.interact(() -> view.model().pin(new MapCell(7, 3)));
        waitUntil(() -> state().pinned() != null && state().pinnedCell().column() == 7);
        MapViewState larger = state();
        MapSpecification smaller = new MapSpecification(
                SMALL.subject(),
                new MapAxis("training.learningRate", new SearchDimension.LogDimension(0.01, 100), 3),
                SMALL.y(),
                SMALL.color());
        robot.interact(() -> {
            view.open(new Document.OfMap(smaller));
            view.showDetails(larger);
        });
        assertEquals(3, view.model().xValues().count());
    }

    @Test
    void pinnedPixelAloneHasNoValuesToWaitFor(FxRobot robot) throws TimeoutException {
        MapPoint place = new MapPoint(0.1, 16);
        robot.interact(() -> view.open(new Document.OfMap(SMALL, MapDisplay.DEFAULT.withPins(place, place))));
        waitUntilComplete();
        waitUntil(() -> readout(robot).contains("converged") && readout(robot).contains("–"));
        assertFalse(readout(robot).contains("…"), readout(robot).toString());
        assertFalse(robot.lookup("#map-pause").query().isVisible(), "there is nothing left to pause");
    }

    private static List<String> readout(FxRobot robot) {
        return robot.lookup("#map-readout").lookup(".label").queryAllAs(Label.class).stream()
                .map(Label::getText)
                .toList();
    }

    @Test
    void mapFillsInAndPointingClickingAndEnterWork(FxRobot robot) throws Exception {
        waitUntilComplete();
        MapCell diverged = new MapCell(7, 1);
        robot.moveTo(place(robot, diverged));
        waitUntil(() -> state().pointing() && state().other() != null);
        assertEquals(diverged, state().otherCell());
        assertTrue(state().other().pixel().diverged());
        MapCell converged = new MapCell(2, 2);
        robot.moveTo(place(robot, converged));
        robot.clickOn(place(robot, converged));
        waitUntil(() -> state().pinnedCell().equals(converged) && state().pinned() != null);
        assertFalse(state().pinned().pixel().diverged());
        List<Document> opened = new ArrayList<>();
        robot.interact(() -> card().getScene()
                .addEventHandler(DocumentRequest.REQUESTED, request -> opened.add(request.document())));
        robot.interact(() -> card().requestFocus());
        robot.push(KeyCode.CONTROL, KeyCode.ENTER);
        waitUntil(() -> !opened.isEmpty());
        assertEquals(state().pinned().document(), opened.get(0));
        assertTrue(opened.get(0) instanceof Document.OfExperiment);
        robot.interact(() -> robot.lookup("#map-open").queryAs(Button.class).fire());
        assertEquals(2, opened.size());
    }

    @Test
    void keyboardMovesFromADivergingPixelToAConvergingOneAndRacesThem(FxRobot robot) throws Exception {
        waitUntilComplete();
        MapCell diverged = new MapCell(7, 1);
        robot.interact(() -> {
            view.model().pin(diverged);
            card().requestFocus();
        });
        for (int step = 0; step < 5; step++) {
            robot.push(KeyCode.LEFT);
        }
        assertEquals(new MapCell(2, 1), state().otherCell());
        robot.push(KeyCode.ENTER);
        waitUntil(() -> state().racePosition() >= 0);
        assertEquals(new MapCell(2, 1), state().pinnedCell());
        assertEquals(diverged, state().otherCell());
        robot.interact(() -> view.model().playback().playingProperty().set(false));
        robot.push(KeyCode.ESCAPE);
        assertEquals(-1, state().racePosition());
        robot.interact(() -> robot.lookup("#map-race").queryAs(Button.class).fire());
        waitUntil(() -> state().racePosition() >= 0);
    }

    @Test
    void wheelZoomsAndBackspaceUndoes(FxRobot robot) throws Exception {
        waitUntilComplete();
        robot.interact(() -> card().requestFocus());
        robot.moveTo(place(robot, new MapCell(4, 2)));
        robot.scroll(3, VerticalDirection.DOWN);
        waitUntil(() -> state().setup().isZoomed());
        MapAxis x = state().setup().map().x();
        assertTrue(x.high() / x.low() < 1e4);
        waitUntilComplete();
        assertTrue(robot.lookup("#map-zoom-reset").query().isVisible());
        assertEquals(
                GifContent.ZOOM,
                assertInstanceOf(GifAvailability.Available.class, card().gifAvailability())
                        .content());
        robot.interact(() -> card().requestFocus());
        robot.push(KeyCode.BACK_SPACE);
        waitUntil(() -> state().setup().map().equals(SMALL));
        assertEquals(new GifAvailability.Unavailable(GifContent.ZOOM, "map.film.unzoomed"), card().gifAvailability());
    }

    @Test
    void typedBoundsAndChoicesChangeTheMap(FxRobot robot) throws Exception {
        waitUntilComplete();
        typeAndEnter(robot, "#map-x-high", "10");
        waitUntil(() -> state().setup().map().x().high() == 10);
        typeAndEnter(robot, "#map-epochs", "3");
        waitUntil(() -> state().setup().map().subject().epochs() == 3);
        robot.interact(() -> choice(robot, "#map-preset").setValue("momentum"));
        waitUntil(() -> state().setup().map().subject() instanceof MapSubject.OfDescent);
        waitUntil(() -> robot.lookup("#map-function").query().isVisible()
                && "optimizer.momentum".equals(choice(robot, "#map-y").getValue()));
        assertEquals("learningRate", choice(robot, "#map-x").getValue());
        robot.interact(() -> view.model().undo().undo());
        waitUntil(() -> "training.batchSize".equals(choice(robot, "#map-y").getValue()));
        assertEquals("own", choice(robot, "#map-preset").getValue());
    }

    @Test
    void boundsThatAnAxisCannotHaveAreExplainedAtTheirField(FxRobot robot) {
        NumberField low = robot.lookup("#map-x-low").queryAs(NumberField.class);
        NumberField high = robot.lookup("#map-x-high").queryAs(NumberField.class);
        typeAndEnter(robot, "#map-x-low", "-3");
        assertEquals("Must be a number above 0", low.validationMessageProperty().get());
        typeAndEnter(robot, "#map-x-low", "500");
        assertEquals("From must be below To", low.validationMessageProperty().get());
        typeAndEnter(robot, "#map-x-high", "0.01");
        assertEquals("To must be above From", high.validationMessageProperty().get());
        robot.interact(() -> window.messages.languageProperty().set(Language.KOREAN));
        assertEquals("끝은 처음보다 커야 해요", high.validationMessageProperty().get());
        assertEquals(SMALL.x(), state().setup().map().x(), "the map stays as it was");
        assertEquals(List.of(), window.notices);
        typeAndEnter(robot, "#map-x-low", "0.1");
        assertEquals("", low.validationMessageProperty().get());
        assertEquals(0.1, view.model().setup().map().x().low());
    }

    @Test
    void errorOfARejectedSettingLeavesWhenASettingChanges(FxRobot robot) {
        robot.interact(() -> view.model().settings().seedsProperty().set(1e6));
        assertEquals(1, window.notices.size());
        assertEquals(1, window.failedAttempts.size());
        robot.interact(() -> view.model().settings().seedsProperty().set(2));
        assertEquals(0, window.failedAttempts.size());
    }

    @Test
    void lineOfTheWalkDiffersFromTheOthers(FxRobot robot) throws TimeoutException {
        waitUntilComplete();
        robot.interact(() -> view.model().settings().contoursProperty().set(true));
        waitUntil(() -> symbol("equal values") != null);
        assertFalse(area("equal values").equals(area("walk")));
    }

    private Area area(String label) {
        return new Area(Objects.requireNonNull(symbol(label)));
    }

    private @Nullable Shape symbol(String label) {
        LegendItemCollection items = card().chart().getXYPlot().getFixedLegendItems();
        for (int k = 0; k < items.getItemCount(); k++) {
            if (items.get(k).getLabel().equals(label)) {
                return items.get(k).getShape();
            }
        }
        return null;
    }

    @Test
    void everythingFollowsTheLanguage(FxRobot robot) throws Exception {
        waitUntilComplete();
        String before = view.parts().subtitle().getValue();
        robot.interact(() -> window.messages.languageProperty().set(Language.KOREAN));
        waitUntil(() -> !view.parts().subtitle().getValue().equals(before));
        assertEquals("훈련에서 열기", robot.lookup("#map-open").queryAs(Button.class).getText());
    }

    @SuppressWarnings("unchecked")
    private static ChoiceComboBox<String> choice(FxRobot robot, String id) {
        return robot.lookup(id).queryAs(ChoiceComboBox.class);
    }
}
