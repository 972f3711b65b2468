/** The browser's door to marketing: what its forms ask for. */
package cn.anchang.marketing.web;
