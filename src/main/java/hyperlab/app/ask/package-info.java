/**
 * Ask first: asks about the current state of a lab, hides its results until a prediction is committed, and explains.
 * FX thread only; the view model needs no toolkit.
 */
@NullMarked
package hyperlab.app.ask;

import org.jspecify.annotations.NullMarked;
