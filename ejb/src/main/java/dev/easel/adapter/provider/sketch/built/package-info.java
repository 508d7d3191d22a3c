/** What people build: drawn in their own measure, lit by the picture. */
package dev.easel.adapter.provider.sketch.built;
