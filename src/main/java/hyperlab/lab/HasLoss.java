package hyperlab.lab;

import java.util.OptionalDouble;

/** A lab that plays a falling loss, which can be heard. FX thread only. */
public interface HasLoss {
    /** The loss at the position that is played; empty if there is none yet, or if it is not finite. */
    OptionalDouble currentLoss();
}
