package hyperlab.app;

import hyperlab.app.ask.AskController;
import hyperlab.app.disk.DiskChanges;
import hyperlab.app.disk.FileVersions;
import hyperlab.app.export.ChartExports;
import hyperlab.app.export.GifExportBar;
import hyperlab.app.lesson.LessonProgressStore;
import hyperlab.app.notice.NoticeList;
import hyperlab.app.notice.NoticeStack;
import hyperlab.app.open.PastedTables;
import hyperlab.app.open.ReadingBar;
import hyperlab.app.present.FullScreen;
import hyperlab.app.present.PresentationFile;
import hyperlab.app.present.PresentedControls;
import hyperlab.app.settings.SettingsSheet;
import hyperlab.app.start.PreparingLabs;
import hyperlab.app.start.StartSheet;
import hyperlab.app.state.SessionSlot;
import hyperlab.lab.LabContext;
import hyperlab.lab.LabName;
import hyperlab.lesson.BundledLessons;
import hyperlab.rule.InvalidInputException;
import hyperlab.text.ErrorMessages;
import hyperlab.ui.Appearance;
import hyperlab.ui.Assets;
import hyperlab.ui.FilePicker;
import hyperlab.ui.Messages;
import hyperlab.ui.Preferences;
import hyperlab.ui.concurrent.GlobalExceptionHandler;
import hyperlab.ui.concurrent.PeriodicTask;
import hyperlab.ui.concurrent.PulseExecutor;
import hyperlab.ui.concurrent.Workers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.application.Application;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/** Wires the window together when it opens, and shuts everything down when it closes. */
public final class HyperlabWindow extends Application {
    private final WindowStateStore windowStateStore = WindowStateStore.ofUser();
    private @Nullable Wiring wiring;

    @Override
    public void start(Stage stage) {
        HyperlabApp.LaunchRequest start = HyperlabApp.launchRequest();
        boolean isFirstStart = windowStateStore.isFirstStart();
        HyperlabApp.awaitFonts();
        OpeningWindow opening = new OpeningWindow(stage);
        WindowState last = windowStateStore.read();
        opening.show(last, start.options(), Labs.all());
        boolean isChartShown =
                HyperlabApp.firstPicture(last).map(opening::showPicture).orElse(false);
        // Meanwhile, a worker loads the rest.
        opening.loadSheets(start.options().theme(last));
        HyperlabApp.finishPreloading();
        wiring = new Wiring(stage, windowStateStore, Labs.all(), start);
        if (start.options().showsPanels() && !isChartShown) {
            wiring.showStageBeforePanels(opening);
        }
        stage.requestFocus();
        opening.passKeysOn();
        FullScreen.fillWhile(wiring.appearance().presentationProperty(), stage);
        wiring.showOpeningOfLabs();
        wiring.prepareLabs();
        if (isFirstStart && start.options().isPlain()) {
            wiring.offerWays();
        }
    }

    @Override
    public void stop() {
        if (wiring != null) {
            wiring.close();
        }
    }

    /** The parts of the window that live as long as it does. */
    static final class Wiring {
        private static final Duration AUTOSAVE_INTERVAL = Duration.ofSeconds(10);

        private final WindowStateStore windowStateStore;
        private final WindowBounds windowBounds;
        private final Stage stage;
        private final Messages messages;
        private final Appearance appearance;
        private final Workers workers;
        private final PulseExecutor pulses;
        private final FilePicker files;
        private final Navigation navigation;
        private final DocumentSession session;
        private final DocumentController documentController;
        private final DocumentSaver saver;
        private final LessonController lessons;
        private final AskController questions;
        private final Shell shell;
        private final ObjectProperty<Preferences> preferences;
        private final SessionSlot sessionSlot;
        private final SceneController scenes;
        private final PresentationFile presentationFile;
        private final PresentedControls presentedControls;
        private final SessionFile sessionFile;
        private final Autosave autosave;
        private final PeriodicTask autosaveTimer;
        private final NoticeList notices;
        private final PreparingLabs preparing;
        private boolean isUnsaved;

        Wiring(
                Stage stage,
                WindowStateStore windowStateStore,
                List<Labs.LabFactory> labs,
                HyperlabApp.LaunchRequest start) {
            this(stage, windowStateStore, labs, start, null);
        }

        /** @param picker used instead of the platform's file dialogs if not null */
        Wiring(
                Stage stage,
                WindowStateStore windowStateStore,
                List<Labs.LabFactory> labs,
                HyperlabApp.LaunchRequest start,
                @Nullable FilePicker picker) {
            this.stage = stage;
            this.windowStateStore = windowStateStore;
            // Must come before the first chart uses the fonts: the toolkit caches failed font family lookups.
            Assets.loadFonts();
            WindowState windowState = windowStateStore.read();
            StartOptions options = start.options();
            messages = new Messages(options.language(windowState));
            appearance = new Appearance(options.theme(windowState));
            appearance.loadTheme();
            pulses = new PulseExecutor();
            GlobalExceptionHandler exceptionHandler = new GlobalExceptionHandler(pulses);
            exceptionHandler.installOnCurrentThread();
            workers = new Workers(exceptionHandler);
            preferences = new SimpleObjectProperty<>(this, "preferences", windowState.preferences());
            pulses.setReducedMotion(preferences.get().reducedMotion());
            preferences.addListener((observed, before, now) -> pulses.setReducedMotion(now.reducedMotion()));
            notices = new NoticeList(messages::texts);
            files = picker == null ? new NativeFilePicker(() -> stage, messages) : picker;
            LabContext context = new LabContext(
                    messages, appearance, workers, pulses, pulses.frames(), pulses.lowPriority(), notices, files);
            navigation =
                    new Navigation(labs, name -> context.withNotices(notices.of(name)), options.lab(windowState, labs));
            Path folder = windowStateStore.folder();
            SessionFile.SavedSession saved = HyperlabApp.session(folder);
            sessionSlot = saved.slot();
            FileVersions versions = saved.versions();
            sessionFile = saved.file();
            session = new DocumentSession(navigation, saved.labs());
            reportUnreadable("shell.session.unreadable", sessionFile.keptCopy());
            reportUnreadable("shell.settings.unreadable", windowStateStore.keptCopy());
            WrittenDocument written = new WrittenDocument(navigation, session);
            DiskChanges disk = new DiskChanges(versions, notices, workers, pulses);
            RecentFiles recent = new RecentFiles(windowState.recent());
            documentController = new DocumentController(
                    navigation, versions, context, session, recent, new PastedTables(folder, workers, pulses));
            saver = new DocumentSaver(navigation, session, written, disk, recent, context);
            saver.setChangeListener(documentController::refresh);
            saver.setOpener(documentController::open);
            ChartExports exports = new ChartExports(
                    navigation.currentProperty()::get,
                    written::embeddedMetadata,
                    context,
                    windowStateStore.path().resolveSibling("figure.json"));
            documentController.setFigureListener(exports::remember);
            Actions actions = new Actions(navigation, documentController, saver, exports, context);
            exports.gifExport().statusProperty().addListener((observed, before, now) -> {
                if (now.isRunning() && !before.isRunning()) {
                    notices.dismissConfirmations();
                }
            });
            NoticeStack noticeStack = new NoticeStack(notices, messages);
            noticeStack.pin(new ReadingBar(documentController.opener(), messages));
            noticeStack.pin(new GifExportBar(exports.gifExport(), messages));
            WindowLayers layers = new WindowLayers(
                    notices, noticeStack, new SettingsSheet(messages, appearance, preferences, folder), preferences);
            LessonProgressStore progress =
                    new LessonProgressStore(windowStateStore.path().resolveSibling("lessons.json"), context.workers());
            reportUnreadable("shell.lessons.unreadable", progress.keptCopy());
            lessons = new LessonController(navigation, session, disk, context, progress);
            documentController.setLessonOpener(file -> lessons.open(file.path(), file.lesson()));
            lessons.setFileOpener(documentController::open);
            lessons.setReturnOffer((title, resume) -> notices.offer(
                    LabName.LEARN,
                    texts -> texts.get("shell.lessonKept", title),
                    texts -> texts.get("shell.lessonKept.resume"),
                    resume));
            StudyQuestion studyQuestion = new StudyQuestion(notices, documentController::openStudy);
            documentController.setStudyQuestion(
                    file -> studyQuestion.ask(navigation.currentProperty().get().name(), file));
            scenes = new SceneController(navigation, documentController, session, disk, context);
            documentController.setScenesOpener(file -> scenes.show(file.path(), file.scenes()));
            questions = new AskController(
                    context,
                    navigation.currentProperty()::get,
                    lab -> session.openDocument(lab).folder(),
                    () -> lessons.frameProperty().get().isPresent());
            navigation.currentProperty().addListener((observed, before, now) -> questions.end());
            lessons.setBeforeStart(questions::end);
            shell = new Shell(context, navigation, documentController, actions, layers, lessons, questions, scenes);
            presentationFile = new PresentationFile(windowStateStore.path().resolveSibling("presentation.json"));
            presentedControls = shell.presentedControls();
            PresentationFile.Presented presented = presentationFile.read();
            reportUnreadable("shell.presentation.unreadable", presentationFile.keptCopy());
            presentedControls.restore(presented.main(), presented.second());
            scenes.scenes().restore(presented.sceneState(presentationFile.folder()));
            exceptionHandler.setListener(
                    fault -> new CrashRecovery(written, windowStateStore.path(), context).report(fault));
            preparing = new PreparingLabs(
                    () -> navigation.isBusy() || workers.isBusy(), navigation::buildAhead, shell::stylingAhead);
            windowBounds = new WindowBounds(stage);
            windowBounds.restore(windowState);
            stage.titleProperty().bind(documentController.titleProperty());
            stage.setScene(shell.scene());
            start.file().ifPresent(documentController::show);
            shell.present(options.present());
            navigation.currentProperty().addListener((observed, before, now) -> offerReset(notices));
            offerReset(notices);
            reportOtherWindow();
            autosave = new Autosave(this::snapshot, workers);
            stage.focusedProperty().addListener((observed, before, focused) -> {
                if (focused) {
                    saver.lookForChanges();
                } else {
                    autosave.saveAsync();
                }
            });
            navigation.currentProperty().addListener((observed, before, now) -> saver.lookForChanges());
            saver.lookForChanges();
            autosaveTimer = new PeriodicTask(AUTOSAVE_INTERVAL, pulses, autosave::saveAsync);
        }

        /** Says that a file of the last session is damaged, and where it was kept. */
        private void reportUnreadable(String key, Optional<Path> kept) {
            kept.ifPresent(copy -> notices.showError(texts -> texts.get(key, copy.toString())));
        }

        private Runnable snapshot() {
            Supplier<Map<LabName, OpenDocument>> labs = session.snapshot();
            WindowState windowState = new WindowState(
                    windowBounds.bounds(),
                    stage.isMaximized(),
                    Optional.of(navigation.currentProperty().get().name()),
                    Optional.of(messages.languageProperty().get()),
                    Optional.of(appearance.themeProperty().get()),
                    documentController.recent().paths(),
                    preferences.get());
            PresentationFile.Presented presented = new PresentationFile.Presented(
                    presentedControls.mainIds(),
                    presentedControls.secondIds(),
                    scenes.relativeTo(Optional.of(presentationFile.folder())),
                    scenes.scenes().state().current());
            return () -> {
                presentationFile.write(presented);
                InvalidInputException problem = sessionFile.write(labs.get());
                windowStateStore.write(windowState);
                pulses.execute(() -> reportUnsaved(problem));
            };
        }

        /** Says that the work cannot be saved for the next start, once until it can be saved again. */
        private void reportUnsaved(@Nullable InvalidInputException problem) {
            if (problem != null && !isUnsaved) {
                notices.showError(texts -> texts.get("shell.session.notSaved", ErrorMessages.message(problem, texts)));
            }
            isUnsaved = problem != null;
        }

        /** Says where the work of a window is that was open together with the last one; not while presenting. */
        private void reportOtherWindow() {
            if (sessionSlot.leftOther() && !appearance.presentationProperty().get()) {
                notices.showSuccess(texts -> texts.get("shell.session.other"));
            }
        }

        /** Says that the lab was restored; not while presenting, because a class need not know. */
        private void offerReset(NoticeList notices) {
            if (session.wasRestored() && !appearance.presentationProperty().get()) {
                notices.offer(
                        navigation.currentProperty().get().name(),
                        texts -> texts.get("shell.broughtBack"),
                        texts -> texts.get("shell.startFresh"),
                        documentController::resetLab);
            }
        }

        /** From now on, says that a lab is being opened before the work begins, which blocks the window for a moment. */
        void showOpeningOfLabs() {
            navigation.setAfterPainting(pulses.afterPainting());
        }

        /** From now on, prepares the other labs while the user does nothing. */
        void prepareLabs() {
            preparing.watch(stage);
            preparing.start();
        }

        /** Shows the stage of the first lab before its panels, which take as long again to be styled. */
        void showStageBeforePanels(OpeningWindow opening) {
            Runnable showPanels = shell.leaveOutPanels();
            opening.showStage();
            showPanels.run();
        }

        /** Offers three ways into the program. */
        void offerWays() {
            StartSheet start = new StartSheet(
                    messages,
                    Map.of(
                            StartSheet.Way.CLASS, this::showClass,
                            StartSheet.Way.EXPLORE, () -> navigation.visit(LabName.LEARNING_RATE),
                            StartSheet.Way.DATA, this::useData));
            start.sheet().setOnClosed(autosave::saveAsync);
            shell.addSheet(start.sheet());
            start.sheet().open();
        }

        private void showClass() {
            shell.present(true);
            lessons.startBundled(BundledLessons.NAMES.get(0), false);
        }

        private void useData() {
            navigation.prepare(LabName.TRAINING, () -> {
                navigation.show(LabName.TRAINING);
                files.open(FilePicker.FileType.TABLE).ifPresent(documentController::open);
            });
        }

        Navigation navigation() {
            return navigation;
        }

        AskController questions() {
            return questions;
        }

        Messages messages() {
            return messages;
        }

        Appearance appearance() {
            return appearance;
        }

        SceneController scenes() {
            return scenes;
        }

        LessonController lessons() {
            return lessons;
        }

        Autosave autosave() {
            return autosave;
        }

        PreparingLabs preparing() {
            return preparing;
        }

        DocumentController documentController() {
            return documentController;
        }

        DocumentSaver saver() {
            return saver;
        }

        /** Saves the window's state and the labs' documents, and ends all threads. */
        void close() {
            autosaveTimer.close();
            preparing.stop();
            questions.end();
            lessons.close();
            documentController.finishPasting();
            saver.finish();
            autosave.saveNow();
            sessionSlot.close();
            shell.close();
            navigation.close();
            workers.close();
        }
    }
}
