package hyperlab.lab;

import hyperlab.file.Document;
import hyperlab.ui.concurrent.Conflator;
import hyperlab.ui.control.chart.ChartCard;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/**
 * The view of a lab. It shows the newest view state of its view model at most once per pulse, and again when the
 * language changes. A subclass builds its parts in its constructor, which ends with {@link #start}. FX thread only.
 *
 * @param <S> the settings of the lab
 * @param <V> the view state
 */
public abstract class LabView<S, V> implements Lab {
    private final LabName name;
    private final LabContext context;
    private final LabViewModel<S, V> model;
    private final Conflator<V> updates;
    private final Conflator<V> detailUpdates;
    private @Nullable LabParts parts;
    private boolean onStage;

    protected LabView(LabName name, LabContext context, LabViewModel<S, V> model) {
        this.name = name;
        this.context = context;
        this.model = model;
        updates = new Conflator<>(context.pulses(), this::update);
        detailUpdates = new Conflator<>(context.lowPriority(), this::showDetails);
    }

    /** Shows the first view state and follows the view model, the language and the style from now on. */
    protected final void start(LabParts labParts) {
        parts = labParts;
        model.viewStateProperty().addListener(observed -> requestUpdate());
        model.settingsState().stateProperty().addListener(observed -> context.settingsChanged());
        context.messages().languageProperty().addListener((observed, before, now) -> {
            relabel();
            showAll();
        });
        context.appearance().addStyleListener(this::restyle);
        showAll();
    }

    /** Shows the view state again, at the next pulse, when one of {@code causes} changes. */
    protected final void updateOn(ObservableValue<?>... causes) {
        ChangeListener<Object> listener = (observed, before, now) -> requestUpdate();
        for (ObservableValue<?> cause : causes) {
            cause.addListener(listener);
        }
    }

    /** Shows the view state again at the next pulse. */
    protected final void requestUpdate() {
        updates.offer(model.viewStateProperty().get());
    }

    private void update(V state) {
        show(state);
        detailUpdates.offer(state);
    }

    /** Shows the current view state immediately. */
    protected final void showAll() {
        V state = model.viewStateProperty().get();
        show(state);
        showDetails(state);
    }

    /** Shows what must keep up with playback, such as the charts. */
    protected abstract void show(V state);

    /** Shows text and numbers, which may appear slightly later than the charts. */
    protected void showDetails(V state) {}

    /** Updates texts that do not follow the language by themselves; {@link #show} is called afterwards. */
    protected void relabel() {}

    /** Applies the current chart style. */
    protected void restyle() {}

    /** Activates the charts that are visible; only they draw. */
    protected void updateActiveCharts() {
        charts().forEach(card -> card.setActive(onStage));
    }

    /** Handles keys that nothing else has handled while the lab is on stage, wherever the focus is. */
    protected final void handleKeys(Node stage, EventHandler<KeyEvent> handler) {
        EventHandler<KeyEvent> whileOnStage = whileOnStage(handler);
        stage.sceneProperty().addListener((observed, before, now) -> {
            if (before != null) {
                before.removeEventHandler(KeyEvent.KEY_PRESSED, whileOnStage);
            }
            if (now != null) {
                now.addEventHandler(KeyEvent.KEY_PRESSED, whileOnStage);
            }
        });
    }

    /** Handles keys before the focused control while the lab is on stage. */
    protected final void filterKeys(Node stage, EventHandler<KeyEvent> filter) {
        EventHandler<KeyEvent> whileOnStage = whileOnStage(filter);
        stage.sceneProperty().addListener((observed, before, now) -> {
            if (before != null) {
                before.removeEventFilter(KeyEvent.KEY_PRESSED, whileOnStage);
            }
            if (now != null) {
                now.addEventFilter(KeyEvent.KEY_PRESSED, whileOnStage);
            }
        });
    }

    private EventHandler<KeyEvent> whileOnStage(EventHandler<KeyEvent> handler) {
        return event -> {
            if (onStage) {
                handler.handle(event);
            }
        };
    }

    protected final boolean isOnStage() {
        return onStage;
    }

    @Override
    public final LabName name() {
        return name;
    }

    @Override
    public final LabParts parts() {
        return Objects.requireNonNull(parts);
    }

    @Override
    public abstract List<ChartCard> charts();

    @Override
    public final Document document() {
        return model.document();
    }

    @Override
    public Document displayedDocument(ChartCard card) {
        return document();
    }

    @Override
    public final void open(Document document, @Nullable Path folder) {
        model.open(document, folder);
    }

    @Override
    public void setOnStage(boolean nowOnStage) {
        onStage = nowOnStage;
        updateActiveCharts();
        if (nowOnStage) {
            model.resume();
        } else {
            model.pause();
        }
    }

    @Override
    public void close() {
        model.close();
        updates.clear();
        detailUpdates.clear();
    }
}
