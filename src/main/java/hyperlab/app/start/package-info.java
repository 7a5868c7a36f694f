/** The choice that is offered at the very first start. FX thread only. */
@NullMarked
package hyperlab.app.start;

import org.jspecify.annotations.NullMarked;
