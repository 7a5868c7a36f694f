package hyperlab.ui;

import java.util.concurrent.Callable;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.testfx.api.FxToolkit;
import org.testfx.framework.junit5.ApplicationExtension;

/**
 * Gives each test a new stage. TestFX alone uses one stage for all tests of a process, so the size and the listeners
 * that one test leaves on it reach the next.
 */
public final class StageExtension extends ApplicationExtension {
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
