package fault.town.alpha;

import fault.town.beta.Beta;

/** A wrong arrow. */
class KnowsBeta {

    Beta beta;
}
