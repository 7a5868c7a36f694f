package hyperlab.ui;

import java.util.concurrent.Callable;
import javafx.application.Platform;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

/**
 * Gives each test a new stage. TestFX alone uses one stage for all tests of a process, so the size and the listeners
 * that one test leaves on it reach the next. It is also the robot of the tests: its pointer moves to its target in a few
 * steps, and it waits once for all keys that are pressed or released together.
 */
public final class StageExtension extends ApplicationExtension {
    static {
        // 200 steps of at least a millisecond, each with the events of a moved pointer, unless this is set.
        System.setProperty("testfx.robot.move_max_count", "10");
    }

    @Override
    public FxRobot press(KeyCode... keys) {
        robotContext().getKeyboardRobot().pressNoWait(keys);
        WaitForAsyncUtils.waitForFxEvents();
        return this;
    }

    @Override
    public FxRobot release(KeyCode... keys) {
        robotContext().getKeyboardRobot().releaseNoWait(keys);
        WaitForAsyncUtils.waitForFxEvents();
        return this;
    }

    @Override
    public void beforeEach(ExtensionContext context) throws Exception {
        // The first call starts the toolkit; without this, closing the only stage would end it.
        FxToolkit.registerPrimaryStage();
        Platform.setImplicitExit(false);
        Stage stage = FxToolkit.setupFixture((Callable<Stage>) Stage::new);
        // TestFX offers no setter; the extension hands this stage to the start methods.
        FxToolkit.toolkitContext().getPrimaryStageFuture().obtrudeValue(stage);
        super.beforeEach(context);
    }

    @Override
    public void afterEach(ExtensionContext context) throws Exception {
        super.afterEach(context);
        FxToolkit.setupFixture((Runnable) FxToolkit.toolkitContext().getRegisteredStage()::close);
    }
}
