package hyperlab.lab.learn;

import hyperlab.lab.LabContext;
import hyperlab.lab.LessonRequest;
import hyperlab.lesson.BundledLessons;
import hyperlab.lesson.Lesson;
import hyperlab.text.Language;
import hyperlab.ui.control.Icons;
import hyperlab.ui.control.WrappedText;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;

/** The lessons on the subject of a page, at its end. */
final class PageLessons extends VBox {
    PageLessons(String page, Language language, LabContext context) {
        getStyleClass().add("page-lessons");
        Map<String, Lesson> lessons = LessonList.lessons(language);
        List<String> names = BundledLessons.NAMES.stream()
                .filter(name ->
                        Objects.requireNonNull(lessons.get(name)).pages().contains(page))
                .toList();
        setVisible(!names.isEmpty());
        setManaged(!names.isEmpty());
        getChildren().add(new WrappedText(context.messages().bind("player.list.title"), "page-heading"));
        for (String name : names) {
            Button button = new Button(Objects.requireNonNull(lessons.get(name)).title());
            button.setId("learn-page-lesson-" + name);
            button.setGraphic(Icons.icon("fth-target"));
            button.setOnAction(event -> fireEvent(new LessonRequest(name, false)));
            getChildren().add(button);
        }
    }
}
