/** The browser's door to controlled documents: the card of a task, drafts and attachments, the pages 受控文件. */
package cn.anchang.approval.web;
