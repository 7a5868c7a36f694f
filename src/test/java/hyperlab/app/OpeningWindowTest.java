package hyperlab.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.lab.LabName;
import hyperlab.ui.StageExtension;
import hyperlab.ui.WindowTest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

/** The frame that the window shows first has the parts of the window at the same places. */
@WindowTest
class OpeningWindowTest {
    private static final double PIXEL = 0.5;
    private static final Map<String, String> PARTS = Map.of(
            "opening-rail", "rail",
            "opening-top-bar", "top-bar",
            "opening-controls", "controls",
            "opening-insight", "insight",
            "opening-stage", "stage");

    @TempDir
    private Path folder;

    private final Map<String, Bounds> first = new LinkedHashMap<>();
    private final Map<String, Bounds> withStage = new LinkedHashMap<>();
    private final List<String> emptyPanels = new ArrayList<>();
    private final List<KeyCode> keys = new ArrayList<>();
    private List<KeyCode> keysWithStage = List.of();
    private Stage stage;
    private HyperlabWindow.Wiring wiring;

    @Start
    void open(Stage newStage) {
        stage = newStage;
        List<Labs.LabFactory> labs = List.of(
                FakeLab.maker(LabName.LEARNING_RATE, context -> new FakeLab(LabName.LEARNING_RATE, context)),
                FakeLab.maker(LabName.TRAINING, context -> new FakeLab(LabName.TRAINING, context)));
        WindowStateStore store = new WindowStateStore(folder.resolve("window.json"));
        HyperlabApp.LaunchRequest start = new HyperlabApp.LaunchRequest(
                StartOptions.parse("--lab", "training", "--language", "en", "--theme", "light"), Optional.empty());
        OpeningWindow opening = new OpeningWindow(stage);
        opening.show(store.read(), start.options(), labs);
        PARTS.forEach((id, part) -> first.put(part, bounds(id)));
        press(KeyCode.F1);
        wiring = new HyperlabWindow.Wiring(stage, store, labs, start);
        Scene scene = stage.getScene();
        scene.addEventFilter(KeyEvent.KEY_PRESSED, event -> keys.add(event.getCode()));
        // What is pressed while only the stage is there reaches the lab, too, but later.
        Runnable recording = () -> recordStage(scene);
        scene.addPostLayoutPulseListener(recording);
        wiring.showStageBeforePanels(opening);
        scene.removePostLayoutPulseListener(recording);
        keysWithStage = List.copyOf(keys);
        opening.passKeysOn();
    }

    @Stop
    void close() {
        wiring.close();
    }

    /** Records where everything is when the stage is shown, and what is in the panels. */
    private void recordStage(Scene scene) {
        if (withStage.isEmpty()) {
            press(KeyCode.SHIFT);
            PARTS.values().forEach(part -> withStage.put(part, bounds(part)));
            withStage.put("playback", playbackBounds(scene));
            emptyPanels.addAll(panels(scene).stream()
                    .filter(panel -> panel.getContent() == null)
                    .map(Node::getId)
                    .toList());
        }
    }

    private static Bounds playbackBounds(Scene scene) {
        Node playback = scene.lookup(".playback");
        return playback.localToScene(playback.getLayoutBounds());
    }

    private static List<ScrollPane> panels(Scene scene) {
        return Stream.of("#controls", "#insight")
                .map(id -> (ScrollPane) scene.lookup(id))
                .toList();
    }

    private void press(KeyCode code) {
        Scene scene = stage.getScene();
        Event.fireEvent(
                scene, new KeyEvent(KeyEvent.KEY_PRESSED, "", code.getName(), code, false, false, false, false));
    }

    private Bounds bounds(String id) {
        Node node = stage.getScene().lookup("#" + id);
        assertNotNull(node, id);
        return node.localToScene(node.getLayoutBounds());
    }

    @Test
    void showsTheStageBeforeThePanelsAtTheSamePlaces(FxRobot robot) {
        Scene scene = stage.getScene();
        assertEquals(List.of("controls", "insight"), emptyPanels);
        panels(scene).forEach(panel -> assertNotNull(panel.getContent(), panel.getId()));
        assertNotNull(scene.lookup("#playback-timeline"), "the playback bar");
        StageExtension.waitForPulse();
        robot.interact(() -> scene.getRoot().layout());
        withStage.forEach((part, before) ->
                assertSamePlace(part, before, part.equals("playback") ? playbackBounds(scene) : bounds(part)));
    }

    private static void assertSamePlace(String part, Bounds before, Bounds now) {
        assertEquals(now.getMinX(), before.getMinX(), PIXEL, part);
        assertEquals(now.getMinY(), before.getMinY(), PIXEL, part);
        assertEquals(now.getWidth(), before.getWidth(), PIXEL, part);
        assertEquals(now.getHeight(), before.getHeight(), PIXEL, part);
    }

    @Test
    void hasThePartsOfTheWindowAtTheirPlaces(FxRobot robot) {
        StageExtension.waitForPulse();
        robot.interact(() -> stage.getScene().getRoot().layout());
        first.forEach((part, before) -> assertSamePlace(part, before, bounds(part)));
    }

    @Test
    void passesOnKeysThatWerePressedTooEarly() {
        assertEquals(List.of(), keysWithStage);
        assertEquals(List.of(KeyCode.F1, KeyCode.SHIFT), keys);
        assertTrue(stage.getScene().lookup("#help-sheet").isVisible());
    }
}
