/** The sample's own page: what its mail catcher received. */
package cn.anchang.sample.web;
