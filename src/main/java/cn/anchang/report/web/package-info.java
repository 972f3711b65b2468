/** The browser's door to the reports. */
package cn.anchang.report.web;
