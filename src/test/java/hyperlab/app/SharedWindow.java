package hyperlab.app;

import hyperlab.ui.StageExtension;
import java.nio.file.Path;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;

/**
 * One presented window for all tests of a class, because opening it takes longer than most of them. Each test must bring
 * what it looks at into the state that it expects. The class has the tag {@code window} instead of the annotation
 * {@link hyperlab.ui.WindowTest}, which hides all windows after each test.
 */
final class SharedWindow implements BeforeAllCallback, AfterAllCallback, ParameterResolver {
    private final FxRobot robot = new StageExtension();
    private @Nullable PresentedWindow window;

    @Override
    public void beforeAll(ExtensionContext context) throws Exception {
        FxToolkit.registerPrimaryStage();
        Platform.setImplicitExit(false);
    }

    /** The window, which the first call opens; on the FX thread. */
    PresentedWindow open(Path folder) {
        PresentedWindow open = window;
        if (open == null) {
            open = new PresentedWindow(new Stage(), folder, null);
            window = open;
        }
        return open;
    }

    @Override
    public void afterAll(ExtensionContext context) {
        PresentedWindow.onFxThread(() -> {
            if (window != null) {
                window.close();
                window.stage().close();
            }
        });
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == FxRobot.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return robot;
    }
}
