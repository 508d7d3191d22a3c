/** Delivered images and their files. */
package dev.easel.service.asset;
