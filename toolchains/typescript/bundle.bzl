"""Bundling TypeScript with esbuild: the shared action, and `ts_bundle`."""

load("//toolchains/node:toolchain.bzl", "NODE_TOOLCHAIN")
load("//toolchains/npm:node_modules.bzl", "NpmInfo")
load(":node_script.bzl", "file_arguments", "run_script")
load(":providers.bzl", "TypeScriptInfo", "collect_sources", "path_in_repository")

BUNDLE_ATTRS = {
    "deps": attr.label_list(
        doc = "The ts_project targets of what the entry point imports, and npm packages to bundle.",
        providers = [[TypeScriptInfo], [NpmInfo]],
    ),
    "entry_point": attr.label(
        doc = "The TypeScript file to start from.",
        allow_single_file = [".ts"],
        mandatory = True,
    ),
    "external": attr.label_list(
        doc = "npm packages that are not bundled: native ones, and very large ones.",
        providers = [NpmInfo],
    ),
    "minify": attr.bool(doc = "Make the bundle small."),
    "package_json": attr.label(
        doc = "The package.json whose `imports` the sources use.",
        default = "//:package.json",
        allow_files = True,
    ),
    "_esbuild": attr.label(
        default = "@npm//:esbuild",
        cfg = "exec",
    ),
    "_scripts": attr.label(
        default = "//toolchains/typescript:scripts",
        allow_files = True,
    ),
}

def bundle(ctx, output, platform):
    """Declares the action that bundles. The rule must have BUNDLE_ATTRS, and NODE_TOOLCHAIN among its toolchains.

    Args:
      ctx: a rule's context.
      output: the File to write.
      platform: "node" or "browser".
    """
    sources = depset(
        [ctx.file.entry_point] + ctx.files.package_json,
        transitive = [collect_sources([dep for dep in ctx.attr.deps if TypeScriptInfo in dep])],
    )
    modules = [
        folder
        for folder in depset(transitive = [
            dep[TypeScriptInfo].modules if TypeScriptInfo in dep else dep[DefaultInfo].files
            for dep in ctx.attr.deps
        ]).to_list()
        if not _is_external(ctx, folder)
    ]
    args = ctx.actions.args()
    args.add_all("--esbuild", ctx.files._esbuild, expand_directories = False)
    args.add("--entry", path_in_repository(ctx.file.entry_point))
    args.add("--out", output)
    args.add("--platform", platform)
    if ctx.attr.minify:
        args.add("--minify")

    # One word: a scoped package's name alone would be taken for a flag file.
    args.add_all([package.label.name for package in ctx.attr.external], format_each = "--external=%s")
    file_arguments(args, sources, modules)
    run_script(
        ctx,
        scripts = ctx.files._scripts,
        main = "bundle_main.ts",
        args = args,
        inputs = depset(ctx.files._esbuild + modules, transitive = [sources]),
        outputs = [output],
        mnemonic = "TsBundle",
        progress_message = "Bundling %{label}",
    )

def _is_external(ctx, folder):
    """A project names all it imports; what stays outside need not be unpacked to bundle the rest, nor what holds types only."""
    return folder.owner.name.startswith("@types/") or folder.owner in [package.label for package in ctx.attr.external]

def _ts_bundle_impl(ctx):
    output = ctx.actions.declare_file(ctx.attr.out or ctx.label.name + ".mjs")
    bundle(ctx, output, ctx.attr.platform)
    return [DefaultInfo(files = depset([output]))]

ts_bundle = rule(
    implementation = _ts_bundle_impl,
    attrs = BUNDLE_ATTRS | {
        "out": attr.string(doc = "Name of the file; NAME.mjs if not given."),
        "platform": attr.string(
            doc = "Where the bundle runs.",
            default = "node",
            values = ["node", "browser"],
        ),
    },
    doc = "Bundles a TypeScript file and all that it imports into one JavaScript module.",
    toolchains = [NODE_TOOLCHAIN],
)
