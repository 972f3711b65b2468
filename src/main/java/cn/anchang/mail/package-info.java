/** Letters out: a row first, in the transaction of what it tells about; sent afterwards by a worker. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"shared", "organization"})
package cn.anchang.mail;
