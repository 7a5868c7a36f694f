package hyperlab.lab.learn;

import hyperlab.lab.LabContext;
import hyperlab.lab.LessonRequest;
import hyperlab.lesson.BundledLessons;
import hyperlab.lesson.Lesson;
import hyperlab.ui.NodeListeners;
import hyperlab.ui.control.Icons;
import hyperlab.ui.control.WrappedText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;

/** The lessons on the subject of a page, at its end; they appear as they are read. */
final class PageLessons extends VBox {
    static final String STYLE = "page-lessons";

    private final String page;
    private final WrappedText title;

    PageLessons(String page, ReadOnlyObjectProperty<Map<String, Lesson>> lessons, LabContext context) {
        this.page = page;
        getStyleClass().add(STYLE);
        title = new WrappedText(context.messages().bind("player.list.title"), "page-heading");
        NodeListeners.listen(this, lessons, () -> show(lessons.get()));
        show(lessons.get());
    }

    private void show(Map<String, Lesson> lessons) {
        List<Node> nodes = new ArrayList<>(List.of(title));
        for (String name : BundledLessons.NAMES) {
            Lesson lesson = lessons.get(name);
            if (lesson != null && lesson.pages().contains(page)) {
                nodes.add(button(name, lesson));
            }
        }
        if (nodes.size() == getChildren().size()) {
            return;
        }
        boolean any = nodes.size() > 1;
        setVisible(any);
        setManaged(any);
        getChildren().setAll(nodes);
    }

    private Button button(String name, Lesson lesson) {
        Button button = new Button(lesson.title());
        button.setId("learn-page-lesson-" + name);
        button.setGraphic(Icons.icon("fth-target"));
        button.setOnAction(event -> fireEvent(new LessonRequest(name, false)));
        return button;
    }
}
