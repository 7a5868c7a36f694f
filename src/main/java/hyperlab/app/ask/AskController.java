package hyperlab.app.ask;

import hyperlab.lab.HasPages;
import hyperlab.lab.Lab;
import hyperlab.lab.LabContext;
import hyperlab.ui.concurrent.PeriodicTask;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** Begins and ends asking about the lab on stage. FX thread only. */
public final class AskController {
    private static final Duration POLL_INTERVAL = Duration.ofMillis(100);

    private final LabContext context;
    private final Supplier<Lab> currentLab;
    private final Function<Lab, @Nullable Path> folderOf;
    private final BooleanSupplier inLesson;
    private final ReadOnlyObjectWrapper<Optional<AskFrame>> frame =
            new ReadOnlyObjectWrapper<>(this, "frame", Optional.empty());
    private @Nullable PeriodicTask timer;

    /**
     * Asks nothing at first.
     *
     * @param currentLab the lab on stage; call {@link #end} when it changes
     * @param folderOf the folder that the files of a lab's document are relative to
     * @param inLesson whether a lesson is running, which asks questions of its own
     */
    public AskController(
            LabContext context,
            Supplier<Lab> currentLab,
            Function<Lab, @Nullable Path> folderOf,
            BooleanSupplier inLesson) {
        this.context = context;
        this.currentLab = currentLab;
        this.folderOf = folderOf;
        this.inLesson = inLesson;
    }

    /** What is shown while questions are asked; empty while none are. */
    public ReadOnlyObjectProperty<Optional<AskFrame>> frameProperty() {
        return frame.getReadOnlyProperty();
    }

    /** Begins to ask, or ends. A lesson asks questions of its own, and pages have none. */
    public void toggle() {
        Lab lab = currentLab.get();
        if (frame.get().isPresent()) {
            end();
        } else if (lab.feature(HasPages.class).isPresent()) {
            context.notices().showSuccess(texts -> texts.get("ask.lab.none"));
        } else if (!inLesson.getAsBoolean()) {
            AskFrame asking = new AskFrame(context, lab, () -> folderOf.apply(lab), this::end);
            timer = new PeriodicTask(
                    POLL_INTERVAL, context.pulses(), () -> frame.get().ifPresent(AskFrame::poll));
            frame.set(Optional.of(asking));
        }
    }

    /** Ends asking and shows all results. */
    public void end() {
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
