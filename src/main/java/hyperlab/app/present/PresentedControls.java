package hyperlab.app.present;

import hyperlab.lab.Lab;
import hyperlab.lab.LabName;
import hyperlab.ui.Appearance;
import hyperlab.ui.Messages;
import hyperlab.ui.control.Icons;
import hyperlab.ui.control.slider.PinnedControl;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/**
 * The controls of a lab that stay above the charts in a presentation: its main control, which the keys {@code ,} and
 * {@code .} change, and a second one if the teacher has chosen one, which {@code ;} and {@code '} change. With Shift
 * the steps are larger. FX thread only.
 */
public final class PresentedControls {
    private final ControlBar main;
    private final ControlBar second;
    private final Messages messages;
    private final Map<LabName, String> mainIds = new EnumMap<>(LabName.class);
    private final Map<LabName, String> secondIds = new EnumMap<>(LabName.class);
    private final MenuButton choice = new MenuButton();
    private @Nullable Lab lab;

    public PresentedControls(Messages messages, Appearance appearance) {
        this.messages = messages;
        choice.setId("presented-choice");
        Icons.addTooltip(choice, messages.bind("present.choose"));
        choice.setOnShowing(event -> fillMenu());
        choice.getItems().add(new MenuItem());
        main = new ControlBar("presented-main", messages, appearance, ",", ".").withLeading(choice);
        second = new ControlBar("presented-second", messages, appearance, ";", "'");
        second.getStyleClass().add("second-control");
    }

    /** The bar of the main control. */
    public ControlBar main() {
        return main;
    }

    /** The bar of the second control. */
    public ControlBar second() {
        return second;
    }

    /** The lab's main control that the teacher has chosen, by its id; labs that are missing use their own. */
    public Map<LabName, String> mainIds() {
        return Map.copyOf(mainIds);
    }

    /** The second control of each lab that has one, by its id. */
    public Map<LabName, String> secondIds() {
        return Map.copyOf(secondIds);
    }

    /** Restores what {@link #mainIds} and {@link #secondIds} returned. */
    public void restore(Map<LabName, String> newMain, Map<LabName, String> newSecond) {
        mainIds.putAll(newMain);
        secondIds.putAll(newSecond);
    }

    /** Shows the controls of a lab. */
    public void pin(Lab newLab) {
        unpin();
        lab = newLab;
        Region panel = newLab.parts().controls();
        main.pin(find(mainIds.get(newLab.name()), panel).or(() -> ofLab(panel)).orElse(null));
        second.pin(find(secondIds.get(newLab.name()), panel).orElse(null));
    }

    /** Moves the controls back to their panel. */
    public void unpin() {
        main.unpin();
        second.unpin();
    }

    /** Whether the controls are still those that {@link #pin} would show. */
    public boolean isCurrent() {
        Lab now = lab;
        if (now == null) {
            return true;
        }
        Region panel = now.parts().controls();
        return main.isStillPinned(panel)
                && (second.control().isEmpty()
                        ? find(secondIds.get(now.name()), panel).isEmpty()
                        : second.isStillPinned(panel));
    }

    private static Optional<SteppableControl> ofLab(Region panel) {
        return PinnedControl.findFirst(panel).flatMap(SteppableControl::of);
    }

    private static Optional<SteppableControl> find(@Nullable String id, Region panel) {
        return id == null
                ? Optional.empty()
                : SteppableControl.visibleIn(panel).stream()
                        .filter(control -> control.id().equals(id))
                        .findFirst();
    }

    /** Changes a control by its keys; returns whether the key is one of them. */
    public boolean handleKey(KeyEvent event) {
        KeyCode code = event.getCode();
        return switch (code) {
            case COMMA -> main.step(-1, event.isShiftDown());
            case PERIOD -> main.step(1, event.isShiftDown());
            case SEMICOLON -> stepSecond(-1, event.isShiftDown());
            case QUOTE -> stepSecond(1, event.isShiftDown());
            default -> false;
        };
    }

    /** If no second control has been chosen, the first other one of the lab becomes it. */
    private boolean stepSecond(int by, boolean large) {
        Lab now = lab;
        if (second.control().isEmpty() && now != null) {
            candidates(now).stream()
                    .filter(control -> main.control().filter(control::equals).isEmpty())
                    .findFirst()
                    .ifPresent(control -> choose(secondIds, now, control));
        }
        return second.step(by, large);
    }

    private void fillMenu() {
        Lab now = lab;
        if (now == null) {
            return;
        }
        List<SteppableControl> all = candidates(now);
        List<MenuItem> items = new ArrayList<>();
        for (SteppableControl control : all) {
            items.add(item(control, main, () -> choose(mainIds, now, control)));
        }
        Menu more = new Menu(messages.get("present.second"));
        more.setId("presented-second-choice");
        MenuItem none = new MenuItem(messages.get("present.second.none"));
        none.setOnAction(event -> {
            secondIds.remove(now.name());
            pin(now);
        });
        more.getItems().add(none);
        for (SteppableControl control : all) {
            if (main.control().filter(control::equals).isEmpty()) {
                more.getItems().add(item(control, second, () -> choose(secondIds, now, control)));
            }
        }
        items.add(new SeparatorMenuItem());
        items.add(more);
        choice.getItems().setAll(items);
    }

    /** The pinned controls are not in their panel now. */
    private List<SteppableControl> candidates(Lab now) {
        return Stream.concat(
                        Stream.of(main, second).flatMap(bar -> bar.control().stream()),
                        SteppableControl.visibleIn(now.parts().controls()).stream())
                .filter(control -> !control.id().isEmpty() && !control.name().isEmpty())
                .toList();
    }

    private static MenuItem item(SteppableControl control, ControlBar bar, Runnable action) {
        CheckMenuItem item = new CheckMenuItem(control.name());
        item.setId("present-" + control.id());
        item.setMnemonicParsing(false);
        item.setSelected(bar.control().filter(control::equals).isPresent());
        item.setOnAction(event -> action.run());
        return item;
    }

    /** Chooses a control as the main or the second one of a lab. */
    private void choose(Map<LabName, String> ids, Lab now, SteppableControl control) {
        Map<LabName, String> others = ids == mainIds ? secondIds : mainIds;
        others.remove(now.name(), control.id());
        ids.put(now.name(), control.id());
        pin(now);
    }

    /** What the main control shows, as text: its label and its value; empty without a control. */
    public String description() {
        return main.control()
                .map(control -> (control.name() + " " + control.value()).strip())
                .orElse("");
    }
}
