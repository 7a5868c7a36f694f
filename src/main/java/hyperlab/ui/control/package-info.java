/** Controls that the labs share: sliders, the playback bar, cards with charts. FX thread only. */
@NullMarked
package hyperlab.ui.control;

import org.jspecify.annotations.NullMarked;
