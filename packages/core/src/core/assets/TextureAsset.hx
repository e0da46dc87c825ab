package core.assets;

/** "package.Name" of a texture, empty for none. A parameter of this type names one that exists, or the build fails. **/
abstract TextureAsset(String) from String to String {}
