package hyperlab.app.control;

import atlantafx.base.controls.ToggleSwitch;

/** On or off. */
public final class Toggle extends ToggleSwitch {
    public Toggle(String id) {
        setId(id);
    }
}
