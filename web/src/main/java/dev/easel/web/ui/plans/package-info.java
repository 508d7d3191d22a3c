/** Pages for operators on plans. */
package dev.easel.web.ui.plans;
