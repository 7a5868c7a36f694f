/**
 * One-line captions that describe how a figure was made. Stateless; any thread.
 */
@NullMarked
package hyperlab.export.caption;

import org.jspecify.annotations.NullMarked;
