/** Entry fields that check what is typed and show the rule when it is invalid. FX thread only. */
@NullMarked
package hyperlab.ui.control.field;

import org.jspecify.annotations.NullMarked;
