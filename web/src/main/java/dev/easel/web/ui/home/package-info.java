/** The first page of the dashboard. */
package dev.easel.web.ui.home;
