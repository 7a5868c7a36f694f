package hyperlab.app;

import hyperlab.app.disk.DiskChanges;
import hyperlab.app.lesson.AnswersExport;
import hyperlab.app.lesson.LabUnderLesson;
import hyperlab.app.lesson.LessonFrame;
import hyperlab.app.lesson.LessonHistory;
import hyperlab.app.lesson.LessonPlayerViewModel;
import hyperlab.app.lesson.LessonProgressStore;
import hyperlab.app.lesson.LessonReadouts;
import hyperlab.app.lesson.LessonReload;
import hyperlab.app.lesson.LessonSource;
import hyperlab.app.lesson.LessonState;
import hyperlab.file.Document;
import hyperlab.lab.ExerciseScored;
import hyperlab.lab.Lab;
import hyperlab.lab.LabContext;
import hyperlab.lab.LabName;
import hyperlab.lab.LessonProgress;
import hyperlab.lab.ListsLessons;
import hyperlab.lesson.BundledLessons;
import hyperlab.lesson.Lesson;
import hyperlab.rule.InvalidInputException;
import hyperlab.text.Language;
import hyperlab.ui.concurrent.PeriodicTask;
import hyperlab.ui.control.playback.Playback;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * Starts and ends lessons. A lesson borrows its lab: when it ends, the lab has its own document again. A lesson file is
 * read again when it changes, so that its author sees each change at once. FX thread only.
 */
final class LessonController {
    private static final Duration POLL_INTERVAL = Duration.ofMillis(100);

    private final Navigation navigation;
    private final DocumentSession session;
    private final DiskChanges disk;
    private final LabContext context;
    private final LessonProgressStore progress;
    private final ReadOnlyObjectWrapper<Optional<LessonFrame>> frame =
            new ReadOnlyObjectWrapper<>(this, "frame", Optional.empty());
    private final LessonHistory history;
    private final LessonReadouts readouts = new LessonReadouts();

    private Runnable beforeStart = () -> {};
    private BiConsumer<String, Runnable> returnOffer = (title, resume) -> {};
    private Consumer<Path> fileOpener = file -> {};
    private boolean isLeftForReading;
    private @Nullable RunningLesson running;

    /**
     * A lesson that borrows a lab.
     *
     * @param labBefore what the lab had open, and has again at the end
     * @param returnTo the lab that was on stage
     */
    private record BorrowingLesson(
            LessonSource source, Lab lab, OpenDocument labBefore, LabName returnTo, LessonReload reload) {
        String name() {
            return source.name();
        }
    }

    private record RunningLesson(BorrowingLesson borrowing, LessonPlayerViewModel player, PeriodicTask timer) {
        String name() {
            return borrowing.name();
        }

        LessonSource source() {
            return borrowing.source();
        }

        Lab lab() {
            return borrowing.lab();
        }
    }

    LessonController(
            Navigation navigation,
            DocumentSession session,
            DiskChanges disk,
            LabContext context,
            LessonProgressStore progress) {
        this.navigation = navigation;
        this.session = session;
        this.disk = disk;
        this.context = context;
        this.progress = progress;
        history = new LessonHistory(progress);
        navigation.currentProperty().addListener((observed, before, now) -> {
            RunningLesson left = running;
            if (left != null && now.name() != left.lab().name()) {
                finish(left, false);
                if (isLeftForReading) {
                    returnOffer.accept(left.player().state().lesson().title(), () -> resume(left));
                }
            }
            isLeftForReading = false;
            showProgress();
        });
        showProgress();
        context.messages().languageProperty().addListener((observed, before, now) -> reloadBundled());
    }

    /** Sets what ends other things that have changed a lab, before a lesson borrows it. */
    void setBeforeStart(Runnable newBeforeStart) {
        beforeStart = newBeforeStart;
    }

    /** Sets what offers the way back to a lesson, by its title, that was left to read a page. */
    void setReturnOffer(BiConsumer<String, Runnable> newReturnOffer) {
        returnOffer = newReturnOffer;
    }

    /** Sets what reads a lesson's file again to continue it. */
    void setFileOpener(Consumer<Path> newFileOpener) {
        fileOpener = newFileOpener;
    }

    /** Opens a page. A running lesson is kept as it is, and the way back to it is offered. */
    void read(Runnable openPage) {
        isLeftForReading = running != null;
        openPage.run();
    }

    private void resume(RunningLesson left) {
        Path file = left.source().file();
        if (file == null) {
            startBundled(left.name(), false);
        } else {
            fileOpener.accept(file);
        }
    }

    /** What is shown around the stage; empty if no lesson is running. */
    ReadOnlyObjectProperty<Optional<LessonFrame>> frameProperty() {
        return frame.getReadOnlyProperty();
    }

    /** The title of the running lesson; empty if there is none. */
    String title() {
        return running == null ? "" : running.player().state().lesson().title();
    }

    /** The state of the running lesson. */
    Optional<LessonPlayerViewModel> player() {
        return Optional.ofNullable(running).map(RunningLesson::player);
    }

    /** The lab on stage. */
    Lab currentLab() {
        return navigation.currentProperty().get();
    }

    LessonProgressStore progress() {
        return progress;
    }

    /** Shows the progress in the lab on stage if it lists the lessons. */
    private void showProgress() {
        navigation
                .currentProperty()
                .get()
                .feature(ListsLessons.class)
                .ifPresent(lists -> lists.showLessonProgress(progress.all()));
    }

    /** Saves or forgets the score of an exercise. */
    void record(ExerciseScored scored) {
        if (scored.isReset()) {
            progress.forget(scored.key());
        } else {
            progress.put(scored.key(), new LessonProgress(1, 1, scored.score()));
        }
    }

    /** Starts a bundled lesson where it was left, or from the start. */
    void startBundled(String name, boolean fromStart) {
        if (fromStart) {
            progress.reset(name);
        }
        Lesson lesson =
                BundledLessons.load(name, context.messages().languageProperty().get());
        LabName lab = LabName.ofId(lesson.lab().id()).orElseThrow();
        navigation.prepare(lab, () -> start(LessonSource.bundled(name), lesson, progress.of(name)));
    }

    /** Starts the lesson that was read from a file. */
    void open(Path file, Lesson lesson) {
        try {
            LessonSource source = LessonSource.of(file);
            start(source, lesson, progress.of(source.name()));
            context.notices().succeeded("shell.notOpened");
        } catch (InvalidInputException error) {
            context.showError("shell.notOpened", error);
        }
    }

    private void start(LessonSource source, Lesson lesson, LessonProgress from) {
        end();
        beforeStart.run();
        LabName returnTo = navigation.currentProperty().get().name();
        LabName labName = LabName.ofId(lesson.lab().id()).orElseThrow();
        navigation.show(labName);
        Lab lab = navigation.currentProperty().get();
        if (lab.name() != labName) {
            context.notices().showError(texts -> texts.get("shell.noLab", lesson.title()));
            return;
        }
        OpenDocument before = session.openDocument(lab)
                .withExtras(DocumentSession.saveExtras(lab).get());
        session.suspend(lab, before);
        BorrowingLesson borrowing =
                new BorrowingLesson(source, lab, before, returnTo, new LessonReload(source, context, this::reload));
        run(borrowing, lesson, from, history.stateToContinue(source.name(), lesson, from));
    }

    private void run(BorrowingLesson borrowing, Lesson lesson, LessonProgress from, @Nullable LessonState earlier) {
        LessonSource source = borrowing.source();
        Lab lab = borrowing.lab();
        LessonPlayerViewModel player = new LessonPlayerViewModel(
                lesson,
                new BorrowedLab(lab, source.folder()),
                from,
                readouts.of(source),
                work -> context.workers().run("lesson", work),
                context.pulses());
        if (earlier != null) {
            player.adopt(earlier);
        }
        LessonFrame shown = new LessonFrame(context, player, lab, this::end, this::saveAnswers);
        running = new RunningLesson(borrowing, player, new PeriodicTask(POLL_INTERVAL, context.pulses(), this::poll));
        player.stateProperty().addListener((observed, old, now) -> history.save(source.name(), player));
        frame.set(Optional.of(shown));
    }

    private void saveAnswers(String name) {
        RunningLesson now = running;
        if (now == null) {
            return;
        }
        Language language = context.messages().languageProperty().get();
        AnswersExport.save(now.player().state(), name, () -> now.source().markdown(language), context.files(), disk);
    }

    /** Ends the lesson and shows what was on stage before. */
    void end() {
        if (running != null) {
            finish(running, true);
        }
    }

    /** Ends the lesson and saves its progress. */
    void close() {
        end();
        progress.flush();
    }

    private void finish(RunningLesson ended, boolean goBack) {
        running = null;
        ended.timer().close();
        ended.borrowing().reload().close();
        frame.get().ifPresent(LessonFrame::close);
        frame.set(Optional.empty());
        history.saveEnded(ended.name(), ended.player());
        session.resume(ended.lab());
        session.restore(ended.lab(), ended.borrowing().labBefore());
        if (goBack) {
            navigation.show(ended.borrowing().returnTo());
            showProgress();
            navigation
                    .currentProperty()
                    .get()
                    .feature(ListsLessons.class)
                    .ifPresent(lists -> lists.focusLesson(ended.name()));
        }
    }

    private void poll() {
        frame.get().ifPresent(LessonFrame::poll);
        RunningLesson now = running;
        if (now != null) {
            now.borrowing().reload().poll();
        }
    }

    /** Continues at the same step. */
    private void reload(Lesson lesson) {
        RunningLesson now = running;
        if (now == null) {
            return;
        }
        if (lesson.lab() == now.player().state().lesson().lab()) {
            replace(now, lesson);
        } else {
            start(now.source(), lesson, LessonProgress.NEW);
        }
    }

    private void reloadBundled() {
        RunningLesson now = running;
        if (now != null && now.source().isBundled()) {
            replace(
                    now,
                    BundledLessons.load(
                            now.name(), context.messages().languageProperty().get()));
        }
    }

    private void replace(RunningLesson now, Lesson lesson) {
        LessonState earlier = now.player().state();
        now.timer().close();
        // The frame is not empty in between, or else a presentation takes the control that the lesson frees.
        frame.get().ifPresent(LessonFrame::close);
        LessonProgress from = new LessonProgress(earlier.index(), lesson.steps().size(), Double.NaN);
        run(now.borrowing(), lesson, from, earlier);
    }

    /** The lab that a lesson uses. */
    private record BorrowedLab(Lab lab, @Nullable Path folder) implements LabUnderLesson {
        @Override
        public void open(Document document) {
            lab.parts().undo().applyAndClear(() -> lab.open(document, folder));
        }

        @Override
        public Document document() {
            return lab.document();
        }

        @Override
        public Playback playback() {
            return lab.parts().playback();
        }
    }
}
