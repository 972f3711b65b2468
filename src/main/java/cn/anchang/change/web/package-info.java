/** The browser's door to change orders: the page 变更, and what their forms ask for. */
package cn.anchang.change.web;
