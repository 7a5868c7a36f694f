/** Sliders for quantities with their own scales: linear, logarithmic, powers, powers of two. FX thread only. */
@NullMarked
package hyperlab.ui.control.slider;

import org.jspecify.annotations.NullMarked;
