package hyperlab.app;

import hyperlab.app.ask.AskFrame;
import hyperlab.lab.HasPages;
import hyperlab.lab.Lab;
import hyperlab.lab.LabContext;
import hyperlab.ui.concurrent.PeriodicTask;
import java.time.Duration;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** Begins and ends asking about the lab on stage. FX thread only. */
final class AskController {
    private static final Duration POLL_INTERVAL = Duration.ofMillis(100);

    private final Navigation navigation;
    private final DocumentSession session;
    private final LabContext context;
    private final LessonController lessons;
    private final ReadOnlyObjectWrapper<Optional<AskFrame>> frame =
            new ReadOnlyObjectWrapper<>(this, "frame", Optional.empty());
    private @Nullable PeriodicTask timer;

    AskController(Navigation navigation, DocumentSession session, LabContext context, LessonController lessons) {
        this.navigation = navigation;
        this.session = session;
        this.context = context;
        this.lessons = lessons;
        navigation.currentProperty().addListener((observed, before, now) -> end());
        lessons.frameProperty().addListener((observed, before, now) -> end());
    }

    /** What is shown while questions are asked; empty while none are. */
    ReadOnlyObjectProperty<Optional<AskFrame>> frameProperty() {
        return frame.getReadOnlyProperty();
    }

    /** Begins to ask, or ends. A lesson asks questions of its own, and pages have none. */
    void toggle() {
        Lab lab = navigation.currentProperty().get();
        if (frame.get().isPresent()) {
            end();
        } else if (lab.feature(HasPages.class).isPresent()) {
            context.notices().showSuccess(context.messages().get("ask.lab.none"));
        } else if (lessons.frameProperty().get().isEmpty()) {
            AskFrame asking =
                    new AskFrame(context, lab, () -> session.openDocument(lab).folder(), this::end);
            timer = new PeriodicTask(
                    POLL_INTERVAL, context.pulses(), () -> frame.get().ifPresent(AskFrame::poll));
            frame.set(Optional.of(asking));
        }
    }

    /** Ends asking and shows all results. */
    void end() {
        if (timer != null) {
            timer.close();
            timer = null;
        }
        frame.get().ifPresent(asking -> {
            frame.set(Optional.empty());
            asking.close();
        });
    }
}
