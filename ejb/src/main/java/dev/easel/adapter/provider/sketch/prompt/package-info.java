/** From words to what is to be painted: the vocabulary is data, the reader knows no pictures. */
package dev.easel.adapter.provider.sketch.prompt;
