/** Pages of those who run the server: the queue, the nodes, what failed, how the server does. */
package dev.easel.web.ui.operate;
