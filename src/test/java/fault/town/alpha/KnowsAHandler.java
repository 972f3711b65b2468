package fault.town.alpha;

import fault.town.alpha.process.PublicHandler;

/** Calls the engine's door from the inside. */
class KnowsAHandler {

    PublicHandler handler;
}
