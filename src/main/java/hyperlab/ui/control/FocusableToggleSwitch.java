package hyperlab.ui.control;

import atlantafx.base.controls.ToggleSwitch;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** A toggle switch that also responds to Space and Enter while it has the focus. */
public final class FocusableToggleSwitch extends ToggleSwitch {
    public FocusableToggleSwitch(String id) {
        setId(id);
        setFocusTraversable(true);
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.SPACE || event.getCode() == KeyCode.ENTER) {
                setSelected(!isSelected());
                event.consume();
            }
        });
    }
}
