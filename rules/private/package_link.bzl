"""`package_link`: joins a package's blobs to one `.fpkg`."""

load("//rules:providers.bzl", "AssetInfo", "BehaviorsInfo", "DevGraphInfo", "PackageInfo")
load("//toolchains/node:toolchain.bzl", "NODE_TOOLCHAIN")
load(":package_split.bzl", "SplitInfo")
load(":tool_action.bzl", "TOOL_ATTRS", "tool_action")

def _package_link_impl(ctx):
    split = ctx.attr.definition[SplitInfo]
    assets = [asset[AssetInfo] for asset in ctx.attr.assets]
    deps = [dep[PackageInfo] for dep in ctx.attr.deps]
    fpkg = ctx.actions.declare_file(ctx.label.name + ".fpkg")
    tables = ctx.actions.declare_file(ctx.label.name + ".tables.fpkg")
    dependencies = depset(transitive = [dep.tables for dep in deps], order = "postorder")
    action = tool_action(
        ctx,
        tool = "assets",
        command = "link",
        flags = [
            ("--index", split.index),
            ("--blob", [asset.blob for asset in assets]),
            ("--dependency", dependencies.to_list()),
            ("--out", fpkg),
            ("--tables", tables),
        ],
        outputs = [fpkg, tables],
        mnemonic = "PackageLink",
        progress_message = "Linking package %{label}",
    )
    behaviors = [ctx.attr.behaviors] if ctx.attr.behaviors else []
    own = [struct(kind = asset.kind, name = "{}.{}".format(ctx.attr.package_id, asset.id), blob = asset.blob) for asset in assets]
    scenes = [split.fragments[asset.id] for asset in assets if asset.kind in ["prefab", "scene"]]
    return [
        DefaultInfo(files = depset([fpkg])),
        PackageInfo(
            assets = depset(own, transitive = [dep.assets for dep in deps], order = "postorder"),
            behaviors = depset(
                [target[BehaviorsInfo].registry for target in behaviors],
                transitive = [dep.behaviors for dep in deps],
                order = "postorder",
            ),
            fpkg = fpkg,
            index = split.index,
            indexes = split.indexes,
            packages = depset([fpkg], transitive = [dep.packages for dep in deps], order = "postorder"),
            scenes = depset(scenes, transitive = [dep.scenes for dep in deps], order = "postorder"),
            tables = depset([tables], transitive = [dependencies], order = "postorder"),
        ),
        DevGraphInfo(actions = depset(
            [action],
            transitive = [dep[DevGraphInfo].actions for dep in ctx.attr.assets + ctx.attr.deps + behaviors + [ctx.attr.definition]],
            order = "postorder",
        )),
    ]

package_link = rule(
    implementation = _package_link_impl,
    attrs = TOOL_ATTRS | {
        "assets": attr.label_list(
            doc = "All assets, prefabs and scenes of the package.",
            providers = [AssetInfo],
        ),
        "behaviors": attr.label(
            doc = "The behaviours that its package.xml names, if any.",
            providers = [BehaviorsInfo],
        ),
        "definition": attr.label(
            doc = "The package_split of its package.xml.",
            mandatory = True,
            providers = [SplitInfo],
        ),
        "deps": attr.label_list(
            doc = "The packages that it depends on.",
            providers = [PackageInfo],
        ),
        "package_id": attr.string(
            doc = "The package's id in package.xml.",
            mandatory = True,
        ),
    },
    doc = "A package of assets, as the runtime loads it.",
    provides = [PackageInfo, DevGraphInfo],
    toolchains = [NODE_TOOLCHAIN],
)
