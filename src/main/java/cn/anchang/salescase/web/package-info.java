/** The browser's door to a sale: the context card of a task, look-ups of its forms, papers to print. */
package cn.anchang.salescase.web;
