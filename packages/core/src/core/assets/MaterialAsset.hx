package core.assets;

/** "package.Name" of a material, empty for none. A parameter of this type names one that exists, or the build fails. **/
abstract MaterialAsset(String) from String to String {}
