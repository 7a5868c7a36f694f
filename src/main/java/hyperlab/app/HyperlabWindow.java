package hyperlab.app;

import hyperlab.app.ask.AskController;
import hyperlab.app.export.ChartExports;
import hyperlab.app.export.GifExportBar;
import hyperlab.app.lesson.LessonProgressStore;
import hyperlab.lab.LabContext;
import hyperlab.lab.LabName;
import hyperlab.text.Language;
import hyperlab.ui.Appearance;
import hyperlab.ui.Assets;
import hyperlab.ui.FilePicker;
import hyperlab.ui.Messages;
import hyperlab.ui.Theme;
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
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/** Wires the window together when it opens, and shuts everything down when it closes. */
public final class HyperlabWindow extends Application {
    private final WindowStateStore windowStateStore = new WindowStateStore(WindowStateStore.defaultPath(
            System.getProperty("os.name"), System.getenv(), Path.of(System.getProperty("user.home"))));
    private @Nullable Wiring wiring;

    @Override
    public void start(Stage stage) {
        HyperlabApp.LaunchRequest start = HyperlabApp.launchRequest();
        wiring = new Wiring(stage, windowStateStore, Labs.all(), start);
        stage.show();
        stage.requestFocus();
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
        private final Navigation navigation;
        private final DocumentSession session;
        private final DocumentController documentController;
        private final LessonController lessons;
        private final AskController questions;
        private final SessionFile sessionFile;
        private final Autosave autosave;
        private final PeriodicTask autosaveTimer;

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
            messages = new Messages(options.language().or(windowState::language).orElseGet(Language::ofSystem));
            appearance = new Appearance(options.theme().or(windowState::theme).orElse(Theme.LIGHT));
            PulseExecutor pulses = new PulseExecutor();
            GlobalExceptionHandler exceptionHandler = new GlobalExceptionHandler(pulses);
            exceptionHandler.installOnCurrentThread();
            workers = new Workers(exceptionHandler);
            Banner banner = new Banner(messages);
            FilePicker files = picker == null ? new NativeFilePicker(() -> stage, messages) : picker;
            LabContext context = new LabContext(
                    messages, appearance, workers, pulses, pulses.frames(), pulses.lowPriority(), banner, files);
            navigation = new Navigation(labs, context, initialLab(labs, options, windowState));
            sessionFile = new SessionFile(windowStateStore.path().resolveSibling("session.json"));
            session = new DocumentSession(navigation, sessionFile.read());
            Path unreadable = sessionFile.keptCopy();
            if (unreadable != null) {
                banner.showError(messages.get("shell.session.unreadable", unreadable.toString()));
            }
            documentController = new DocumentController(
                    navigation, new DocumentFiles(), context, session, new RecentFiles(windowState.recent()));
            ChartExports exports = new ChartExports(
                    navigation.currentProperty()::get, documentController::embeddedMetadata, context,
                    windowStateStore.path().resolveSibling("figure.json"));
            documentController.setFigureListener(exports::remember);
            Actions actions = new Actions(navigation, documentController, exports, context);
            exports.gifExport().statusProperty().addListener((observed, before, now) -> {
                if (now.isRunning() && !before.isRunning()) {
                    banner.dismissConfirmation();
                }
            });
            VBox notices = new VBox(banner, new GifExportBar(exports.gifExport(), messages));
            lessons = new LessonController(
                    navigation,
                    session,
                    context,
                    new LessonProgressStore(
                            windowStateStore.path().resolveSibling("lessons.json"), context.workers()));
            documentController.setLessonOpener(lessons::open);
            questions = new AskController(
                    context,
                    navigation.currentProperty()::get,
                    lab -> session.openDocument(lab).folder(),
                    () -> lessons.frameProperty().get().isPresent());
            navigation.currentProperty().addListener((observed, before, now) -> questions.end());
            lessons.frameProperty().addListener((observed, before, now) -> questions.end());
            Shell shell = new Shell(context, navigation, documentController, actions, notices, lessons, questions);
            exceptionHandler.setListener(
                    fault -> new CrashRecovery(documentController, windowStateStore.path(), context).report(fault));
            windowBounds = new WindowBounds(stage);
            windowBounds.restore(windowState);
            stage.titleProperty().bind(documentController.titleProperty());
            stage.setScene(shell.scene());
            openStartFile(start);
            shell.present(options.present());
            navigation.currentProperty().addListener((observed, before, now) -> offerReset(banner));
            offerReset(banner);
            autosave = new Autosave(this::snapshot, workers);
            stage.focusedProperty().addListener((observed, before, focused) -> {
                if (!focused) {
                    autosave.saveAsync();
                }
            });
            autosaveTimer = new PeriodicTask(AUTOSAVE_INTERVAL, pulses, autosave::saveAsync);
        }

        private Runnable snapshot() {
            Supplier<Map<LabName, OpenDocument>> labs = session.snapshot();
            WindowState windowState = new WindowState(
                    windowBounds.bounds(),
                    stage.isMaximized(),
                    Optional.of(navigation.currentProperty().get().name()),
                    Optional.of(messages.languageProperty().get()),
                    Optional.of(appearance.themeProperty().get()),
                    documentController.recent().paths());
            return () -> {
                sessionFile.write(labs.get());
                windowStateStore.write(windowState);
            };
        }

        private void offerReset(Banner banner) {
            banner.withdrawOffer();
            if (session.wasRestored()) {
                banner.offer(
                        messages.bind("shell.broughtBack"),
                        messages.bind("shell.startFresh"),
                        documentController::resetLab);
            }
        }

        private static LabName initialLab(List<Labs.LabFactory> labs, StartOptions options, WindowState windowState) {
            return options.lab().or(windowState::lab).orElse(labs.get(0).name());
        }

        private void openStartFile(HyperlabApp.LaunchRequest start) {
            Optional<Path> file = start.options().file();
            if (file.isPresent() && LessonController.isLesson(file.get())) {
                lessons.open(file.get());
            } else if (file.isPresent() && start.loadedDocument().isPresent()) {
                documentController.show(file.get(), start.loadedDocument().get());
            }
        }

        Navigation navigation() {
            return navigation;
        }

        AskController questions() {
            return questions;
        }

        LessonController lessons() {
            return lessons;
        }

        Autosave autosave() {
            return autosave;
        }

        DocumentController documentController() {
            return documentController;
        }

        /** Saves the window's state and the labs' documents, and ends all threads. */
        void close() {
            autosaveTimer.close();
            questions.end();
            lessons.close();
            autosave.saveNow();
            navigation.close();
            workers.close();
        }
    }
}
