/** Controls that the labs share: sliders, the playback bar, cards with charts. FX thread only. */
@NullMarked
package hyperlab.app.control;

import org.jspecify.annotations.NullMarked;
