package hyperlab.app;

import hyperlab.app.concurrent.Beat;
import hyperlab.app.concurrent.Faults;
import hyperlab.app.concurrent.Pulses;
import hyperlab.app.concurrent.Workers;
import hyperlab.text.Language;
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
    private final MemoryFile memoryFile = new MemoryFile(
            MemoryFile.place(System.getProperty("os.name"), System.getenv(), Path.of(System.getProperty("user.home"))));
    private @Nullable Wiring wiring;

    @Override
    public void start(Stage stage) {
        HyperlabApp.Start start = HyperlabApp.asked();
        wiring = new Wiring(stage, memoryFile, Labs.all(), start);
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
        private static final Duration AUTOSAVE = Duration.ofSeconds(10);

        private final MemoryFile memoryFile;
        private final Frame frame;
        private final Stage stage;
        private final Messages messages;
        private final Appearance appearance;
        private final Workers workers;
        private final Navigation navigation;
        private final Places places;
        private final Desk desk;
        private final SessionFile sessionFile;
        private final Autosave autosave;
        private final Beat beat;

        Wiring(Stage stage, MemoryFile memoryFile, List<Labs.Maker> labs, HyperlabApp.Start start) {
            this(stage, memoryFile, labs, start, null);
        }

        /** @param picker used instead of the platform's file dialogs if not null */
        Wiring(
                Stage stage,
                MemoryFile memoryFile,
                List<Labs.Maker> labs,
                HyperlabApp.Start start,
                @Nullable FilePicker picker) {
            this.stage = stage;
            this.memoryFile = memoryFile;
            // Must come before the first chart uses the fonts: the toolkit caches failed font family lookups.
            Assets.loadFonts();
            Memory memory = memoryFile.read();
            StartOptions options = start.options();
            messages = new Messages(options.language().or(memory::language).orElseGet(Language::ofSystem));
            appearance = new Appearance(options.theme().or(memory::theme).orElse(Theme.LIGHT));
            Pulses pulses = new Pulses();
            Faults faults = new Faults(pulses);
            faults.watchThisThread();
            workers = new Workers(faults);
            Banner banner = new Banner(messages);
            FilePicker files = picker == null ? new NativeFilePicker(() -> stage, messages) : picker;
            LabContext context = new LabContext(
                    messages, appearance, workers, pulses, pulses.frames(), pulses.unhurried(), banner, files);
            navigation = new Navigation(labs, context, firstLab(labs, options, memory));
            sessionFile = new SessionFile(memoryFile.path().resolveSibling("session.json"));
            places = new Places(navigation, sessionFile.read());
            desk = new Desk(navigation, new DocumentFiles(), context, places, new RecentFiles(memory.recent()));
            ChartExports exports = new ChartExports(navigation, desk, context);
            Actions actions = new Actions(navigation, desk, exports, context);
            exports.films().found().addListener((observed, before, now) -> {
                if (now.isRunning() && !before.isRunning()) {
                    banner.begin();
                }
            });
            VBox notices = new VBox(banner, new FilmStrip(exports.films(), messages));
            Shell shell = new Shell(context, navigation, desk, actions, notices);
            faults.onFault(fault -> new Recovery(desk, memoryFile.path(), context).tell(fault));
            frame = new Frame(stage);
            frame.place(memory);
            stage.titleProperty().bind(desk.title());
            stage.setScene(shell.scene());
            openFirst(start);
            shell.present(options.present());
            navigation.current().addListener((observed, before, now) -> tellOfComeback(banner));
            tellOfComeback(banner);
            autosave = new Autosave(this::snapshot, workers);
            stage.focusedProperty().addListener((observed, before, focused) -> {
                if (!focused) {
                    autosave.soon();
                }
            });
            beat = new Beat(AUTOSAVE, pulses, autosave::soon);
        }

        private Runnable snapshot() {
            Supplier<Map<LabName, Held>> labs = places.toKeep();
            Memory memory = new Memory(
                    frame.bounds(),
                    stage.isMaximized(),
                    Optional.of(navigation.current().get().name()),
                    Optional.of(messages.language().get()),
                    Optional.of(appearance.theme().get()),
                    desk.recent().paths());
            return () -> {
                sessionFile.write(labs.get());
                memoryFile.write(memory);
            };
        }

        private void tellOfComeback(Banner banner) {
            banner.withdraw();
            if (places.tellsOfComeback()) {
                banner.offer(messages.bind("shell.broughtBack"), messages.bind("shell.startFresh"), desk::startFresh);
            }
        }

        private static LabName firstLab(List<Labs.Maker> labs, StartOptions options, Memory memory) {
            return options.lab().or(memory::lab).orElse(labs.get(0).name());
        }

        private void openFirst(HyperlabApp.Start start) {
            Optional<Path> file = start.options().file();
            if (file.isPresent() && start.opened().isPresent()) {
                desk.place(file.get(), start.opened().get());
            }
        }

        Autosave autosave() {
            return autosave;
        }

        Desk desk() {
            return desk;
        }

        /** Saves the window's state and the labs' documents, and ends all threads. */
        void close() {
            beat.close();
            autosave.now();
            navigation.close();
            workers.close();
        }
    }
}
