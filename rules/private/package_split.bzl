"""`package_split`: takes package.xml apart, so that an edit rebuilds only the assets that it changes."""

load("//rules:providers.bzl", "DevGraphInfo")
load("//toolchains/node:toolchain.bzl", "NODE_TOOLCHAIN")
load(":tool_action.bzl", "TOOL_ATTRS", "tool_action")

SplitInfo = provider(
    doc = "A package.xml taken apart.",
    fields = {
        "behaviors": "File: the behaviours that it names, as JSON; None if it names none.",
        "fragments": "A dict of ids to Files: one definition each, as JSON.",
        "index": "File: ids and dependencies, as JSON.",
        "indexes": "A depset of Files: those of its dependencies and its own.",
        "manifest": "File: package.xml.",
    },
)

def _package_split_impl(ctx):
    fragments = {
        id: ctx.actions.declare_file("{}/{}.json".format(ctx.label.name, id))
        for id in ctx.attr.ids
    }
    index = ctx.actions.declare_file(ctx.label.name + "/index.json")
    dependencies = depset(transitive = [dep[SplitInfo].indexes for dep in ctx.attr.deps], order = "postorder")
    behaviors = ctx.actions.declare_file(ctx.label.name + "/behaviors.json") if ctx.attr.has_behaviors else None
    outputs = fragments.values() + [index] + ([behaviors] if behaviors else [])
    action = tool_action(
        ctx,
        tool = "assets",
        command = "split",
        flags = [
            ("--manifest", ctx.file.manifest),
            ("--manifest-name", ctx.file.manifest.short_path),
            ("--index", dependencies.to_list()),
            ("--missing", [label.name for label in ctx.attr.missing]),
            ("--beside", ctx.attr.beside if ctx.attr.missing else []),
            ("--naming", {file.short_path: file for file in ctx.files.naming}),
            ("--out-index", index),
            ("--out-behaviors", behaviors or []),
        ] + [("--out", ["{}={}".format(id, file.path) for id, file in fragments.items()])],
        # Only a failed action can be said to make what is missing.
        outputs = outputs + ctx.outputs.missing,
        mnemonic = "PackageSplit",
        progress_message = "Splitting %{input}",
    )
    return [
        DefaultInfo(files = depset(outputs)),
        SplitInfo(
            manifest = ctx.file.manifest,
            behaviors = behaviors,
            fragments = fragments,
            index = index,
            indexes = depset([index], transitive = [dependencies], order = "postorder"),
        ),
        DevGraphInfo(actions = depset(
            [action],
            transitive = [dep[DevGraphInfo].actions for dep in ctx.attr.deps],
            order = "postorder",
        )),
    ]

package_split = rule(
    implementation = _package_split_impl,
    attrs = TOOL_ATTRS | {
        "beside": attr.string_list(doc = "Paths of the files in the package's folder, to suggest instead of those missing."),
        "deps": attr.label_list(
            doc = "package_split targets of the packages that it depends on.",
            providers = [SplitInfo],
        ),
        "has_behaviors": attr.bool(doc = "Whether it names behaviours."),
        "ids": attr.string_list(doc = "Ids of all assets and scenes in it."),
        "manifest": attr.label(
            doc = "package.xml.",
            allow_single_file = [".xml"],
            mandatory = True,
        ),
        "naming": attr.label_list(
            doc = "The package.xml of each package that names any of `missing`.",
            allow_files = [".xml"],
        ),
        "missing": attr.output_list(
            doc = "Files that it names and that are not there. They count as this target's, so that what needs them waits for " +
                  "it, and all it says of them is where in package.xml they are named.",
        ),
    },
    doc = "One file a definition of a package.xml.",
    provides = [SplitInfo, DevGraphInfo],
    toolchains = [NODE_TOOLCHAIN],
)
