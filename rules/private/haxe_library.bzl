"""`haxe_library`: Haxe sources that are compiled once for every mode."""

load("//rules:providers.bzl", "DevGraphInfo", "HaxeInfo")
load("//toolchains/node:toolchain.bzl", "NODE_TOOLCHAIN")
load(":haxe_compile.bzl", "RESOURCES_ATTR", "compile_haxe")
load(":tool_action.bzl", "TOOL_ATTRS")

HAXE_ATTRS = TOOL_ATTRS | {
    "defines": attr.string_dict(doc = "Flags for `#if`, as `-D name=value` would set them."),
    "deps": attr.label_list(
        doc = "Libraries whose types the sources use.",
        providers = [HaxeInfo],
    ),
    "resources": RESOURCES_ATTR,
    "root": attr.string(
        doc = "The folder in this package that module paths start from.",
        default = "src",
    ),
    "srcs": attr.label_list(
        doc = "Haxe modules.",
        allow_files = [".hx"],
    ),
}

_LIBRARY_ATTRS = HAXE_ATTRS | {
    "null_safety": attr.string(
        doc = "`off`, `loose`, `strict` or `strict_threaded`, where no `@:nullSafety` says otherwise. By default `strict` below `packages/`, else `off`.",
        values = ["", "off", "loose", "strict", "strict_threaded"],
    ),
}

STD_ATTRS = {
    "_std": attr.label(
        default = "//runtime/std",
        providers = [HaxeInfo],
    ),
}

def source_root(ctx):
    """The folder that a target's module paths start from, below the workspace.

    Args:
      ctx: the context of a rule with HAXE_ATTRS.

    Returns:
      A path.
    """
    return "/".join([part for part in [ctx.label.package, ctx.attr.root] if part not in ["", "."]])

def _null_safety(ctx):
    """Packages are written once and used by many games: nothing in them may stumble over null."""
    if ctx.attr.null_safety:
        return ctx.attr.null_safety
    is_package = (ctx.label.package + "/").startswith("packages/")
    return "strict" if is_package else "off"

def _haxe_library_impl(ctx):
    std = [ctx.attr._std] if hasattr(ctx.attr, "_std") else []
    info, graph = compile_haxe(
        ctx,
        sources = ctx.files.srcs,
        roots = [source_root(ctx)],
        deps = std + ctx.attr.deps,
        defines = ctx.attr.defines,
        resources = ctx.attr.resources,
        null_safety = _null_safety(ctx),
    )
    outputs = [files.to_list()[-1] for files in [info.interfaces, info.bytecode, info.javascript]]
    return [
        DefaultInfo(files = depset(outputs)),
        OutputGroupInfo(
            bytecode = info.bytecode,
            interfaces = info.interfaces,
            ir = info.ir,
            javascript = info.javascript,
        ),
        info,
        graph,
    ]

haxe_library = rule(
    implementation = _haxe_library_impl,
    attrs = _LIBRARY_ATTRS | STD_ATTRS,
    doc = "A library of Haxe modules: parsed one by one, typechecked together, emitted for interpreter and JIT.",
    provides = [HaxeInfo, DevGraphInfo],
    toolchains = [NODE_TOOLCHAIN],
)

haxe_std_library = rule(
    implementation = _haxe_library_impl,
    attrs = _LIBRARY_ATTRS,
    doc = "The standard library: what every other library needs without saying so.",
    provides = [HaxeInfo, DevGraphInfo],
    toolchains = [NODE_TOOLCHAIN],
)
