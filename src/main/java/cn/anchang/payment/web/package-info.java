/** The page 款项: where finance records money, and those who run the site look at it. */
package cn.anchang.payment.web;
