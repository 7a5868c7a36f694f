/**
 * Images as numbers: the layout of pixels in an array, reading and writing image files, and well-known filters.
 * {@code data} uses it to describe rows that are images, and {@code nn} to describe its inputs. Depends only on the
 * JDK, including its image classes, and on {@code rule}. All types are immutable and thread-safe.
 */
@NullMarked
package hyperlab.image;

import org.jspecify.annotations.NullMarked;
