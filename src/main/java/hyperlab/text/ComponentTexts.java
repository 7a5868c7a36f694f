package hyperlab.text;

import hyperlab.rule.Component;
import hyperlab.rule.Constant;

/** Message keys of the texts about optimizers. */
public final class ComponentTexts {
    private ComponentTexts() {}

    /**
     * The message key of the hint on an optimizer's constant: its own, if the constant means something else there than
     * in other optimizers.
     *
     * @param commonKey the key of the hint that the others share
     */
    public static String hintKey(Texts texts, Component<?> optimizer, Constant constant, String commonKey) {
        String own = "component.optimizer." + optimizer.name() + "." + constant.key() + ".hint";
        return texts.has(own) ? own : commonKey;
    }
}
