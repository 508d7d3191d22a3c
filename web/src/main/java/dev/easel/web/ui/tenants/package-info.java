/** Pages for operators on tenants: who they are, what they have and may. */
package dev.easel.web.ui.tenants;
