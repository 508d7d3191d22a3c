/** How the container tests are run; not part of the archive they run in. */
package dev.easel.arquillian;
