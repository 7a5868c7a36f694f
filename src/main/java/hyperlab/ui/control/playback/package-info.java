/** The playback bar below a stage and its model. FX thread only; the model needs no toolkit. */
@NullMarked
package hyperlab.ui.control.playback;

import org.jspecify.annotations.NullMarked;
