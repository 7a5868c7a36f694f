package hyperlab.app;

import hyperlab.lab.Lab;
import hyperlab.lab.LabName;
import hyperlab.ui.FilePicker;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import javafx.scene.Node;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/** The window with its labs, for a test, which shows its stage. Opened and closed on the FX thread. */
final class TestWindow implements SharedWindow.OpenWindow {
    private final Stage stage;
    private final Map<LabName, Lab> labs = new ConcurrentHashMap<>();
    private final HyperlabWindow.Wiring wiring;

    /**
     * Opens the window with the real labs.
     *
     * @param folder for the saved state
     * @param options of the command line
     */
    TestWindow(Stage stage, Path folder, String... options) {
        this(stage, folder, Labs.all(), null, options);
    }

    /**
     * Opens the window.
     *
     * @param picker used instead of the file dialogs of the platform if not null
     */
    TestWindow(
            Stage stage, Path folder, List<Labs.LabFactory> factories, @Nullable FilePicker picker, String... options) {
        this.stage = stage;
        wiring = new HyperlabWindow.Wiring(
                stage,
                new WindowStateStore(folder.resolve("window.json")),
                factories.stream().map(this::watched).toList(),
                HyperlabApp.read(StartOptions.parse(options)),
                picker);
    }

    private Labs.LabFactory watched(Labs.LabFactory factory) {
        return new Labs.LabFactory(factory.name(), factory.accepts(), context -> {
            Lab lab = factory.create().apply(context);
            labs.put(factory.name(), lab);
            return lab;
        });
    }

    @Override
    public void close() {
        wiring.close();
    }

    @Override
    public Stage stage() {
        return stage;
    }

    HyperlabWindow.Wiring wiring() {
        return wiring;
    }

    /** The labs that were created so far. */
    Map<LabName, Lab> labs() {
        return Collections.unmodifiableMap(labs);
    }

    /** A lab that was created before. */
    Lab lab(LabName name) {
        return Objects.requireNonNull(labs.get(name), name.id());
    }

    /** The node with this id, which is in the window. */
    Node node(String id) {
        return Objects.requireNonNull(stage.getScene().lookup("#" + id), id);
    }
}
