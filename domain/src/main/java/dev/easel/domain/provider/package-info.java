/** The contract between the pipeline and whatever renders: painter, GPU node, hosted API. */
package dev.easel.domain.provider;
