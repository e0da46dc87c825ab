"""The module extension that finds asset packages.

    packages = use_extension("@haxe_game//rules:extensions.bzl", "packages")
    packages.discover(folders = ["packages/*", "game"])
    use_repo(packages, "game_packages")

and in the BUILD file of each folder with a package.xml:

    load("@game_packages//:defs.bzl", "game_package")

    game_package(name = "vehicles", code = [":code"])

Only the package.xml files are read and watched, never the assets. The reader is the asset compiler's own, run by the
pinned Node before anything is built, so discovery and build cannot disagree.
"""

load("//rules/private:discovery.bzl", "packages_repository")

def _packages_impl(module_ctx):
    for module in module_ctx.modules:
        # Packages are found in the workspace; only its own module may say where.
        if not module.is_root:
            continue
        for tag in module.tags.discover:
            packages_repository(name = tag.name, folders = tag.folders)
    return module_ctx.extension_metadata(reproducible = True)

_discover = tag_class(
    attrs = {
        "folders": attr.string_list(
            doc = "Folders of packages, from the workspace's root; `a/*` stands for every folder in `a`.",
            default = ["packages/*"],
        ),
        "name": attr.string(
            doc = "Name of the repository that holds the macro.",
            default = "game_packages",
        ),
    },
    doc = "Where packages are.",
)

packages = module_extension(
    implementation = _packages_impl,
    tag_classes = {"discover": _discover},
    doc = "Finds every package.xml and makes `game_package` for them.",
)
