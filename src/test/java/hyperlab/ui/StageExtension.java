package hyperlab.ui;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;
import org.testfx.robot.Motion;
import org.testfx.service.query.PointQuery;
import org.testfx.util.WaitForAsyncUtils;

/**
 * Gives each test a new stage. The extension of TestFX uses one stage for all tests of a process, so the size and the
 * listeners that one test leaves on it reach the next; and it sleeps for half a second in each test. This one is also
 * the robot of the tests. A robot of TestFX sleeps five times for 10 ms after each key, click and access to the FX
 * thread; this one waits for the next pulse. Its pointer jumps to what it clicks on.
 */
public final class StageExtension extends FxRobot implements BeforeEachCallback, AfterEachCallback, ParameterResolver {
    private static final long SECONDS = 120;
    private static final int MAX_PULSES = 10;

    static {
        // For drags: 200 steps of at least a millisecond, each with the events of a moved pointer, unless this is set.
        System.setProperty("testfx.robot.move_max_count", "10");
    }

    /**
     * Waits until everything queued on the FX thread has run, then for a whole pulse and for what both have queued, and
     * for more pulses while a window still needs a layout.
     */
    public static void waitForPulse() {
        if (Platform.isFxApplicationThread()) {
            throw new IllegalStateException("The FX thread cannot wait for itself; use the robot outside of interact");
        }
        CompletableFuture<Void> over = new CompletableFuture<>();
        Platform.runLater(() -> waitForPulse(over, MAX_PULSES));
        try {
            WaitForAsyncUtils.waitFor(SECONDS, TimeUnit.SECONDS, over);
        } catch (TimeoutException e) {
            throw new IllegalStateException("The FX thread is blocked", e);
        }
    }

    private static void waitForPulse(CompletableFuture<Void> over, int left) {
        new AnimationTimer() {
            @Override
            public void handle(long now) {
                stop();
                // The layout follows the timers of a pulse, and what it queues runs after the first of these.
                Platform.runLater(() -> Platform.runLater(() -> {
                    if (left > 1 && needsLayout()) {
                        waitForPulse(over, left - 1);
                    } else {
                        over.complete(null);
                    }
                }));
            }
        }.start();
    }

    private static boolean needsLayout() {
        return Window.getWindows().stream()
                .map(Window::getScene)
                .anyMatch(scene -> scene != null && scene.getRoot().isNeedsLayout());
    }

    private static void onFxThread(Runnable work) {
        WaitForAsyncUtils.waitForAsyncFx(TimeUnit.SECONDS.toMillis(SECONDS), work);
    }

    @Override
    public void beforeEach(ExtensionContext context) throws TimeoutException {
        // The first call starts the toolkit; without this, closing the only stage would end it.
        FxToolkit.registerPrimaryStage();
        Platform.setImplicitExit(false);
        onFxThread(() -> {
            // Without the handler of an earlier test's window, TestFX records exceptions and reports them.
            Thread.currentThread().setUncaughtExceptionHandler(null);
            call(context, Start.class, new Stage());
        });
        waitForPulse();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        try {
            onFxThread(() -> call(context, Stop.class));
        } finally {
            onFxThread(() -> List.copyOf(Window.getWindows()).forEach(Window::hide));
            releaseAll();
            waitForPulse();
        }
    }

    private static void call(ExtensionContext context, Class<? extends Annotation> annotation, Object... arguments) {
        Object test = context.getRequiredTestInstance();
        for (Method method :
                AnnotationSupport.findAnnotatedMethods(test.getClass(), annotation, HierarchyTraversalMode.TOP_DOWN)) {
            ReflectionSupport.invokeMethod(method, test, arguments);
        }
    }

    /** Releases the keys and buttons that a test has left pressed. */
    public void releaseAll() {
        // Without arguments, everything that is pressed
        robotContext().getKeyboardRobot().releaseNoWait();
        robotContext().getMouseRobot().releaseNoWait();
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == FxRobot.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return this;
    }

    @Override
    public FxRobot interact(Runnable work) {
        onFxThread(work);
        waitForPulse();
        return this;
    }

    @Override
    public FxRobot press(KeyCode... keys) {
        robotContext().getKeyboardRobot().pressNoWait(keys);
        waitForPulse();
        return this;
    }

    @Override
    public FxRobot release(KeyCode... keys) {
        robotContext().getKeyboardRobot().releaseNoWait(keys);
        waitForPulse();
        return this;
    }

    @Override
    public FxRobot push(KeyCode... keys) {
        robotContext().getKeyboardRobot().pressNoWait(keys);
        List<KeyCode> reversed = new ArrayList<>(Arrays.asList(keys));
        Collections.reverse(reversed);
        return release(reversed.toArray(KeyCode[]::new));
    }

    @Override
    public FxRobot type(KeyCode... keys) {
        for (KeyCode key : keys) {
            push(key);
        }
        return this;
    }

    @Override
    public FxRobot clickOn(PointQuery point, Motion motion, MouseButton... buttons) {
        robotContext().getMouseRobot().moveNoWait(point.query());
        waitForPulse();
        return clickOn(buttons);
    }

    @Override
    public FxRobot clickOn(MouseButton... buttons) {
        robotContext().getMouseRobot().pressNoWait(buttons);
        robotContext().getMouseRobot().releaseNoWait(buttons);
        waitForPulse();
        return this;
    }
}
