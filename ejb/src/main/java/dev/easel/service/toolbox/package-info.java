/** Work on given images that the server does itself: filters, cutting out, enlarging, measuring. */
package dev.easel.service.toolbox;
