"""`ts_project`: TypeScript sources, checked, and compiled if asked. The attributes are named as in rules_ts."""

load("//toolchains/node:toolchain.bzl", "NODE_TOOLCHAIN")
load("//toolchains/npm:node_modules.bzl", "NpmInfo")
load("//toolchains/test:build_test.bzl", "build_test")
load(":node_script.bzl", "file_arguments", "run_script")
load(":providers.bzl", "TypeScriptInfo", "collect_sources", "path_in_repository")

# What one source becomes, by attribute.
_EMITTED = {
    "declaration": ".d.ts",
    "declaration_map": ".d.ts.map",
    "source_map": ".js.map",
}

def _ts_project_impl(ctx):
    packages = [dep for dep in ctx.attr.deps if NpmInfo in dep]
    projects = [dep for dep in ctx.attr.deps if TypeScriptInfo in dep]
    sources = depset(
        ctx.files.srcs + ctx.files.assets,
        transitive = [ctx.attr.package_json[DefaultInfo].files, collect_sources(projects)],
    )
    modules = depset(transitive = (
        [package[DefaultInfo].files for package in packages] +
        [project[TypeScriptInfo].modules for project in projects]
    ))

    marker = ctx.actions.declare_file(ctx.label.name + ".typecheck")
    check_args = ctx.actions.args()
    check_args.add("--marker", marker)
    _run_tsc(ctx, sources, modules, check_args, [marker], mnemonic = "TsProjectCheck", verb = "Checking")

    emitted = _emitted_files(ctx)
    if emitted:
        emit_args = ctx.actions.args()
        for path, file in emitted.items():
            emit_args.add("--emit")
            emit_args.add(file, format = path.replace("%", "%%") + "=%s")
        _run_tsc(ctx, sources, modules, emit_args, emitted.values(), mnemonic = "TsProjectEmit", verb = "Compiling")

    declarations = [file for file in emitted.values() if ".d.ts" in file.basename]
    return [
        DefaultInfo(
            files = depset(emitted.values()),
            runfiles = ctx.runfiles(emitted.values() + ctx.files.data, transitive_files = sources),
        ),
        TypeScriptInfo(sources = sources, modules = modules),
        OutputGroupInfo(types = depset(declarations), typecheck = depset([marker])),
    ]

def _emitted_files(ctx):
    """Declares what tsc is to write: each file's path as tsc writes it, and the File."""
    if ctx.attr.no_emit:
        return {}
    endings = [ending for attribute, ending in _EMITTED.items() if getattr(ctx.attr, attribute)]
    endings = [ending for ending in endings if ending.startswith(".d.ts") or not ctx.attr.emit_declaration_only]
    if not ctx.attr.emit_declaration_only:
        endings.append(".js")

    emitted = {}
    for source in ctx.files.srcs:
        if not source.basename.endswith(".ts") or source.basename.endswith(".d.ts"):
            continue
        in_repository = path_in_repository(source).removesuffix(".ts")
        in_package = in_repository.removeprefix(ctx.label.package + "/").removeprefix(ctx.attr.root_dir + "/")
        for ending in endings:
            name = (ctx.attr.out_dir + "/" if ctx.attr.out_dir else "") + in_package + ending
            emitted[in_repository + ending] = ctx.actions.declare_file(name)
    return emitted

def _run_tsc(ctx, sources, modules, args, outputs, mnemonic, verb):
    args.add_all("--typescript", ctx.files._typescript, expand_directories = False)
    args.add("--tsconfig", path_in_repository(ctx.file.tsconfig))
    args.add_all(ctx.files.srcs, before_each = "--source", map_each = path_in_repository)
    file_arguments(args, depset([ctx.file.tsconfig], transitive = [sources]), modules)

    # What follows goes to tsc as it is.
    args.add("--")
    for attribute in _EMITTED:
        if getattr(ctx.attr, attribute) and mnemonic == "TsProjectEmit":
            first, _, second = attribute.partition("_")
            args.add("--" + first + second.capitalize())
    if ctx.attr.emit_declaration_only and mnemonic == "TsProjectEmit":
        args.add("--emitDeclarationOnly")
    args.add_all(ctx.attr.args)
    run_script(
        ctx,
        scripts = ctx.files._scripts,
        main = "tsc_main.ts",
        args = args,
        inputs = depset([ctx.file.tsconfig] + ctx.files._typescript, transitive = [sources, modules]),
        outputs = outputs,
        mnemonic = mnemonic,
        progress_message = verb + " TypeScript %{label}",
    )

_ts_project = rule(
    implementation = _ts_project_impl,
    attrs = {
        "args": attr.string_list(doc = "More arguments for tsc."),
        "assets": attr.label_list(
            doc = "Files that the sources import and tsc does not compile, such as .json.",
            allow_files = True,
        ),
        "data": attr.label_list(
            doc = "Files that are read when the compiled sources run.",
            allow_files = True,
        ),
        "declaration": attr.bool(doc = "Also emit a .d.ts a source."),
        "declaration_map": attr.bool(doc = "Also emit a .d.ts.map a source."),
        "deps": attr.label_list(
            doc = "Other ts_project targets, and npm packages such as `@npm//:sharp`.",
            providers = [[TypeScriptInfo], [NpmInfo]],
        ),
        "emit_declaration_only": attr.bool(doc = "Emit no JavaScript."),
        "no_emit": attr.bool(doc = "Only check; for sources that are bundled or that Node runs as they are."),
        "out_dir": attr.string(doc = "Folder in the package to emit to."),
        "package_json": attr.label(
            doc = "The package.json whose `imports` the sources use.",
            default = "//:package.json",
            allow_files = True,
        ),
        "root_dir": attr.string(doc = "Folder in the package that emitted paths leave out."),
        "source_map": attr.bool(doc = "Also emit a .js.map a source."),
        "srcs": attr.label_list(
            doc = "TypeScript files.",
            allow_files = [".ts"],
            mandatory = True,
        ),
        "tsconfig": attr.label(
            doc = "The settings; which files to compile comes from `srcs`.",
            default = "//:tsconfig.json",
            allow_single_file = [".json"],
        ),
        "_scripts": attr.label(
            default = "//toolchains/typescript:scripts",
            allow_files = True,
        ),
        "_typescript": attr.label(
            default = "@npm//:typescript",
            cfg = "exec",
        ),
    },
    doc = "Checks TypeScript sources and, unless `no_emit`, compiles them.",
    toolchains = [NODE_TOOLCHAIN],
)

def ts_project(name, tags = [], testonly = False, visibility = None, **kwargs):
    """Checks TypeScript sources and, unless `no_emit`, compiles them.

    Makes NAME, NAME_types (the declarations), NAME_typecheck (what building it type-checks) and NAME_typecheck_test.
    Building NAME itself waits for no type check, so that an error shows in a test and not before every other target.

    Args:
      name: the target's name.
      tags: tags of every target made.
      testonly: as everywhere.
      visibility: as everywhere.
      **kwargs: the rule's attributes: srcs, deps, tsconfig and the rest, named as in rules_ts.
    """
    _ts_project(name = name, tags = tags, testonly = testonly, visibility = visibility, **kwargs)
    for group, suffix in [("types", "_types"), ("typecheck", "_typecheck")]:
        native.filegroup(
            name = name + suffix,
            srcs = [name],
            output_group = group,
            tags = tags,
            testonly = testonly,
            visibility = visibility,
        )
    build_test(
        name = name + "_typecheck_test",
        size = "small",
        targets = [name + "_typecheck"],
        tags = tags,
    )
