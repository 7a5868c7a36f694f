package hyperlab.app;

import java.nio.file.Path;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * One presented window for all tests of a class, because opening it takes longer than most of them. Each test must bring
 * what it looks at into the state that it expects.
 */
final class SharedWindow implements AfterAllCallback {
    private @Nullable Stage stage;
    private @Nullable PresentedWindow window;

    /** The window, which the first call opens; on the FX thread. */
    PresentedWindow open(Path folder) {
        PresentedWindow open = window;
        if (open == null) {
            stage = new Stage();
            open = new PresentedWindow(stage, folder, null);
            window = open;
        }
        return open;
    }

    @Override
    public void afterAll(ExtensionContext context) {
        PresentedWindow.onFxThread(() -> {
            if (stage != null && window != null) {
                window.close();
                stage.close();
            }
        });
    }
}
