/** Declares that it knows nobody, and knows beta. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
package fault.town.alpha;
