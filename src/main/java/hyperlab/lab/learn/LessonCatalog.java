package hyperlab.lab.learn;

import hyperlab.lesson.BundledLessons;
import hyperlab.lesson.Lesson;
import hyperlab.text.Language;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The bundled lessons. They are read on a worker when a language is first asked for. FX thread only; needs no toolkit. */
final class LessonCatalog {
    private final Executor worker;
    private final Executor window;
    private final Map<Language, ReadOnlyObjectWrapper<Map<String, Lesson>>> languages = new EnumMap<>(Language.class);

    /**
     * A catalog that has read nothing yet.
     *
     * @param worker reads the lessons
     * @param window receives them: the FX thread
     */
    LessonCatalog(Executor worker, Executor window) {
        this.worker = worker;
        this.window = window;
    }

    /** The lessons of a language by their names, as far as they are read. */
    ReadOnlyObjectProperty<Map<String, Lesson>> lessons(Language language) {
        ReadOnlyObjectWrapper<Map<String, Lesson>> known = languages.get(language);
        if (known == null) {
            ReadOnlyObjectWrapper<Map<String, Lesson>> added =
                    new ReadOnlyObjectWrapper<>(this, language.code(), Map.of());
            languages.put(language, added);
            worker.execute(() -> read(language, added));
            known = added;
        }
        return known.getReadOnlyProperty();
    }

    private void read(Language language, ReadOnlyObjectWrapper<Map<String, Lesson>> target) {
        Map<String, Lesson> read = new HashMap<>();
        for (String name : BundledLessons.NAMES) {
            if (Thread.currentThread().isInterrupted()) {
                return;
            }
            read.put(name, BundledLessons.load(name, language));
            Map<String, Lesson> soFar = Map.copyOf(read);
            window.execute(() -> target.set(soFar));
        }
    }
}
