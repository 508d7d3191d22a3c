package dev.easel.service.usage;

/**
 * What a tenant has used.
 *
 * @param imagesToday images of generations accepted since midnight UTC
 * @param imagesThisMonth the same since the first of the month, UTC
 * @param storedBytes bytes of all images and assets kept now
 */
public record Usage(long imagesToday, long imagesThisMonth, long storedBytes) {}
