/** The page 信件: what was sent, what waits, and what the server said. */
package cn.anchang.mail.web;
