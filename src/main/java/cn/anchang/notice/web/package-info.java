/** The page 提醒, its settings, and the bell on every page. */
package cn.anchang.notice.web;
