/** The catalogue as one consistent snapshot. */
package dev.easel.service.catalog;
