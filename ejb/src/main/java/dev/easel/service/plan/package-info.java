/** Plans, who has subscribed to them, and what they grant. */
package dev.easel.service.plan;
