"""The providers by which rules tell each other what they made."""

DevGraphInfo = provider(
    doc = "What the dev runtime needs to repeat a build in its own process when a source is saved.",
    fields = {
        "actions": "A depset of structs, one an action, in build order: `mnemonic`, `tool` (\"compiler\" or \"assets\"), " +
                   "`arguments`, and `inputs` and `outputs`, lists of Files.",
    },
)

HaxeInfo = provider(
    doc = "A compiled Haxe library and those it needs, each before its dependants.",
    fields = {
        "bytecode": "A depset of Files: `.hbc` for the interpreter.",
        "interfaces": "A depset of Files: `.hxi`, what dependants see.",
        "ir": "A depset of Files: `.hir`, what the back ends read.",
        "javascript": "A depset of Files: `.js` modules for the JIT.",
        "manifests": "A depset of Files: classes and functions of the modules, as JSON.",
        "schema_places": "A depset of Files: where what scenes may say is declared, as JSON; for messages.",
        "schemas": "A depset of Files: what scenes may say of the classes, as JSON.",
    },
)

AssetInfo = provider(
    doc = "One compiled asset or scene.",
    fields = {
        "blob": "File: the asset in runtime format.",
        "id": "string: the asset's id in its package.",
        "kind": "string: \"texture\", \"mesh\", \"shader\", \"material\", \"audio\", \"animation\", \"data\", \"prefab\" or \"scene\".",
    },
)

BehaviorsInfo = provider(
    doc = "The behaviours that a package names, found to be in the code.",
    fields = {
        "registry": "File: ids and class paths, as JSON.",
    },
)

PrefabInfo = provider(
    doc = "A prefab and those it has instances of, each before those that use it.",
    fields = {
        "definitions": "A depset of Files: their definitions, as JSON.",
    },
)

PackageInfo = provider(
    doc = "A linked asset package and those it needs, each before its dependants.",
    fields = {
        "assets": "A depset of structs, one an asset of them: `kind`, `name` (\"package.Name\") and `blob`, a File.",
        "behaviors": "A depset of Files: the registries of behaviours in them, as JSON.",
        "fpkg": "File: the package, with its assets inside.",
        "index": "File: ids of the package's assets, as JSON; what dependants check references against.",
        "indexes": "A depset of Files: its dependencies' indexes and its own.",
        "packages": "A depset of Files: its dependencies' packages and its own.",
        "scenes": "A depset of Files: the definitions of all scenes and prefabs in them, as JSON.",
        "tables": "A depset of Files: the tables of those packages without the assets; what dependants are linked against.",
    },
)
