/** What is done to given images, and to made ones before they are stored. */
package dev.easel.service.editing;
