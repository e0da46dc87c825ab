"""`behaviors`: the behaviours that a package.xml names, checked against the code."""

load("//rules:providers.bzl", "BehaviorsInfo", "DevGraphInfo", "HaxeInfo")
load("//toolchains/node:toolchain.bzl", "NODE_TOOLCHAIN")
load(":package_split.bzl", "SplitInfo")
load(":tool_action.bzl", "TOOL_ATTRS", "tool_action")

def _behaviors_impl(ctx):
    split = ctx.attr.definition[SplitInfo]
    code = [library[HaxeInfo] for library in ctx.attr.code]
    registry = ctx.actions.declare_file(ctx.label.name + ".json")
    action = tool_action(
        ctx,
        tool = "assets",
        command = "behaviors",
        flags = [
            ("--definition", split.behaviors),
            ("--manifest-name", split.manifest.short_path),
            ("--schema", depset(transitive = [library.schemas for library in code], order = "postorder").to_list()),
            ("--out", registry),
        ],
        outputs = [registry],
        mnemonic = "BehaviorsCheck",
        progress_message = "Checking behaviours of %{label}",
        error_sources = [
            ("--manifest", split.manifest),
            ("--schema-places", depset(transitive = [library.schema_places for library in code], order = "postorder").to_list()),
        ],
    )
    return [
        DefaultInfo(files = depset([registry])),
        BehaviorsInfo(registry = registry),
        # Whoever builds the package learns what is wrong, though only games need the file.
        OutputGroupInfo(_validation = depset([registry])),
        DevGraphInfo(actions = depset(
            [action],
            transitive = [dep[DevGraphInfo].actions for dep in [ctx.attr.definition] + ctx.attr.code],
            order = "postorder",
        )),
    ]

behaviors = rule(
    implementation = _behaviors_impl,
    attrs = TOOL_ATTRS | {
        "code": attr.label_list(
            doc = "Libraries with the classes.",
            providers = [HaxeInfo],
        ),
        "definition": attr.label(
            doc = "The package_split of the package.xml.",
            mandatory = True,
            providers = [SplitInfo],
        ),
    },
    doc = "The behaviours of a package: ids of classes, for the factory table of a game.",
    provides = [BehaviorsInfo, DevGraphInfo],
    toolchains = [NODE_TOOLCHAIN],
)
