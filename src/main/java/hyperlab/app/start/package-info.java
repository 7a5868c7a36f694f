/** What is loaded and shown before the first lab is built, and the choice that is offered at the very first start. */
@NullMarked
package hyperlab.app.start;

import org.jspecify.annotations.NullMarked;
