package hyperlab.app;

import hyperlab.app.disk.DiskChanges;
import hyperlab.app.lesson.AnswersExport;
import hyperlab.app.lesson.FileWatch;
import hyperlab.app.lesson.KeptAnswers;
import hyperlab.app.lesson.LabUnderLesson;
import hyperlab.app.lesson.LessonFrame;
import hyperlab.app.lesson.LessonPlayerViewModel;
import hyperlab.app.lesson.LessonProgressStore;
import hyperlab.app.lesson.LessonState;
import hyperlab.file.Document;
import hyperlab.file.disk.AtomicFile;
import hyperlab.lab.ExerciseScored;
import hyperlab.lab.Lab;
import hyperlab.lab.LabContext;
import hyperlab.lab.LabName;
import hyperlab.lab.LessonProgress;
import hyperlab.lab.ListsLessons;
import hyperlab.lesson.BundledLessons;
import hyperlab.lesson.Lesson;
import hyperlab.lesson.LessonReader;
import hyperlab.lesson.readout.ReadoutCache;
import hyperlab.rule.InvalidInputException;
import hyperlab.text.Language;
import hyperlab.ui.concurrent.PeriodicTask;
import hyperlab.ui.control.playback.Playback;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
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
    /** What was done in each lesson since the program started. */
    private final Map<String, LessonState> earlierStates = new HashMap<>();

    private Runnable beforeStart = () -> {};
    private BiConsumer<String, Runnable> returnOffer = (title, resume) -> {};
    private Consumer<Path> fileOpener = file -> {};
    private boolean isLeftForReading;
    private @Nullable RunningLesson running;
    private @Nullable LessonReadouts lastReadouts;

    /** What was computed for a bundled lesson; its languages have the same documents. */
    private record LessonReadouts(String name, ReadoutCache cache) {}

    private record RunningLesson(
            String name,
            @Nullable Path file,
            Lab lab,
            OpenDocument labBefore,
            LabName returnTo,
            LessonPlayerViewModel player,
            PeriodicTask timer,
            FileWatch watch) {}

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
        if (left.file() == null) {
            startBundled(left.name(), false);
        } else {
            fileOpener.accept(left.file());
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
        navigation.prepare(lab, () -> start(name, null, lesson, progress.of(name)));
    }

    /** Starts the lesson that was read from a file. */
    void open(Path file, Lesson lesson) {
        try {
            String name = file.toAbsolutePath().normalize().toString();
            start(name, file, lesson, progress.of(name));
            context.notices().succeeded("shell.notOpened");
        } catch (InvalidInputException error) {
            context.showError("shell.notOpened", error);
        }
    }

    private void start(String name, @Nullable Path file, Lesson lesson, LessonProgress from) {
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
        boolean continues = from.isBegun() && !from.isFinished();
        run(
                name,
                file,
                lab,
                before,
                returnTo,
                lesson,
                from,
                continues ? earlier(name, lesson, from) : null,
                watch(file));
    }

    /** What was done in a lesson before, since the program started or in an earlier session. */
    private LessonState earlier(String name, Lesson lesson, LessonProgress from) {
        LessonState known = earlierStates.get(name);
        int index = from.step() < lesson.steps().size() ? from.step() : 0;
        return known == null ? KeptAnswers.read(progress.answers(name), lesson, index) : known;
    }

    private void keep(String name, LessonPlayerViewModel player) {
        progress.put(name, player.progress(), KeptAnswers.write(player.state()));
    }

    private void run(
            String name,
            @Nullable Path file,
            Lab lab,
            OpenDocument before,
            LabName returnTo,
            Lesson lesson,
            LessonProgress from,
            @Nullable LessonState earlier,
            FileWatch watch) {
        Path folder = file == null ? null : file.toAbsolutePath().getParent();
        LessonPlayerViewModel player = new LessonPlayerViewModel(
                lesson,
                new BorrowedLab(lab, folder),
                from,
                readouts(name, file, folder),
                work -> context.workers().run("lesson", work),
                context.pulses());
        if (earlier != null) {
            player.adopt(earlier);
        }
        LessonFrame shown = new LessonFrame(context, player, lab, this::end, this::saveAnswers);
        running = new RunningLesson(
                name,
                file,
                lab,
                before,
                returnTo,
                player,
                new PeriodicTask(POLL_INTERVAL, context.pulses(), this::poll),
                watch);
        player.stateProperty().addListener((observed, old, now) -> keep(name, player));
        frame.set(Optional.of(shown));
    }

    /** Keeps what was computed for the last bundled lesson. A file may have changed since. */
    private ReadoutCache readouts(String name, @Nullable Path file, @Nullable Path folder) {
        if (file != null) {
            return new ReadoutCache(folder);
        }
        LessonReadouts known = lastReadouts;
        if (known == null || !known.name().equals(name)) {
            known = new LessonReadouts(name, new ReadoutCache(null));
            lastReadouts = known;
        }
        return known.cache();
    }

    private void saveAnswers(String name) {
        RunningLesson now = running;
        if (now == null) {
            return;
        }
        Path source = now.file();
        Language language = context.messages().languageProperty().get();
        AnswersExport.save(
                now.player().state(),
                name,
                () -> source == null
                        ? BundledLessons.markdown(now.name(), language)
                        : AtomicFile.readText(source, LessonReader.MAX_BYTES),
                context.files(),
                disk);
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
        ended.watch().close();
        frame.get().ifPresent(LessonFrame::close);
        frame.set(Optional.empty());
        keep(ended.name(), ended.player());
        earlierStates.put(ended.name(), ended.player().state());
        session.resume(ended.lab());
        session.restore(ended.lab(), ended.labBefore());
        if (goBack) {
            navigation.show(ended.returnTo());
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
            now.watch().poll();
        }
    }

    private FileWatch watch(@Nullable Path file) {
        return new FileWatch(
                file, work -> context.workers().run("lesson-file", work), context.pulses(), this::readAgain);
    }

    /** Reads a lesson that was changed, on a worker. An invalid file leaves the lesson as it was. */
    private Runnable readAgain(Path file) {
        try {
            Lesson lesson = LessonReader.load(file);
            return () -> reload(lesson);
        } catch (InvalidInputException error) {
            return () -> context.showError("shell.notOpened", error);
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
            start(now.name(), now.file(), lesson, LessonProgress.NEW);
        }
    }

    private void reloadBundled() {
        RunningLesson now = running;
        if (now != null && now.file() == null) {
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
        run(now.name(), now.file(), now.lab(), now.labBefore(), now.returnTo(), lesson, from, earlier, now.watch());
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
