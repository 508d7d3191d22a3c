/** Whether this server can work, and how much it does. */
package dev.easel.service.health;
