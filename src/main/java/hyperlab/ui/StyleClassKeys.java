package hyperlab.ui;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/**
 * Makes JavaFX 21 match style classes as quickly as JavaFX 23 does. JavaFX files the selectors of a style sheet by the
 * set of their style classes and compares these sets as bits. Versions 21 and 22 wrap each set, so the comparison
 * visits one bit after the other, which takes a quarter of the time it takes to build the window (JDK-8322964; JavaFX
 * 23 needs Java 21). This class removes the wrappers. It reads private fields of JavaFX: where that is not possible,
 * styles are the same and only slower.
 */
final class StyleClassKeys {
    /** Loads the sheets before the first scene that needs them, and keeps them loaded while no scene is shown. */
    private @Nullable Scene loader;

    /** Removes the wrappers in all sheets of the theme and in {@code sheets}. Call on the toolkit's thread. */
    void unwrap(List<String> sheets) {
        if (loader == null || !loader.getStylesheets().equals(sheets)) {
            loader = new Scene(new Region());
            loader.getStylesheets().setAll(sheets);
            loader.getRoot().applyCss();
            unwrapAll();
        }
    }

    /**
     * Removes the wrappers in all sheets that are loaded. Returns the number of wrappers found, or -1 if JavaFX is
     * closed to this class or built differently.
     */
    static int unwrapAll() {
        try {
            int found = 0;
            for (Object sheet : loadedSheets()) {
                found += unwrap(sheet);
            }
            return found;
        } catch (ReflectiveOperationException | RuntimeException e) {
            return -1;
        }
    }

    private static Collection<Object> loadedSheets() throws ReflectiveOperationException {
        Object manager = Class.forName("com.sun.javafx.css.StyleManager")
                .getMethod("getInstance")
                .invoke(null);
        Collection<Object> sheets = new ArrayList<>();
        sheets.addAll((Collection<?>) value(manager, "platformUserAgentStylesheetContainers"));
        sheets.addAll((Collection<?>) value(manager, "userAgentStylesheetContainers"));
        sheets.addAll(((Map<?, ?>) value(manager, "stylesheetContainerMap")).values());
        return sheets;
    }

    private static int unwrap(Object sheet) throws ReflectiveOperationException {
        Object selectors = field(sheet, "selectorPartitioning").get(sheet);
        if (selectors == null) {
            return 0;
        }
        Class<?> bits = Class.forName("com.sun.javafx.css.StyleClassSet");
        int found = 0;
        for (Object partition : ((Map<?, ?>) value(selectors, "styleClassMap")).values()) {
            Object key = value(partition, "key");
            Set<?> classes = (Set<?>) value(key, "key");
            if (!bits.isInstance(classes)) {
                @SuppressWarnings("unchecked")
                Set<Object> plain = (Set<Object>) bits.getConstructor().newInstance();
                plain.addAll(classes);
                field(key, "key").set(key, plain);
                found++;
            }
        }
        return found;
    }

    private static Object value(Object owner, String name) throws ReflectiveOperationException {
        return field(owner, name).get(owner);
    }

    private static Field field(Object owner, String name) throws ReflectiveOperationException {
        Field field = owner.getClass().getDeclaredField(name);
        field.setAccessible(true);
        return field;
    }
}
