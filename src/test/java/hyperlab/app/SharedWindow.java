package hyperlab.app;

import hyperlab.ui.StageExtension;
import java.nio.file.Path;
import java.util.function.BiFunction;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;

/**
 * One window for all tests of a class, because opening it takes longer than most of them. Each test must bring what it
 * looks at into the state that it expects. The class has the tag {@code window} instead of the annotation
 * {@link hyperlab.ui.WindowTest}, which hides all windows after each test.
 *
 * @param <W> the window
 */
final class SharedWindow<W extends SharedWindow.OpenWindow>
        implements BeforeAllCallback, AfterEachCallback, AfterAllCallback, ParameterResolver {
    private final StageExtension robot = new StageExtension();
    private final BiFunction<Stage, Path, W> opener;
    private @Nullable W window;

    /** A window that was opened. */
    interface OpenWindow {
        Stage stage();

        /** Saves the state and ends all threads; on the FX thread. */
        void close();
    }

    /** @param opener opens the window, whose state is saved in the folder, and shows the stage; on the FX thread */
    SharedWindow(BiFunction<Stage, Path, W> opener) {
        this.opener = opener;
    }

    /** A presented window. */
    static SharedWindow<PresentedWindow> presented() {
        return new SharedWindow<>((stage, folder) -> new PresentedWindow(stage, folder, null));
    }

    @Override
    public void beforeAll(ExtensionContext context) throws Exception {
        FxToolkit.registerPrimaryStage();
        Platform.setImplicitExit(false);
    }

    /** The window, which the first call opens; on the FX thread. */
    W open(Path folder) {
        W open = window;
        if (open == null) {
            open = opener.apply(new Stage(), folder);
            window = open;
        }
        return open;
    }

    @Override
    public void afterEach(ExtensionContext context) {
        robot.releaseAll();
        StageExtension.waitForPulse();
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
