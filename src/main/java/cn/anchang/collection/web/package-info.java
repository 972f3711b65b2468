/** The browser's door to reminders. */
package cn.anchang.collection.web;
