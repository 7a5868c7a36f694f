package hyperlab.app.present;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.file.Document;
import hyperlab.file.ScenesFormat.SavedScene;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SceneListTest {
    private final SceneList list = new SceneList();

    private static SceneList.Scene scene(String name) {
        return new SceneList.Scene(new SavedScene(name, new Document.OfPage(name), "", 0), null);
    }

    private List<String> names() {
        return list.state().scenes().stream().map(scene -> scene.saved().name()).toList();
    }

    private String currentName() {
        return list.state().currentScene().map(scene -> scene.saved().name()).orElse("");
    }

    @BeforeEach
    void fill() {
        Stream.of("a", "b", "c").forEach(name -> list.add(scene(name)));
    }

    @Test
    void stepsThroughTheScenesAndStopsAtTheEnds() {
        assertEquals("c", currentName());
        assertTrue(list.step(1).isEmpty());
        assertEquals("b", list.step(-1).orElseThrow().saved().name());
        assertEquals("a", list.step(-1).orElseThrow().saved().name());
        assertTrue(list.step(-1).isEmpty());
        assertEquals(0, list.state().current());
    }

    @Test
    void addsAfterTheCurrentScene() {
        list.select(0);
        list.add(scene("new"));
        assertEquals(List.of("a", "new", "b", "c"), names());
        assertEquals("new", currentName());
    }

    @Test
    void movingKeepsTheCurrentScene() {
        list.select(1);
        list.move(0, 1);
        assertEquals(List.of("b", "a", "c"), names());
        assertEquals("b", currentName());
        list.move(0, 2);
        assertEquals(List.of("a", "c", "b"), names());
        assertEquals("b", currentName());
        list.move(2, 1);
        list.move(0, -1);
        assertEquals(List.of("a", "c", "b"), names());
    }

    @Test
    void removingKeepsTheCurrentSceneOrTakesItsPlace() {
        list.select(1);
        list.remove(0);
        assertEquals("b", currentName());
        list.remove(1);
        assertEquals("b", currentName());
        list.remove(0);
        assertEquals(-1, list.state().current());
        assertTrue(list.isEmpty());
        list.remove(0);
    }

    @Test
    void eachChangeCanBeUndone() {
        list.remove(1);
        list.move(0, 1);
        list.replaceAll(List.of());
        for (List<String> expected : List.of(List.of("c", "a"), List.of("a", "c"), List.of("a", "b", "c"))) {
            list.undo().undo();
            assertEquals(expected, names());
        }
        list.undo().redo();
        assertEquals(List.of("a", "c"), names());
    }
}
