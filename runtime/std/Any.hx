/** Any value; only a cast or a typed variable gets it out. **/
@:coreType abstract Any from Dynamic to Dynamic {}
