/** The loss as a tone. The pitch needs no sound device; without one, nothing is heard and nothing fails. */
@NullMarked
package hyperlab.app.sound;

import org.jspecify.annotations.NullMarked;
