package core.assets;

/** "package.Name" of a prefab, empty for none. A parameter of this type names one that exists, or the build fails. **/
abstract PrefabAsset(String) from String to String {}
