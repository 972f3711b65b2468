/** The first run: an embedded database, sample staff, a sample project. Stays out of the production jar. */
@org.springframework.modulith.ApplicationModule(type = org.springframework.modulith.ApplicationModule.Type.OPEN)
package cn.anchang.sample;
